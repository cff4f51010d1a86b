import { elementsOf, type TwimlElement } from './twiml-document.ts';

const statusCallback = ['statusCallback', 'statusCallbackEvent', 'statusCallbackMethod'];
const whisper = ['url', 'method'];
const machineDetection = ['machineDetection', 'amdStatusCallback', 'amdStatusCallbackMethod'];

/** The attributes that are played of each element; a voice and its language are heard as text. */
export const playedElements: Readonly<Record<string, readonly string[]>> = {
  Say: ['language', 'loop', 'voice'],
  Play: ['digits', 'loop'],
  Gather: [
    'action',
    'actionOnEmptyResult',
    'finishOnKey',
    'input',
    'method',
    'numDigits',
    'timeout',
  ],
  Pause: ['length'],
  Dial: [
    'action',
    'answerOnBridge',
    'callerId',
    'hangupOnStar',
    'method',
    'record',
    'recordingStatusCallback',
    'recordingStatusCallbackEvent',
    'recordingStatusCallbackMethod',
    'sequential',
    'timeLimit',
    'timeout',
  ],
  Number: [...whisper, ...statusCallback, ...machineDetection],
  Sip: [...whisper, ...statusCallback, ...machineDetection],
  Client: [...whisper, ...statusCallback],
  Conference: [
    'beep',
    'endConferenceOnExit',
    'jitterBufferSize',
    'muted',
    'participantLabel',
    'startConferenceOnEnter',
    'waitMethod',
    'waitUrl',
  ],
  Identity: [],
  Parameter: ['name', 'value'],
  Redirect: ['method'],
  Reject: ['reason'],
  Hangup: [],
};

/** What of a verb is passed over here: Twilio's own that this network does not play, and what Twilio does not know. */
export function passedOver(verb: TwimlElement): string[] {
  const attributes = playedElements[verb.name];
  if (attributes === undefined) return [`<${verb.name}>`];
  const unplayed = Object.keys(verb.attributes)
    .filter((it) => !attributes.includes(it))
    .map((it) => `${it} of <${verb.name}>`);
  // What stands in speech is SSML, and heard as its text.
  const inside = verb.name === 'Say' ? [] : elementsOf(verb);
  return [...unplayed, ...inside.flatMap(passedOver)];
}
