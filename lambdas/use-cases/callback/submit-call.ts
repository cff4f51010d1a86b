import type { Attempt } from '../../domain/attempt/attempt.ts';
import { submissionTimeout } from '../../domain/attempt/call-timeouts.ts';
import type { RefusalClass } from '../../domain/attempt/facts.ts';
import { hour, type Instant, second } from '../../domain/basics/instant.ts';
import { changeSince } from '../../domain/gate/dial-check.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Submission } from '../../ports/calls/dialler.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Metric } from '../../ports/records/journal.ts';
import { type SettlePorts, takeFacts } from '../call/settle-attempt.ts';
import { askForOperator } from '../gate/ask-for-operator.ts';
import type { GatePorts } from '../gate/read-gate-facts.ts';
import { refuseRow } from '../promises/judge-row.ts';

export type SubmitPorts = SettlePorts &
  GatePorts &
  Pick<Ports, 'dialler' | 'cooldown' | 'rateCounter'>;

export interface ClaimedCall {
  attempt: Attempt;
  task: Task;
  /** When the call is sent: not before. */
  startAt: Instant;
  /** When it should have been, had it been ordered in time. */
  ringAt: Instant;
}

/**
 * Creating a call is not idempotent at Twilio: that it is about to be sent was written with the
 * claim, and it is sent once. No clear answer is settled later, by a webhook or by asking.
 */
export async function submitCall(ports: SubmitPorts, call: ClaimedCall): Promise<void> {
  const { clock, journal } = ports;
  if (await isCalledOff(ports, call)) return;
  await clock.sleepUntil(call.startAt);
  const wantedAt = Math.max(call.ringAt, call.attempt.promisedAt);
  if (call.attempt.origin === 'callback') journal.time('OperatorLateness', clock.now() - wantedAt);
  await take(ports, call, await ringPatiently(ports, call));
}

/** The operator lost their address, or the task's leave, since they were chosen. */
const refusedHere = { kind: 'refused', class: 'number', code: 0 } as const;

/** So much before a call is sent its row is looked at again, in milliseconds. */
const lastLook = 20;

/** What was claimed ahead of its moment may have been cancelled since: then nobody is rung for it. */
async function isCalledOff(
  ports: SubmitPorts,
  { attempt, startAt }: ClaimedCall,
): Promise<boolean> {
  const { clock, rows } = ports;
  if (startAt - clock.now() < lastLook) return false;
  await clock.sleepUntil(startAt - lastLook);
  const reason = changeSince(attempt, await rows.get(attempt.row));
  if (reason === undefined) return false;
  const at = clock.now();
  await takeFacts(ports, attempt, [
    { kind: 'withdrawn', at, reason },
    { kind: 'neverSent', at },
  ]);
  return true;
}

const mostTries = 3;

/** What Twilio did not process, for too many requests at once, may be sent again. */
async function ringPatiently(ports: SubmitPorts, call: ClaimedCall): Promise<Submission> {
  for (let n = 1; ; n++) {
    const answer = await ring(ports, call);
    if (n === mostTries || answer.kind !== 'refused' || answer.class !== 'retry') return answer;
    await ports.clock.sleepUntil(ports.clock.now() + n * second);
  }
}

async function ring(ports: SubmitPorts, { attempt, task }: ClaimedCall): Promise<Submission> {
  const answer = await askForOperator(ports, task, attempt.operator);
  if (!answer.may) return refusedHere;
  return ports.dialler.ring({
    attempt: attempt.id,
    to: answer.to,
    from: task.callerId,
    ringSeconds: task.operatorRingSeconds,
    isWatched: attempt.isWatched ?? false,
    language: task.language,
  });
}

async function take(ports: SubmitPorts, call: ClaimedCall, answer: Submission): Promise<void> {
  switch (answer.kind) {
    case 'created':
      return takeCreated(ports, call.attempt, answer.sid);
    case 'refused':
      return takeRefused(ports, call, answer);
    case 'unknown':
      return takeUnknown(ports, call.attempt);
    default:
      answer satisfies never;
  }
}

