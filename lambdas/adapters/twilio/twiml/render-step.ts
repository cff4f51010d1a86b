import type { VoiceStep } from '../../../domain/phone/voice-step.ts';
import { phrases } from '../phrases/phrases.ts';
import { confirmCallback, dialOperator, greetForCaller, offerCallback } from './render-inbound.ts';
import { askQuestion, confirmForm, readBack } from './render-question.ts';
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
 * The TwiML that makes the phone do the step. Written out rather than built with the SDK's
 * VoiceResponse, which with its XML builder is an eighth of the time that the function needs to start.
 */
export function renderStep(step: VoiceStep, urls: NextUrls): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${twiml`<Response>${verbs(step, urls)}</Response>`}`;
}

function verbs(step: VoiceStep, urls: NextUrls): Twiml | '' {
  switch (step.kind) {
    case 'ask-key':
      return greet(step, urls.ofAttempt('/voice/ready'));
    case 'ask-key-for-caller':
      return greetForCaller(step, urls);
    case 'say-notice':
      return sayNotice(step); // then it joins the callee with who called, as an empty one does
    case 'let-through':
      return ''; // an empty document joins the callee with who called
    case 'ask-pin':
    case 'ask-number':
      return askOperator(step, urls);
    case 'wait':
      return wait(step.seconds, urls.ofAttempt('/voice/customer'));
    case 'dial':
      return dial(step, urls);
    case 'dial-operator':
      return dialOperator(step, urls);
    case 'offer-callback':
      return offerCallback(step, urls);
    case 'confirm-callback':
      return confirmCallback(step);
    case 'begin-script':
      return wait(0, urls.ofAttempt('/voice/script'));
    case 'ask-question':
      return askQuestion(step, urls);
    case 'read-back':
      return readBack(step, urls);
    case 'form-sent':
      return confirmForm(step);
    case 'leave-message':
      return leaveMessage(step);
    case 'confer':
      return confer(step, urls);
    case 'tell':
      return sayGoodbye(phrases[step.tongue.language].messages[step.message], step.tongue);
    case 'hang-up':
      return twiml`<Hangup/>`;
    default:
      return step satisfies never;
  }
}

function greet({ who, tongue }: VoiceStep & { kind: 'ask-key' }, action: string): Twiml {
  const { greeting, messages } = phrases[tongue.language];
  const words = say(greeting(speakable(who)), tongue);
  return twiml`${askKey(words, action)}${sayGoodbye(messages['no-key'], tongue)}`;
}

/** An operator who dials in: their PIN, then the number that they want. */
function askOperator(step: VoiceStep & { kind: 'ask-pin' | 'ask-number' }, urls: NextUrls): Twiml {
  const { kind, tries, tongue } = step;
  const { askPin, askNumber, again, goodbye } = phrases[tongue.language];
  const question = kind === 'ask-pin' ? askPin : askNumber;
  const words = tries === 0 ? question : `${again} ${question}`;
  const path = kind === 'ask-pin' ? '/caller/pin' : '/caller/number';
  const gather = askDigits(say(words, tongue), urls.withState(path, { tries }));
  const first = kind === 'ask-pin' ? hold(step) : '';
  return twiml`${first}${gather}${sayGoodbye(goodbye, tongue)}`;
}

function hold({ waitSeconds, tongue }: VoiceStep & { kind: 'ask-pin' }): Twiml | '' {
  if (waitSeconds === 0) return '';
  const words = say(phrases[tongue.language].holdTheLine, tongue);
  return twiml`${words}<Pause length="${waitSeconds}"/>`;
}

/** After a second, when the greeting's last word and the tone are over as far as the operator heard. */
function leaveMessage(step: VoiceStep & { kind: 'leave-message' }): Twiml {
  const message =
    'sound' in step
      ? twiml`<Play>${step.sound}</Play>`
      : say(speakable(step.words, longestMessage) ?? '', step.tongue);
  return twiml`<Pause length="1"/>${message}<Hangup/>`;
}

const longestMessage = 500;

/**
 * One conference for each attempt, named by its id. It ends for both when either leaves; the operator goes on
 * at its action. A jitter buffer of the usual size would add up to a second to every word.
 * https://www.twilio.com/docs/voice/twiml/conference
 */
function confer({ room: name, as, music }: VoiceStep & { kind: 'confer' }, urls: NextUrls): Twiml {
  const wait = music === undefined ? '' : twiml` waitUrl="${music}" waitMethod="GET"`;
  const silence = as === 'operator' ? twiml` waitUrl=""` : wait;
  const room = twiml`<Conference beep="false" jitterBufferSize="small" endConferenceOnExit="true"${silence}>${name}</Conference>`;
  if (as === 'customer') return twiml`<Dial>${room}</Dial>`;
  return twiml`<Dial action="${urls.ofAttempt('/voice/left')}" method="POST" hangupOnStar="true">${room}</Dial>`;
}

function wait(seconds: number, next: string): Twiml {
  const pause = seconds > 0 ? twiml`<Pause length="${seconds}"/>` : '';
  return twiml`${pause}<Redirect method="POST">${next}</Redirect>`;
}

/**
 * No `answerOnBridge`: the operator's leg was answered long before, or they called by hand and hear
 * Twilio's ringing. With `*` they let the customer go and stay. `completed` is asked for because only the
 * leg's own callback has the line's answer (`SipResponseCode`). Machines are listened for beside the talk,
 * which never waits for what is found. A noun's `url` speaks to whoever was called, before they are joined;
 * who dialled hears ringing meanwhile. https://www.twilio.com/docs/voice/twiml/number#attributes-url
 */
function dial(step: VoiceStep & { kind: 'dial' }, urls: NextUrls): Twiml {
  const { customer, callerId, ringSeconds, isWatched } = step;
  const events = urls.ofAttempt('/events/customer');
  const news = isWatched ? 'ringing answered completed' : 'answered completed';
  const detection = step.detectsMachines
    ? twiml` machineDetection="Enable" amdStatusCallback="${urls.ofAttempt('/events/machine')}" amdStatusCallbackMethod="POST"`
    : '';
  const whisper =
    step.recording === 'notice'
      ? twiml` url="${urls.ofAttempt('/voice/notice')}" method="POST"`
      : '';
  const recording = recordingAttributes(step.recording !== undefined, urls);
  const number = twiml`<Number${whisper} statusCallback="${events}" statusCallbackMethod="POST" statusCallbackEvent="${news}"${detection}>${customer}</Number>`;
  return twiml`<Dial action="${urls.ofAttempt('/voice/after')}" method="POST" callerId="${callerId}" timeout="${ringSeconds}" hangupOnStar="true"${recording}>${number}</Dial>`;
}
