import { locales } from '../../../domain/basics/language.ts';
import type { SpokenLanguage, SpokenMoment, VoiceStep } from '../../../domain/phone/voice-step.ts';
import { phrases } from '../phrases/phrases.ts';
import { recordingAttributes, sayNotice } from './render-recording.ts';
import {
  askDigits,
  askKey,
  type NextUrls,
  say,
  sayGoodbye,
  speakable,
  type Twiml,
  twiml,
} from './twiml.ts';

/**
 * The customer hears ringing until an operator has pressed 1. For that `answerOnBridge` must stand on the
 * document's first verb, while the call is not answered: no sentence goes before it, also not before the
 * next operator (https://www.twilio.com/docs/voice/twiml/dial#answeronbridge). A notice that the talk is
 * recorded answers the call: nothing else can speak to who called.
 */
export function dialOperator(step: VoiceStep & { kind: 'dial-operator' }, urls: NextUrls): Twiml {
  const { callerId, ringSeconds, isRecorded = false, notice } = step;
  const words = notice ? sayNotice(notice) : '';
  const recording = recordingAttributes(isRecorded, urls);
  const action = urls.ofAttempt('/caller/after');
  return twiml`${words}<Dial answerOnBridge="true" action="${action}" method="POST" callerId="${callerId}" timeout="${ringSeconds}"${recording}>${callee(step, urls)}</Dial>`;
}

function callee(
  { address, isWatched }: VoiceStep & { kind: 'dial-operator' },
  urls: NextUrls,
): Twiml {
  const url = urls.ofAttempt('/caller/whisper');
  const events = urls.ofAttempt('/events/operator');
  const news = isWatched ? 'ringing completed' : 'completed';
  const attributes = twiml`url="${url}" method="POST" statusCallback="${events}" statusCallbackMethod="POST" statusCallbackEvent="${news}"`;
  if (address.startsWith('client:')) {
    return twiml`<Client ${attributes}>${address.slice('client:'.length)}</Client>`;
  }
  if (address.startsWith('sip:')) return twiml`<Sip ${attributes}>${address}</Sip>`;
  return twiml`<Number ${attributes}>${address}</Number>`;
}

/** A customer waits meanwhile: the operator has less time to think, in seconds. */
const callerKeySeconds = 4;

export function greetForCaller(
  { who, tongue }: VoiceStep & { kind: 'ask-key-for-caller' },
  urls: NextUrls,
): Twiml {
  const { callerGreeting, goodbye } = phrases[tongue.language];
  const words = say(callerGreeting(speakable(who)), tongue);
  const key = askKey(words, urls.ofAttempt('/caller/join'), callerKeySeconds);
  return twiml`${key}${sayGoodbye(goodbye, tongue)}`;
}

export function offerCallback(
  { row, promised, at, tries, tongue }: VoiceStep & { kind: 'offer-callback' },
  urls: NextUrls,
): Twiml {
  const { nobodyFree, again, askMinutes, messages } = phrases[tongue.language];
  const opening = tries === 0 ? nobodyFree(momentOf(promised, tongue)) : again;
  const action = urls.withState('/caller/order', { row: `${row.task}.${row.Id}`, at, tries });
  const gather = askDigits(say(`${opening} ${askMinutes}`, tongue), action);
  return twiml`${gather}${sayGoodbye(messages['no-order'], tongue)}`;
}

export function confirmCallback({
  moment,
  tongue,
}: VoiceStep & { kind: 'confirm-callback' }): Twiml {
  const { confirmed } = phrases[tongue.language];
  return sayGoodbye(confirmed(momentOf(moment ?? 'soon', tongue)), tongue);
}

function momentOf(
  moment: SpokenMoment | 'soon' | undefined,
  tongue: SpokenLanguage,
): string | undefined {
  if (moment === undefined) return undefined;
  const { soon, atTime } = phrases[tongue.language];
  if (moment === 'soon') return soon;
  const { at, zone: timeZone, isToday } = moment;
  const spoken = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[tongue.language], { timeZone, ...parts }).format(at);
  const time = spoken({ hour: '2-digit', minute: '2-digit' });
  return atTime(time, isToday ? undefined : spoken({ day: 'numeric', month: 'long' }));
}
