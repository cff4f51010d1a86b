import { html as twiml } from 'hono/html';
import type { Tongue, VoiceStep } from '../../domain/voice-step.ts';
import { phrases } from './phrases.ts';
import { voiceOf } from './voice-of.ts';
import type { WebhookPath } from './webhook-url.ts';

type WebhookUrlOf = (path: WebhookPath) => string;

/** Markup whose values are escaped: TwiML needs no more than the five characters that HTML does. */
type Twiml = ReturnType<typeof twiml>;

/** How long somebody may think about a key, in seconds. */
const keySeconds = 8;

/** A row's columns may be of any length; nobody listens longer than this. */
const mostSpoken = 200;

/**
 * The TwiML that makes the phone do the step. Written out rather than built with the SDK's
 * VoiceResponse, which with its XML builder is an eighth of the time that the function needs to start.
 */
export function renderStep(step: VoiceStep, urlOf: WebhookUrlOf): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${twiml`<Response>${verbs(step, urlOf)}</Response>`}`;
}

function verbs(step: VoiceStep, urlOf: WebhookUrlOf): Twiml {
  switch (step.kind) {
    case 'ask-key':
      return askKey(step, urlOf('/voice/ready'));
    case 'wait':
      return wait(step.seconds, urlOf('/voice/customer'));
    case 'dial':
      return dial(step, urlOf);
    case 'tell':
      return tell(phrases[step.tongue.language].messages[step.message], step.tongue);
    case 'hang-up':
      return twiml`<Hangup/>`;
    default:
      return step satisfies never;
  }
}

/** Asks twice: somebody may have missed the first words. Without a key the next verb follows. */
function askKey({ who, tongue }: VoiceStep & { kind: 'ask-key' }, action: string): Twiml {
  const { greeting, messages } = phrases[tongue.language];
  const words = say(greeting(speakable(who)), tongue);
  const gather = twiml`<Gather numDigits="1" timeout="${keySeconds}" action="${action}" method="POST">${words}</Gather>`;
  return twiml`${gather}${gather}${tell(messages['no-key'], tongue)}`;
}

function wait(seconds: number, next: string): Twiml {
  const pause = seconds > 0 ? twiml`<Pause length="${seconds}"/>` : '';
  return twiml`${pause}<Redirect method="POST">${next}</Redirect>`;
}

/** No `answerOnBridge`: the operator's leg was answered long before (it is for inbound parents). */
function dial(
  { customer, callerId, ringSeconds }: VoiceStep & { kind: 'dial' },
  urlOf: WebhookUrlOf,
): Twiml {
  const number = twiml`<Number statusCallback="${urlOf('/events/customer')}" statusCallbackMethod="POST" statusCallbackEvent="ringing answered completed">${customer}</Number>`;
  return twiml`<Dial action="${urlOf('/voice/after')}" method="POST" callerId="${callerId}" timeout="${ringSeconds}">${number}</Dial>`;
}

function tell(text: string, tongue: Tongue): Twiml {
  return twiml`${say(text, tongue)}<Hangup/>`;
}

function say(text: string, tongue: Tongue): Twiml {
  const { voice, language } = voiceOf(tongue);
  return twiml`<Say voice="${voice}" language="${language}">${text}</Say>`;
}

/** Characters that XML does not allow, half a surrogate pair too, would spoil the whole document. */
function speakable(text: string | undefined): string | undefined {
  const legal = text?.slice(0, mostSpoken).toWellFormed();
  return legal?.replace(/[\p{Cc}\s\uFFFD-\uFFFF]+/gu, ' ').trim() || undefined;
}
