import { html } from 'hono/html';
import type { SpokenLanguage } from '../../../domain/phone/voice-step.ts';
import { voiceOf } from './voice-of.ts';
import type { AttemptPath, StatePath } from './webhook-url.ts';

/** Markup whose values are escaped: TwiML needs no more than the five characters that HTML does. */
export const twiml = html;
export type Twiml = ReturnType<typeof twiml>;

/** The addresses at which a document goes on. */
export interface NextUrls {
  /** `state`: what the request is about beyond its attempt. */
  ofAttempt(path: AttemptPath, state?: Readonly<Record<string, string | number>>): string;
  withState(path: StatePath, state: Readonly<Record<string, string | number>>): string;
}

export function say(text: string, tongue: SpokenLanguage): Twiml {
  const { voice, language } = voiceOf(tongue);
  return twiml`<Say voice="${voice}" language="${language}">${text}</Say>`;
}

/** Says a sentence and hangs up. */
export function sayGoodbye(text: string, tongue: SpokenLanguage): Twiml {
  return twiml`${say(text, tongue)}<Hangup/>`;
}

/** A row's columns may be of any length; nobody listens longer than this. */
const mostSpoken = 200;

/** Characters that XML does not allow, half a surrogate pair too, would spoil the whole document. */
export function speakable(text: string | undefined, most = mostSpoken): string | undefined {
  const legal = text?.slice(0, most).toWellFormed();
  return legal?.replace(/[\p{Cc}\s\uFFFD-\uFFFF]+/gu, ' ').trim() || undefined;
}

/** How long somebody may think about a key, in seconds. */
const keySeconds = 8;

/** Asks for one key, twice: somebody may have missed the first words. Without a key the next verb follows. */
export function askKey(words: Twiml, action: string, seconds = keySeconds): Twiml {
  const gather = twiml`<Gather numDigits="1" timeout="${seconds}" action="${action}" method="POST">${words}</Gather>`;
  return twiml`${gather}${gather}`;
}

/** Pauses between the digits of a long number are longer than before a key; `#` ends it at once. */
const digitSeconds = 6;

/** Asks for several digits. Without any the next verb follows. */
export function askDigits(words: Twiml, action: string): Twiml {
  return twiml`<Gather finishOnKey="#" timeout="${digitSeconds}" action="${action}" method="POST">${words}</Gather>`;
}