/**
 * A call that was given up meanwhile is a stray and is hung up; one that its operator put off, or took
 * back, before the network had named it is silenced now.
 */
async function takeCreated(
  ports: SubmitPorts,
  { id, origin }: Attempt,
  sid: string,
): Promise<void> {
  const fact = { kind: 'operatorCreated', at: ports.clock.now(), sid } as const;
  const after = await ports.attempts.record(id, fact, ['neverSent', 'settled']);
  if (after?.facts.operatorCreated?.sid === sid) {
    const { operatorDeferred, withdrawn, operatorAnswered } = after.facts;
    const isUnwanted = operatorDeferred ?? (origin === 'manual' ? withdrawn : undefined);
    if (isUnwanted && !operatorAnswered) await ports.dialler.hangUp(sid);
    return;
  }
  ports.journal.count('StrayCall');
  await ports.dialler.hangUp(sid);
}

const refusals = {
  retry: 'TooManyRequests',
  wait: 'TooManyCalls',
  number: 'NumberRefused',
  permission: 'NumberRefused',
  unlisted: 'NumberRefused',
  stop: undefined,
  request: undefined,
} as const satisfies Record<RefusalClass, Metric | undefined>;

async function takeRefused(
  ports: SubmitPorts,
  { attempt, task }: ClaimedCall,
  refusal: Submission & { kind: 'refused' },
): Promise<void> {
  const { class: kind, code } = refusal;
  const metric = refusals[kind];
  if (metric !== undefined) ports.journal.count(metric);
  ports.journal.note('submission refused', { attempt: attempt.id, class: kind, code });
  if (kind === 'request') {
    const fault = new Error(`Twilio finds fault with the request for a call: error ${code}`);
    ports.journal.failed(fault, { attempt: attempt.id });
  }
  if (kind === 'stop' || (kind === 'permission' && (await isGeneral(ports, attempt, code)))) {
    ports.journal.count('TaskStopped');
    await ports.directory.pauseTask(task.id, `Twilio refuses its calls: error ${code}`);
  }
  const fact = { kind: 'submissionRefused', at: ports.clock.now(), class: kind, code } as const;
  await takeFacts(ports, attempt, [fact]);
  if (kind === 'number' || kind === 'permission') await giveUpNumber(ports, attempt, code);
}

/** So many different numbers refused for one reason within an hour are not the numbers' fault. */
const numbersForGeneral = 3;
const generalWithin = hour / second;

async function isGeneral(
  { cooldown, rateCounter, clock }: SubmitPorts,
  { operator }: Attempt,
  code: number,
): Promise<boolean> {
  const at = clock.now();
  const isNew = await cooldown.within(`refused:${code}:${operator.address}`, generalWithin, at);
  if (!isNew) return false;
  const period = { seconds: generalWithin, at };
  return (await rateCounter.add(`refused:${code}`, 1, period)) >= numbersForGeneral;
}

/** An operator's number that cannot be called is not tried again until a person puts it right. */
async function giveUpNumber(ports: SubmitPorts, attempt: Attempt, code: number): Promise<void> {
  const { id } = attempt.operator;
  const isRegistered = id !== undefined && (await ports.directory.operator(id)) !== undefined;
  if (isRegistered) return ports.directory.changeOperator(id, { away: true });
  const row = await ports.rows.get(attempt.row);
  if (row?.own.dueAt !== undefined)
    await refuseRow(ports, row, { code: 'operator-refused', error: code });
}

async function takeUnknown(ports: SubmitPorts, { id }: Attempt): Promise<void> {
  ports.journal.count('SubmissionUnknown');
  ports.journal.note('submission unknown', { attempt: id });
  await ports.attempts.record(id, { kind: 'submissionUnknown', at: ports.clock.now() });
  await ports.dialQueue.send({ kind: 'check', attempt: id }, submissionTimeout / second);
}
