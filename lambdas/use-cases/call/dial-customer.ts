import { type Attempt, calledOffBecause, withFact } from '../../domain/attempt/attempt.ts';
import { planWait } from '../../domain/attempt/dial-timing.ts';
import { checkDial, type DialAnswer, type DialRefusal } from '../../domain/gate/dial-check.ts';
import { permittedBefore } from '../../domain/gate/gate.ts';
import type { Permitted } from '../../domain/gate/permitted.ts';
import type { GateFacts } from '../../domain/gate/question.ts';
import { spokenLanguageOf, type VoiceStep } from '../../domain/phone/voice-step.ts';
import { punctualityOf } from '../../domain/settlement/promise-course.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import { type GatePorts, readGateFacts } from '../gate/read-gate-facts.ts';
import { saidNo } from '../numbers/said-no.ts';
import { attemptOfCall, type OperatorWebhook } from './find-attempt.ts';

export type DialPorts = GatePorts &
  Pick<Ports, 'rows' | 'attempts' | 'directory' | 'clock' | 'journal'>;

/** Permission is asked this much before the second, in milliseconds, so that the answer is on time. */
const permissionLead = 40;

/** How often permission is asked when the row changes under the question. */
const mostQuestions = 5;

/**
 * The operator is ready. Until the promised second they wait; on the second the customer is
 * dialled, if the row, the locks and the gate still say so.
 */
export async function dialCustomer(ports: DialPorts, webhook: OperatorWebhook): Promise<VoiceStep> {
  const attempt = await attemptOfCall(ports, webhook);
  const task = attempt && (await ports.directory.task(attempt.row.task));
  if (task === undefined || attempt?.facts.operatorReady === undefined) return { kind: 'hang-up' };
  const { facts } = attempt;
  if (facts.customerEnded || facts.settled) return { kind: 'hang-up' };
  const before = permittedBefore(attempt);
  if (before) return dialStep(ports, attempt, task, before);
  const reason = calledOffBecause(attempt);
  if (reason) return tell(task, { reason });
  const plan = planWait(ports.clock.now(), attempt.dueAt);
  if (plan.kind === 'hold') return dialOnTheSecond(ports, attempt, task);
  await ports.clock.sleepUntil(plan.from);
  return { kind: 'wait', seconds: plan.seconds };
}

async function dialOnTheSecond(ports: DialPorts, attempt: Attempt, task: Task): Promise<VoiceStep> {
  const { clock } = ports;
  const { row, customer: to } = attempt;
  const facts = await readGateFacts(ports, { task, to, row });
  await clock.sleepUntil(attempt.dueAt - permissionLead);
  for (let n = 0; n < mostQuestions; n++) {
    const answer = await askPermission(ports, attempt, { task, facts });
    if (answer === 'ask again') continue;
    if (!answer.may) return withdraw(ports, attempt, task, answer);
    return dialStep(ports, attempt, task, answer.to);
  }
  return withdraw(ports, attempt, task, { reason: 'moved' });
}

async function askPermission(
  ports: DialPorts,
  attempt: Attempt,
  { task, facts: known }: { task: Task; facts: GateFacts },
): Promise<DialAnswer | 'ask again'> {
  const { rows, attempts, clock } = ports;
  const { customer: number, row: key } = attempt;
  // both as they stand now: a cancel and a no count until the customer is dialled
  const [row, no] = await Promise.all([rows.get(key), saidNo(ports, { task, number, row: key })]);
  const facts = { ...known, saidNo: no };
  const at = Math.max(clock.now(), attempt.dueAt);
  const answer = checkDial({ attempt, row, task, at, facts });
  if (!answer.may || row === undefined) return answer;
  if (await attempts.permit(attempt, row, clock.now())) return answer;
  const now = await attempts.get(attempt.id);
  const reason = now && calledOffBecause(now);
  if (reason) return { may: false, reason };
  return now?.facts.settled ? { may: false, reason: 'cancelled' } : 'ask again';
}

async function withdraw(
  { attempts, clock, journal }: DialPorts,
  attempt: Attempt,
  task: Task,
  refusal: DialRefusal,
): Promise<VoiceStep> {
  const { reason, why, nextAt } = refusal;
  const detail = { reason, ...(why && { why }), ...(nextAt !== undefined && { nextAt }) };
  await attempts.record(attempt.id, { kind: 'withdrawn', at: clock.now(), ...detail }, [
    'dialling',
  ]);
  journal.note('permission refused', { attempt: attempt.id, reason });
  return tell(task, refusal);
}

function tell(task: Task, { reason }: DialRefusal): VoiceStep {
  return { kind: 'tell', message: reason, tongue: spokenLanguageOf(task) };
}

/** On the second, also for a request that comes again after permission was given. */
async function dialStep(
  ports: DialPorts,
  attempt: Attempt,
  task: Task,
  customer: Permitted,
): Promise<VoiceStep> {
  const { dueAt, isWatched = false, recording } = attempt;
  await ports.clock.sleepUntil(dueAt);
  timeDial(ports, attempt, task);
  // Tasks stored by earlier versions lack the setting.
  const {
    callerId,
    customerRingSeconds: ringSeconds,
    detectMachines: detectsMachines = false,
  } = task;
  const call = { customer, callerId, ringSeconds, isWatched, detectsMachines };
  if (recording === undefined || recording === 'on-demand') return { kind: 'dial', ...call };
  return { kind: 'dial', ...call, recording };
}

function timeDial({ clock, journal }: DialPorts, attempt: Attempt, task: Task): void {
  const { promisedFor, laterDueAt, firstDialledAt } = attempt;
  const isForPromise = laterDueAt === undefined && firstDialledAt === undefined;
  if (isForPromise && promisedFor !== undefined) {
    journal.time('CustomerLateness', Math.max(0, clock.now() - promisedFor));
  }
  const dialled = withFact(attempt, { kind: 'dialling', at: clock.now() });
  const { delayedBy, lateMs = 0 } = punctualityOf(dialled, task) ?? {};
  if (delayedBy === 'ours') journal.time('OwnDelay', lateMs);
}
