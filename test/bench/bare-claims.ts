import { DynamoAttempts } from '../../lambdas/adapters/dynamodb/attempts/dynamo-attempts.ts';
import { DynamoRows } from '../../lambdas/adapters/dynamodb/rows/dynamo-rows.ts';
import { attemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { Claim } from '../../lambdas/ports/calls/attempts.ts';
import { sampleAttempt } from '../support/sample-attempt.ts';
import type { BenchSystem } from './bench-system.ts';
import { customerNumber, eachOf, operatorNumber } from './floor.ts';

const task = 'bare';

/**
 * Claims a row for each seat, as the engine claims, and nothing besides: no row is judged, no gate is
 * asked, nobody is rung. Answers the instants at which the claims were made.
 */
export async function claimBare(
  system: BenchSystem,
  seats: readonly number[],
  inFlight: number,
): Promise<number[]> {
  const claims = await claimsFor(system, seats);
  const attempts = new DynamoAttempts(system.client, system.dynamodb.tables);
  const instants = [Date.now()];
  await eachOf(
    claims,
    async (claim) => {
      const result = await attempts.claim(claim);
      if (result !== 'claimed') throw new Error(`a bare claim came to ${result}`);
      instants.push(Date.now());
    },
    inFlight,
  );
  return instants;
}

async function claimsFor(system: BenchSystem, seats: readonly number[]): Promise<Claim[]> {
  const comment = 'x'.repeat(300);
  await system.putRows(
    seats.map((seat) => ({ task, Id: seat, tel: customerNumber(seat), comment })),
  );
  const rows = new DynamoRows(system.client, system.dynamodb.tables);
  const found = await rows.getMany(seats.map((seat) => ({ task, Id: seat })));
  return found.map((row): Claim => {
    const seat = row.key.Id;
    const at = Date.now();
    const id = attemptId(row.key, `bare-${seat}`);
    const operator = { id: `bare-${seat}`, address: operatorNumber(seat) };
    const customer = customerNumber(seat);
    const attempt = sampleAttempt({ id, row: row.key, customer, operator, claimedAt: at });
    return { attempt, row, change: { kind: 'serve', attempt: id, fields: {}, at }, at };
  });
}
