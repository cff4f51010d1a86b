import type { Attempt } from '../../../lambdas/domain/attempt/attempt.ts';
import { deferCall } from '../../../lambdas/use-cases/call/defer-call.ts';
import { finishWrapUp } from '../../../lambdas/use-cases/call/finish-wrap-up.ts';
import { hangUpCall } from '../../../lambdas/use-cases/call/hang-up-call.ts';
import type { OfferPorts } from '../../../lambdas/use-cases/callback/offer-next-row.ts';
import {
  type HoldPorts,
  holdCustomer,
  resumeTalk,
} from '../../../lambdas/use-cases/conference/hold-customer.ts';
import { changeOwnState } from '../../../lambdas/use-cases/desk/change-own-state.ts';
import type { CallTarget } from '../../../lambdas/use-cases/own-calls/attach-call.ts';
import { type PlacePorts, placeCall } from '../../../lambdas/use-cases/own-calls/place-call.ts';
import { MemoryStateLog } from '../../support/memory/memory-state-log.ts';
import type { MemoryTables } from '../../support/memory/memory-tables.ts';

/** What an operator does at their desk. */
export type Deed =
  | { do: 'place'; operator: string; target: CallTarget }
  | { do: 'hang-up' | 'defer' | 'hold' | 'resume'; pick: number }
  | { do: 'away'; operator: string; away: boolean }
  /** “I am here”. */
  | { do: 'act'; operator: string };

export async function doDeed(
  ports: PlacePorts & OfferPorts & HoldPorts,
  tables: MemoryTables,
  deed: Deed,
): Promise<void> {
  if (deed.do === 'place') return place(ports, deed);
  if (deed.do === 'away') return goOrComeBack(ports, deed);
  if (deed.do === 'act') return void (await finishWrapUp(ports, { id: deed.operator }));
  const needsTalk = deed.do === 'hold' || deed.do === 'resume';
  const open = [...tables.attempts.values()].filter(
    ({ facts, row }) =>
      facts.settled === undefined &&
      row.task !== 'witness' &&
      (!needsTalk || facts.customerAnswered !== undefined),
  );
  const attempt: Attempt | undefined = open[deed.pick % Math.max(1, open.length)];
  if (attempt === undefined) return;
  if (deed.do === 'hang-up') await hangUpCall(ports, { attempt: attempt.id });
  else if (deed.do === 'hold') await holdCustomer(ports, attempt.id);
  else if (deed.do === 'resume') await resumeTalk(ports, attempt.id);
  else await deferCall(ports, { attempt: attempt.id, minutes: 1 });
}

async function place(
  ports: PlacePorts,
  { operator: id, target }: Deed & { do: 'place' },
): Promise<void> {
  const operator = (await ports.directory.operators()).find((it) => it.id === id);
  if (operator !== undefined) await placeCall(ports, { operator, target });
}

async function goOrComeBack(
  ports: PlacePorts & OfferPorts,
  { operator: id, away }: Deed & { do: 'away' },
): Promise<void> {
  const operator = await ports.directory.operator(id);
  const stateLog = new MemoryStateLog();
  if (operator === undefined) return;
  await changeOwnState({ ...ports, stateLog }, { operator, change: { away } });
}
