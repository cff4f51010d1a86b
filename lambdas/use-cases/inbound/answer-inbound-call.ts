import { fallbackLanguage } from '../../domain/basics/language.ts';
import { toE164 } from '../../domain/basics/phone-number.ts';
import { type InboundMessage, spokenLanguageOf } from '../../domain/phone/voice-step.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Routed } from '../own-calls/route-outbound-call.ts';
import { type AdmitPorts, askForPin } from './admit-operator.ts';
import { type ConnectPorts, connectCaller, sameStepAgain } from './connect-caller.ts';
import { operatorCalling } from './find-caller.ts';
import { type CallersRowPorts, findCallersRow } from './find-callers-row.ts';

export type InboundPorts = AdmitPorts & ConnectPorts & CallersRowPorts;

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
  const found = await findCallersRow(ports, tasks, customer);
  if (found === undefined) return tell('nobody-free', first);
  return connectCaller(ports, { sid: call.sid, customer, ...found });
}

function tell(message: InboundMessage, task?: Task): Routed {
  const tongue = task === undefined ? { language: fallbackLanguage } : spokenLanguageOf(task);
  return { step: { kind: 'tell', message, tongue } };
}
