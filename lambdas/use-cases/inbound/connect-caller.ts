import { type Attempt, isReached, type OperatorLine } from '../../domain/attempt/attempt.ts';
import { recordsByItself } from '../../domain/attempt/recorded-call.ts';
import {
  type InboundMessage,
  recordingNoticeOf,
  spokenLanguageOf,
} from '../../domain/phone/voice-step.ts';
import { isDoNotCall, type RowKey } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import { historyLimit } from '../../ports/calls/attempts.ts';
import { claimRow, type Served, type ServePorts } from '../callback/claim-row.ts';
import { freeStaff } from '../callback/find-operator.ts';
import { askForOperator } from '../gate/ask-for-operator.ts';
import type { Routed } from '../own-calls/route-outbound-call.ts';
import { offerCallback } from '../promises/order-callback.ts';

export type ConnectPorts = ServePorts;

/** A customer who is on the line, with the row that they have. */
export interface Caller {
  sid: string;
  customer: string;
  row: RowKey;
  task: Task;
}

/** So many operators' phones ring for one call, one after the other. */
const mostOperators = 3;

/** The webhook of a call that an operator's phone rings for came twice: the answer is the same. */
export async function sameStepAgain(ports: ConnectPorts, sid: string): Promise<Routed | undefined> {
  const known = await ports.attempts.ofCall(sid);
  if (known?.origin !== 'inbound') return undefined;
  if (known.facts.settled || known.facts.customerEnded) return undefined;
  const task = await ports.directory.task(known.row.task);
  if (task === undefined) return undefined;
  const history = await ports.attempts.history(known.row, historyLimit);
  return dialStep(ports, known, { task, rung: rungFor(sid, history) });
}

/** The attempts at bringing this call to an operator, newest first. */
function rungFor(sid: string, history: readonly Attempt[]): Attempt[] {
  return history.filter(({ facts }) => facts.customerCreated?.sid === sid);
}

/**
 * Rings the operator whom the customer last spoke to, if that one is free, else whoever is idle longest; where
 * nobody answers, the next. Then they hear when they will be called, and may order a callback.
 */
export async function connectCaller(ports: ConnectPorts, caller: Caller): Promise<Routed> {
  const { row: key, task, sid } = caller;
  const row = await ports.rows.get(key);
  if (row === undefined || isDoNotCall(row)) return tell('nobody-free', task);
  if (task.paused !== undefined) return { step: await offerCallback(ports, { row: key, task }) };
  const history = await ports.attempts.history(key, historyLimit);
  const rung = rungFor(sid, history);
  if (rung.length >= mostOperators) return nobodyFree(ports, caller);
  for (const operator of await candidates(ports, caller, history)) {
    const served = await claim(ports, caller, { operator, after: rung[0] });
    const routed = await routedBy(ports, caller, { served, rung });
    if (routed !== undefined) return routed;
  }
  return nobodyFree(ports, caller);
}

async function nobodyFree(ports: ConnectPorts, { row, task }: Caller): Promise<Routed> {
  return { step: await offerCallback(ports, { row, task }) };
}

async function candidates(
  ports: ConnectPorts,
  { task, sid }: Caller,
  history: readonly Attempt[],
): Promise<OperatorLine[]> {
  const rung = rungFor(sid, history);
  const isNew = ({ id }: OperatorLine) => !rung.some(({ operator }) => operator.id === id);
  const free = (await freeStaff(ports, task)).filter(isNew);
  const last = history.find(isReached)?.operator.id;
  return [...free.filter(({ id }) => id === last), ...free.filter(({ id }) => id !== last)];
}

function claim(
  ports: ConnectPorts,
  { sid, customer, row, task }: Caller,
  { operator, after }: { operator: OperatorLine; after: Attempt | undefined },
): Promise<Served> {
  return claimRow(ports, {
    origin: 'inbound',
    task,
    row,
    customer,
    operator,
    facts: (at) => ({ customerCreated: { at, sid } }),
    call: { sid, ...(after && { after: after.id }) },
  });
}

/** Undefined where the next operator shall be tried. */
async function routedBy(
  ports: ConnectPorts,
  caller: Caller,
  { served, rung }: { served: Served; rung: readonly Attempt[] },
): Promise<Routed | undefined> {
  const { task, sid } = caller;
  switch (served.kind) {
    case 'claimed':
      return dialStep(ports, served.attempt, { task, rung });
    case 'operator-taken':
      return undefined;
    case 'row-taken':
    case 'number-taken':
      return tell('calling-you', task);
    case 'call-known':
      return (await sameStepAgain(ports, sid)) ?? nobodyFree(ports, caller);
    case 'row-changed':
      return nobodyFree(ports, caller);
    case 'gone':
    case 'barred':
      return tell('nobody-free', task);
    default:
      return served satisfies never;
  }
}

/**
 * Whom the gate lets be rung; else the caller hears that nobody is free. The operator's phone shows who
 * calls. An account that may not show a stranger's number gets no leg made: whoever is rung after that
 * sees the task's caller ID.
 */
async function dialStep(
  ports: ConnectPorts,
  { id, operator, customer, isWatched = false, recording }: Attempt,
  { task, rung }: { task: Task; rung: readonly Attempt[] },
): Promise<Routed> {
  const answer = await askForOperator(ports, task, operator);
  if (!answer.may) return tell('nobody-free', task);
  const mayShow = !rung.some(({ facts }) => facts.settled?.outcome === 'operator-failed');
  const callerId = mayShow ? customer : task.callerId;
  const call = { address: answer.to, callerId, ringSeconds: task.operatorRingSeconds, isWatched };
  const isFirst = rung.every((it) => it.id === id);
  const notice = recording === 'notice' && isFirst && { notice: recordingNoticeOf(task) };
  const recorded = recordsByItself(recording) && { isRecorded: true };
  return { attempt: id, step: { kind: 'dial-operator', ...call, ...recorded, ...notice } };
}

function tell(message: InboundMessage, task: Task): Routed {
  return { step: { kind: 'tell', message, tongue: spokenLanguageOf(task) } };
}
