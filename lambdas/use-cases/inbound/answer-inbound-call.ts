import { toE164 } from '../domain/phone-number.ts';
import type { RowKey } from '../domain/row.ts';
import type { Task } from '../domain/task.ts';
import { type InboundMessage, tongueOf } from '../domain/voice-step.ts';
import type { RowDesk } from '../ports/row-desk.ts';
import { type AdmitPorts, askForPin } from './admit-operator.ts';
import { type ConnectPorts, connectCaller, sameStepAgain } from './connect-caller.ts';
import { operatorCalling } from './find-caller.ts';
import type { Routed } from './route-outbound-call.ts';
import { type NumberPorts, rowsOfNumber } from './rows-of-number.ts';

export type InboundPorts = AdmitPorts & ConnectPorts;

/** Somebody called one of our numbers. */
export interface InboundCall {
  sid: string;
  from: string;
  to: string;
}

/** An operator dials in, or a customer calls back: he reaches somebody, or hears when he will be called. */
export async function answerInboundCall(ports: InboundPorts, call: InboundCall): Promise<Routed> {
  if ((await ports.attempts.ofCall(call.sid)) !== undefined) {
    return (await sameStepAgain(ports, call.sid)) ?? { step: { kind: 'hang-up' } };
  }
  const caller = await operatorCalling(ports, call.from);
  if (caller !== undefined) return { step: await askForPin(ports, caller.operator) };
  const tasks = (await ports.directory.tasks()).filter(({ callerId }) => callerId === call.to);
  const [first] = tasks;
  if (first === undefined) return tell('nobody-here');
  const customer = toE164(call.from, first.country);
  if (customer === undefined) return tell('show-number', first);
  ports.journal.count('CustomerCalledIn');
  const found = await findOrAdd(ports, tasks, customer);
  if (found === undefined) return tell('nobody-free', first);
  return connectCaller(ports, { sid: call.sid, customer, ...found });
}

/** His row in one of the number's tasks; a new one in the first that takes calls which it did not begin. */
async function findOrAdd(
  ports: NumberPorts & { desk: Pick<RowDesk, 'insert'> },
  tasks: readonly Task[],
  customer: string,
): Promise<{ row: RowKey; task: Task } | undefined> {
  const [found] = await rowsOfNumber(ports, tasks, customer);
  if (found !== undefined) return { row: found.row.key, task: found.task };
  const task = tasks.find(({ attachCalls }) => attachCalls);
  return task && { row: await ports.desk.insert(task.id, { tel: customer }), task };
}

function tell(message: InboundMessage, task?: Task): Routed {
  const tongue = task === undefined ? ({ language: 'en' } as const) : tongueOf(task);
  return { step: { kind: 'tell', message, tongue } };
}
