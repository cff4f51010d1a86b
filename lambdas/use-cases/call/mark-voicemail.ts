import {
  type Attempt,
  type AttemptId,
  isAnswered,
  withFact,
} from '../../domain/attempt/attempt.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Task } from '../../domain/task/task.ts';
import { resultOf, type SettlePorts, settleAttempt } from './settle-attempt.ts';

export type NotePorts = Omit<SettlePorts, 'dialQueue'>;

/** Who says so: the operator, or a network that listens for machines. */
export interface VoicemailMark {
  attempt: AttemptId;
  by: 'operator' | 'network';
}

/**
 * A machine answered instead of the customer: they were not reached, and are called again after the rest
 * for that cause. Said during the call, it settles so; said afterwards, the row is put right if nobody
 * ordered anything for it since. False for a call that nobody answered, or that the customer made.
 */
export async function markVoicemail(ports: SettlePorts, mark: VoicemailMark): Promise<boolean> {
  const marked = await noteVoicemail(ports, mark);
  if (marked !== undefined && marked.facts.settled === undefined)
    await settleAttempt(ports, marked);
  return marked !== undefined;
}

/**
 * The same for who settles nothing: a call that is not settled yet is by what is told of it next. Undefined
 * for one that nobody answered, or that the customer made.
 */
export async function noteVoicemail(
  ports: NotePorts,
  mark: VoicemailMark,
): Promise<Attempt | undefined> {
  const found = await ports.attempts.get(mark.attempt);
  if (found === undefined || found.origin === 'inbound' || !mayBeMachine(found)) return undefined;
  if (found.facts.voicemail !== undefined) return found;
  const fact = { kind: 'voicemail', at: ports.clock.now(), by: mark.by } as const;
  const marked = (await ports.attempts.record(found.id, fact, ['settled'])) ?? found;
  if (marked.facts.voicemail === undefined) await markAfterwards(ports, marked, mark.by);
  return marked;
}

/** That the phone was answered may be told after the operator has heard the machine. */
function mayBeMachine(attempt: Attempt): boolean {
  const { dialling, customerEnded } = attempt.facts;
  return isAnswered(attempt) || (dialling !== undefined && customerEnded === undefined);
}

/** It was settled before, as reached. */
async function markAfterwards(
  ports: NotePorts,
  attempt: Attempt,
  by: VoicemailMark['by'],
): Promise<void> {
  const task = await ports.directory.task(attempt.row.task);
  if (task === undefined || attempt.facts.settled?.outcome !== 'reached') return;
  const at = ports.clock.now();
  const { settled: instead, change = { kind: 'clear' } } = await resultInstead(ports, attempt, {
    task,
    at,
    by,
  });
  await ports.attempts.correct({ attempt, fact: { kind: 'voicemail', at, by, instead }, change });
  ports.journal.count('CustomerSilent');
  ports.journal.note('voicemail marked', { attempt: attempt.id });
}

/** As if it had been known when the call ended. */
function resultInstead(
  ports: NotePorts,
  { facts, ...attempt }: Attempt,
  { task, at, by }: { task: Task; at: Instant; by: VoicemailMark['by'] },
) {
  const { settled: _, ...open } = facts;
  const known = withFact({ ...attempt, facts: open }, { kind: 'voicemail', at, by });
  return resultOf(ports, known, { outcome: 'voicemail', task, at });
}
