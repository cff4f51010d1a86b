import type { RecordingOrder } from '../account/recording.ts';
import { addressKind, withoutPunctuation } from '../base/address.ts';
import { progressEvents, type StatusSubscription, type TwimlSource } from '../legs/leg-record.ts';
import { recordingSubscription } from '../recordings/read-recording.ts';
import { absoluteUrl, type Scene, sourceAt, wholeNumber } from '../twiml/scene.ts';
import { elementsOf, type TwimlElement, textOf } from '../twiml/twiml-document.ts';
import { TwimlError, twimlErrors } from '../twiml/twiml-error.ts';

export interface DialPlan {
  callees: Callee[];
  callerId: string;
  timeoutSeconds: number;
  timeLimitSeconds: number;
  answersOnBridge: boolean;
  hangsUpOnStar: boolean;
  isSequential: boolean;
  /** From the answer on; where it begins before, it begins here all the same. */
  recording: RecordingOrder | null;
}

export interface Callee {
  address: string;
  whisper: TwimlSource | null;
  statusCallback: StatusSubscription | null;
  /** Told what answered; the call is not kept waiting for it. */
  machineCallback: { url: string; method: 'GET' | 'POST' } | null;
  /** Reach a browser phone with the call. */
  customParameters: Record<string, string>;
}

const nouns = ['Number', 'Client', 'Sip'];

/** Throws TwimlError for a Dial that cannot be dialled at all. */
export function readDialPlan(verb: TwimlElement, scene: Scene): DialPlan {
  const { attributes } = verb;
  const timeout = { fallback: 30, lowest: 5, highest: 600 };
  const timeLimit = { fallback: 14_400, lowest: 1, highest: 14_400 };
  const callees = calleeElements(verb).map((noun) => readCallee(noun, scene));
  if (!scene.network.exchange.hasRoomFor(callees.length)) {
    throw new TwimlError(twimlErrors.tooManyCalls, 'call concurrency limit exceeded');
  }
  return {
    callees,
    callerId: readCallerId(attributes.callerId, callees, scene),
    timeoutSeconds: wholeNumber(attributes.timeout, timeout),
    timeLimitSeconds: wholeNumber(attributes.timeLimit, timeLimit),
    answersOnBridge: attributes.answerOnBridge === 'true',
    hangsUpOnStar: attributes.hangupOnStar === 'true',
    isSequential: attributes.sequential === 'true',
    recording: readRecording(verb, scene),
  };
}

/** https://www.twilio.com/docs/voice/twiml/dial#record */
function readRecording({ attributes }: TwimlElement, scene: Scene): RecordingOrder | null {
  const { record = 'do-not-record', recordingStatusCallback: url } = attributes;
  if (!/^record-from-(answer|ringing)(-dual)?$/.test(record) && record !== 'true') return null;
  return {
    source: 'DialVerb',
    channels: record.endsWith('-dual') ? 2 : 1,
    statusCallback: recordingSubscription(url && absoluteUrl(scene, url), {
      method: attributes.recordingStatusCallbackMethod,
      events: attributes.recordingStatusCallbackEvent?.split(/\s+/) ?? [],
    }),
  };
}

/** A Dial that holds text only dials that number. */
function calleeElements(verb: TwimlElement): TwimlElement[] {
  const given = elementsOf(verb).filter(({ name }) => nouns.includes(name));
  return given.length > 0 ? given : [{ name: 'Number', attributes: {}, children: [textOf(verb)] }];
}

function readCallee(noun: TwimlElement, scene: Scene): Callee {
  const { url, method } = noun.attributes;
  return {
    address: readAddress(noun, scene),
    whisper: url ? sourceAt(scene, { url, method }) : null,
    statusCallback: readSubscription(noun, scene),
    machineCallback: readMachineCallback(noun, scene),
    customParameters: noun.name === 'Client' ? readParameters(noun) : {},
  };
}

/** Numbers and SIP phones alone are listened to. */
function readMachineCallback(noun: TwimlElement, scene: Scene): Callee['machineCallback'] {
  const { machineDetection, amdStatusCallback, amdStatusCallbackMethod } = noun.attributes;
  if (noun.name === 'Client' || !machineDetection || !amdStatusCallback) return null;
  const method = amdStatusCallbackMethod?.toUpperCase() === 'GET' ? 'GET' : 'POST';
  return { url: absoluteUrl(scene, amdStatusCallback), method };
}

function readAddress(noun: TwimlElement, { network }: Scene): string {
  if (noun.name === 'Client') return readClient(noun);
  if (noun.name === 'Sip') {
    // Headers and transport are for the way to the phone; its address is what is before them.
    const uri = textOf(noun).replace(/[;?].*$/, '');
    if (addressKind(uri) !== 'sip') throw new TwimlError(twimlErrors.sipUri, 'not a SIP URI');
    return uri;
  }
  const number = withoutPunctuation(textOf(noun));
  if (addressKind(number) !== 'phone')
    throw new TwimlError(twimlErrors.notE164, 'not an E.164 number');
  if (network.settings.blockedPrefixes.some((prefix) => number.startsWith(prefix))) {
    throw new TwimlError(twimlErrors.geoPermission, 'geo permissions forbid this destination');
  }
  return number;
}

function readClient(noun: TwimlElement): string {
  const identity = elementsOf(noun).find(({ name }) => name === 'Identity');
  const address = `client:${textOf(identity ?? { ...noun, children: noun.children.filter(isText) })}`;
  if (addressKind(address) !== 'client')
    throw new TwimlError(twimlErrors.clientName, 'not a client identity');
  return address;
}

function readParameters(noun: TwimlElement): Record<string, string> {
  const given = elementsOf(noun).filter(({ name }) => name === 'Parameter');
  return Object.fromEntries(
    given.map(({ attributes }) => [attributes.name ?? '', attributes.value ?? '']),
  );
}

function isText(child: TwimlElement | string): child is string {
  return typeof child === 'string';
}

function readSubscription(noun: TwimlElement, scene: Scene): StatusSubscription | null {
  const { statusCallback, statusCallbackEvent, statusCallbackMethod } = noun.attributes;
  if (!statusCallback) return null;
  const wanted = (statusCallbackEvent ?? 'completed').split(/\s+/);
  return {
    url: absoluteUrl(scene, statusCallback),
    method: statusCallbackMethod?.toUpperCase() === 'GET' ? 'GET' : 'POST',
    events: progressEvents.filter((event) => wanted.includes(event)),
  };
}

/**
 * Phones may be shown the account's numbers or the parties of the running call, unless those come from a browser or
 * SIP phone, which can name anybody; clients and SIP phones may be shown anything.
 */
function readCallerId(
  given: string | undefined,
  callees: Callee[],
  { leg, network }: Scene,
): string {
  const { from, to, direction } = leg.record;
  const callerId = given ?? from;
  const dialsPhone = callees.some(({ address }) => addressKind(address) === 'phone');
  const isOwnPhone = direction === 'inbound' && addressKind(from) !== 'phone';
  const isParty = !isOwnPhone && (callerId === from || callerId === to);
  const isShown = network.numbers.owns(callerId) || isParty;
  if (dialsPhone && (!isShown || addressKind(callerId) !== 'phone')) {
    throw new TwimlError(
      twimlErrors.callerId,
      'callerId must be a number of the account or of this call',
    );
  }
  return callerId;
}
