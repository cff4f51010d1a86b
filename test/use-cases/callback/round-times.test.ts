import { takeDialMessage } from '../../../lambdas/handlers/call-operator/take-dial-message.ts';
import type { ClaimResult } from '../../../lambdas/ports/calls/attempts.ts';
import { Chance } from '../../properties/floor/chance.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { faulty } from '../../support/faulty-ports.ts';
import { instant } from '../../support/sample-attempt.ts';
import { anna } from '../../support/sample-task.ts';
import { promised } from '../../support/scenarios.ts';

const dueAt = instant('2026-11-23T10:30:00Z');

const idOf = (n: number) => `op${String(n).padStart(3, '0')}`;

/** So many operators, and as many rows at half past ten; it is the moment at which they are to be rung. */
async function roundTime(size: number, { names = false, ids = (n: number) => n + 1 } = {}) {
  const centre = await CallCentre.open();
  for (let n = 0; n < size; n++) {
    const address = `+44207946${String(5000 + n)}`;
    await centre.world.directory.putOperator({ ...anna, id: idOf(n), addresses: [address] });
  }
  await centre.changeTask({ operators: Array.from({ length: size }, (_, n) => idOf(n)) });
  for (let n = 0; n < size; n++) {
    const operator_number = names ? `+44207946${String(5000 + n)}` : undefined;
    const row = { ...promised, tel: `+44207946${String(1000 + n)}` };
    centre.put(ids(n), operator_number === undefined ? row : { ...row, operator_number });
  }
  await centre.runUntil('2026-11-23T10:29:40Z');
  for (const queued of centre.world.dialQueue.all()) centre.world.dialQueue.delete(queued);
  await centre.world.clock.advanceTo(instant('2026-11-23T10:29:45Z'));
  return centre;
}

/** Claim transactions until all were called. Each step of a row takes a random number of turns. */
async function claimsOf(centre: CallCentre, size: number, seed: number): Promise<number> {
  let claims = 0;
  const results: ClaimResult[] = [];
  const attempts = faulty(centre.world.attempts, new Chance(seed), () => 0);
  const counting = new Proxy(attempts, {
    get(target, name) {
      const member = Reflect.get(target, name);
      if (name !== 'claim') return member;
      return async (...args: Parameters<typeof attempts.claim>) => {
        claims += 1;
        const result = await target.claim(...args);
        results.push(result);
        return result;
      };
    },
  });
  const ports = { ...centre.ports, attempts: counting };
  const rows = [...centre.world.tables.rows.values()].map(({ key }) => key);
  await Promise.all(rows.map((row) => takeDialMessage(ports, { kind: 'call', row, dueAt })));
  expect(results.filter((it) => it === 'claimed')).toHaveLength(size);
  expect(new Set(centre.dialler.rung.map(({ to }) => to)).size).toBe(size);
  return claims;
}

describe.each([60, 200, 500])(
  '%p rows for anybody and as many free operators at one second',
  (size) => {
    test.each([1, 2])('cost at most 1.3 claims a call (seed %p)', async (seed) => {
      const centre = await roundTime(size);
      expect((await claimsOf(centre, size, seed)) / size).toBeLessThanOrEqual(1.3);
    });
  },
);

test('ids that leave no trace of an order cost no more', async () => {
  const centre = await roundTime(200, { ids: (n) => ((n * 7919) % 1_000_003) * 4 + 4 });
  expect((await claimsOf(centre, 200, 3)) / 200).toBeLessThanOrEqual(1.3);
});

test('rows that name their operators cost one', async () => {
  const centre = await roundTime(60, { names: true });
  expect(await claimsOf(centre, 60, 1)).toBe(60);
});
