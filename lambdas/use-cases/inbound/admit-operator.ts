import { fingerprint } from '../../domain/basics/fingerprint.ts';
import { fallbackLanguage } from '../../domain/basics/language.ts';
import {
  type InboundMessage,
  type SpokenLanguage,
  spokenLanguageOf,
  type VoiceStep,
} from '../../domain/phone/voice-step.ts';
import type { Operator } from '../../domain/task/task.ts';
import type { RateCounter } from '../../ports/limits/rate-counter.ts';
import type { Pins } from '../../ports/people/pins.ts';
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

/** Wrong PINs of a day, by who they are for and by where they come from. */
const daySeconds = 86_400;

/** So many are forgiven; each one more doubles the wait. */
const forgiven = 3;
const longestWait = 60;

/**
 * Somebody calls in from an operator's number: only the PIN proves that it is they, since a number can
 * be forged. Wrong ones make everybody wait longer who calls from there, and close the door to nobody:
 * else a stranger could lock an operator out.
 */
export async function askForPin(
  ports: AdmitPorts,
  operator: Operator,
  from: string,
): Promise<VoiceStep> {
  const tongue = await tongueFor(ports, operator);
  if (operator.pinHash === undefined) return tell('no-pin', tongue);
  const wrong = await countWrong(ports, { operator, from }, 0);
  return { kind: 'ask-pin', tries: 0, waitSeconds: waitAfter(wrong), tongue };
}

export async function enterPin(ports: AdmitPorts, keyed: Keyed): Promise<VoiceStep> {
  const { from, digits } = keyed;
  const { operator } = (await operatorCalling(ports, from)) ?? {};
  if (operator?.pinHash === undefined) return { kind: 'hang-up' };
  const tongue = await tongueFor(ports, operator);
  // It counts as wrong until it proves right, so that of many guesses at once none is free.
  const wrong = await countWrong(ports, { operator, from }, 1);
  if (await ports.pins.fits(digits, operator.pinHash)) {
    await countWrong(ports, { operator, from }, -1);
    return { kind: 'ask-number', tries: 0, tongue };
  }
  ports.journal.count('PinRefused');
  ports.journal.count('CallerSuspected');
  ports.journal.note('pin refused', { operator: operator.id });
  const tries = keyed.tries + 1;
  if (tries >= mostTries) return tell('wrong-pin', tongue);
  return { kind: 'ask-pin', tries, waitSeconds: waitAfter(wrong), tongue };
}

/** @returns how many there were, whichever is more */
async function countWrong(
  { rateCounter, clock }: AdmitPorts,
  { operator, from }: { operator: Operator; from: string },
  amount: 1 | 0 | -1,
): Promise<number> {
  const period = { seconds: daySeconds, at: clock.now() };
  const keys = [`pin:${operator.id}`, `pin-from:${fingerprint(from)}`];
  return Math.max(...(await Promise.all(keys.map((it) => rateCounter.add(it, amount, period)))));
}

/** In seconds: 1, 2, 4 and so on. */
function waitAfter(wrong: number): number {
  return wrong <= forgiven ? 0 : Math.min(2 ** (wrong - forgiven - 1), longestWait);
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
