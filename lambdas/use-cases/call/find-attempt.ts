import { type Attempt, type AttemptId, isLive } from '../../domain/attempt/attempt.ts';
import type { Fact } from '../../domain/attempt/facts.ts';
import type { RowKey } from '../../domain/row/row.ts';
import type { Ports } from '../../ports/ports.ts';

/** A webhook of the operator's leg: which attempt it names, and which call it comes from. */
export interface OperatorWebhook {
  attempt: AttemptId;
  callSid: string;
}

/**
 * The attempt that a call belongs to. The first call that comes with an attempt's id is its
 * operator's leg, also when Twilio never answered the request that created it. Undefined for a
 * stray: a second call, or one that turns up after it was given up.
 */
export async function attemptOfCall(
  { attempts, clock, journal }: Pick<Ports, 'attempts' | 'clock' | 'journal'>,
  webhook: OperatorWebhook,
): Promise<Attempt | undefined> {
  const { attempt: id, callSid: sid } = webhook;
  let attempt = await attempts.get(id);
  if (attempt?.facts.operatorCreated === undefined) {
    const created: Fact = { kind: 'operatorCreated', at: clock.now(), sid };
    attempt = await attempts.record(id, created, ['neverSent', 'settled']);
  }
  if (attempt?.facts.operatorCreated?.sid === sid) return attempt;
  journal.count('StrayCall');
  journal.note('stray call', { attempt: id });
  return undefined;
}

/** Clocks of two functions may differ: the newest attempt by its id need not be the last. */
const newestFew = 3;

/** The row's attempt that is not settled. To be asked for after the row is read, never before. */
export async function liveAttempt(
  { attempts }: Pick<Ports, 'attempts'>,
  row: RowKey,
): Promise<Attempt | undefined> {
  const newest = await attempts.history(row, newestFew);
  return newest.find(isLive);
}

/** The attempt with the facts: what is news among them, in one write. */
export async function noteFacts(
  { attempts }: Pick<Ports, 'attempts'>,
  attempt: Attempt,
  ...facts: readonly Fact[]
): Promise<Attempt> {
  const news = facts.filter(({ kind }) => attempt.facts[kind] === undefined);
  if (news.length === 0) return attempt;
  return (await attempts.record(attempt.id, news)) ?? attempt;
}
