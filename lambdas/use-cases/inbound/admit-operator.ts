import { fallbackLanguage } from '../../domain/basics/language.ts';
import {
  type InboundMessage,
  type SpokenLanguage,
  spokenLanguageOf,
  type VoiceStep,
} from '../../domain/phone/voice-step.ts';
import type { Operator } from '../../domain/task/task.ts';
import type { Pins } from '../../ports/pins.ts';
import type { RateCounter } from '../../ports/rate-counter.ts';
import { tasksOf } from '../own-calls/attach-call.ts';
import {
  type Routed,
  type RoutePorts,
  routeOutboundCall,
} from '../own-calls/route-outbound-call.ts';
import { operatorCalling } from './find-caller.ts';

export type AdmitPorts = RoutePorts & { pins: Pins; rateCounter: RateCounter };

/** What was keyed in a call from an operator's number. */
export interface Keyed {
  sid: string;
  from: string;
  digits: string;
  /** How often before it was not good. */
  tries: number;
}

const mostTries = 3;

/** Over calls: a caller's number can be forged, and a PIN has few digits. */
const mostPinsPerHour = 10;
const hourSeconds = 3600;

/** Somebody calls in from an operator's number: only the PIN proves that it is they. */
export async function askForPin(ports: AdmitPorts, operator: Operator): Promise<VoiceStep> {
  const tongue = await tongueFor(ports, operator);
  if (operator.pinHash === undefined) return tell('no-pin', tongue);
  return { kind: 'ask-pin', tries: 0, tongue };
}

export async function enterPin(ports: AdmitPorts, keyed: Keyed): Promise<VoiceStep> {
  const { operator } = (await operatorCalling(ports, keyed.from)) ?? {};
  if (operator?.pinHash === undefined) return { kind: 'hang-up' };
  const tongue = await tongueFor(ports, operator);
  const verdict = await tryPin(ports, operator, keyed.digits);
  if (verdict === 'right') return { kind: 'ask-number', tries: 0, tongue };
  ports.journal.count('PinRefused');
  ports.journal.note('pin refused', { operator: operator.id, why: verdict });
  if (verdict === 'too-many-pins') return tell(verdict, tongue);
  const tries = keyed.tries + 1;
  return tries < mostTries ? { kind: 'ask-pin', tries, tongue } : tell('wrong-pin', tongue);
}

/** It counts as wrong until it proves right, so that no two guesses at once are one too many. */
async function tryPin(
  { pins, rateCounter, clock }: AdmitPorts,
  { id, pinHash = '' }: Operator,
  digits: string,
): Promise<'right' | 'wrong-pin' | 'too-many-pins'> {
  const period = { seconds: hourSeconds, at: clock.now() };
  const wrong = await rateCounter.add(`pin:${id}`, 1, period);
  if (wrong > mostPinsPerHour) return 'too-many-pins';
  if (!(await pins.fits(digits, pinHash))) return 'wrong-pin';
  await rateCounter.add(`pin:${id}`, -1, period);
  return 'right';
}

/** The PIN was keyed; now the number that they want to call. */
export async function enterNumber(ports: AdmitPorts, keyed: Keyed): Promise<Routed> {
  const caller = await operatorCalling(ports, keyed.from);
  if (caller === undefined) return { step: { kind: 'hang-up' } };
  const { sid, digits } = keyed;
  const routed = await routeOutboundCall(ports, { sid, ...caller, target: { tel: digits } });
  const tries = keyed.tries + 1;
  const isNone = routed.step.kind === 'tell' && routed.step.message === 'not-a-number';
  if (!isNone || tries >= mostTries) return routed;
  const tongue = await tongueFor(ports, caller.operator);
  return { step: { kind: 'ask-number', tries, tongue } };
}

async function tongueFor(ports: AdmitPorts, operator: Operator): Promise<SpokenLanguage> {
  const tasks = await tasksOf(ports, operator);
  const task = tasks.find(({ id }) => id === operator.currentTask) ?? tasks[0];
  return task === undefined ? { language: fallbackLanguage } : spokenLanguageOf(task);
}

function tell(message: InboundMessage, tongue: SpokenLanguage): VoiceStep {
  return { kind: 'tell', message, tongue };
}
