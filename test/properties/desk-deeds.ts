import type { Attempt } from '../../lambdas/domain/attempt/attempt.ts';
import { deferCall } from '../../lambdas/use-cases/call/defer-call.ts';
import { hangUpCall } from '../../lambdas/use-cases/call/hang-up-call.ts';
import type { CallTarget } from '../../lambdas/use-cases/own-calls/attach-call.ts';
import { type PlacePorts, placeCall } from '../../lambdas/use-cases/own-calls/place-call.ts';
import type { MemoryTables } from '../support/memory/memory-tables.ts';

/** What an operator does at his desk. */
export type Deed =
  | { do: 'place'; operator: string; target: CallTarget }
  | { do: 'hang-up' | 'defer'; pick: number };

export async function doDeed(ports: PlacePorts, tables: MemoryTables, deed: Deed): Promise<void> {
  if (deed.do === 'place') return place(ports, deed);
  const open = [...tables.attempts.values()].filter(({ facts }) => facts.settled === undefined);
  const attempt: Attempt | undefined = open[deed.pick % Math.max(1, open.length)];
  if (attempt === undefined) return;
  if (deed.do === 'hang-up') await hangUpCall(ports, { attempt: attempt.id });
  else await deferCall(ports, { attempt: attempt.id, minutes: 1 });
}

async function place(
  ports: PlacePorts,
  { operator: id, target }: Deed & { do: 'place' },
): Promise<void> {
  const operator = (await ports.directory.operators()).find((it) => it.id === id);
  if (operator !== undefined) await placeCall(ports, { operator, target });
}
