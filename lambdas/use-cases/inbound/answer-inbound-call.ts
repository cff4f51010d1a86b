import { fallbackLanguage } from '../../domain/basics/language.ts';
import { toE164 } from '../../domain/basics/phone-number.ts';
import { type InboundMessage, spokenLanguageOf } from '../../domain/phone/voice-step.ts';
import type { RowKey } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { RowEditor } from '../../ports/row-editor.ts';
import { type NumberPorts, rowsOfNumber } from '../numbers/rows-of-number.ts';
import type { Routed } from '../own-calls/route-outbound-call.ts';
import { type AdmitPorts, askForPin } from './admit-operator.ts';
import { type ConnectPorts, connectCaller, sameStepAgain } from './connect-caller.ts';
import { operatorCalling } from './find-caller.ts';

export type InboundPorts = AdmitPorts & ConnectPorts;

/** Somebody called one of our numbers. */
export interface InboundCall {
  sid: string;
  from: string;
  to: string;
}

/** An operator dials in, or a customer calls back: they reach somebody, or hear when they will be called. */
export async function answerInboundCall(ports: InboundPorts, call: InboundCall): Promise<Routed> {
  if ((await ports.attempts.ofCall(call.sid)) !== undefined) {
    return (await sameStepAgain(ports, call.sid)) ?? { step: { kind: 'hang-up' } };
  }
  const caller = await operatorCalling(ports, call.from);
  if (caller !== undefined) return { step: await askForPin(ports, caller.operator, call.from) };
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

/** Their row in one of the number's tasks; a new one in the first that takes calls which it did not begin. */
async function findOrAdd(
  ports: NumberPorts & { rowEditor: Pick<RowEditor, 'insert'> },
  tasks: readonly Task[],
  customer: string,
): Promise<{ row: RowKey; task: Task } | undefined> {
  const [found] = await rowsOfNumber(ports, tasks, customer);
  if (found !== undefined) return { row: found.row.key, task: found.task };
  const task = tasks.find(({ attachCalls }) => attachCalls);
  return task && { row: await ports.rowEditor.insert(task.id, { tel: customer }), task };
}

function tell(message: InboundMessage, task?: Task): Routed {
  const tongue = task === undefined ? { language: fallbackLanguage } : spokenLanguageOf(task);
  return { step: { kind: 'tell', message, tongue } };
}
