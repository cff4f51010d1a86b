import { entryAgainst } from '../../domain/do-not-call/do-not-call.ts';
import type { SaidNo } from '../../domain/do-not-call/said-no.ts';
import { refusedForGood } from '../../domain/gate/gate.ts';
import type { GateReason } from '../../domain/gate/gate-reasons.ts';
import type { Ports } from '../../ports/ports.ts';
import { type AskedNumber, readHouseFacts } from './read-gate-facts.ts';

/** Why the number may not be called at any time; undefined where it may be at some. */
export type AskForNumber = (
  asked: Pick<AskedNumber, 'task' | 'to'>,
) => Promise<GateReason | undefined>;

/** A file may have a million lines. */
const mostKept = 10_000;

/**
 * May a number of many ever be called? What is the same for all, and for lines that have one number, is
 * read once. The do-not-call list is asked, and not the rows that hold the number: those answer for it when
 * the new row is judged.
 */
export function askForNumbers(ports: Pick<Ports, 'directory' | 'doNotCall'>): AskForNumber {
  let house: ReturnType<typeof readHouseFacts> | undefined;
  const records = new Map<string, ReturnType<typeof ports.doNotCall.find>>();
  const listed = async ({ task, to }: Parameters<AskForNumber>[0]): Promise<SaidNo | undefined> => {
    if (to === undefined) return undefined;
    const asked = records.get(to) ?? ports.doNotCall.find(to);
    if (records.size >= mostKept) records.clear();
    records.set(to, asked);
    const entry = entryAgainst(await asked, task.id);
    return entry && { kind: 'listed', entry };
  };
  return async ({ task, to }) => {
    house ??= readHouseFacts(ports);
    const [facts, saidNo] = await Promise.all([house, listed({ task, to })]);
    return refusedForGood({ to, task, facts: { ...facts, saidNo } });
  };
}
