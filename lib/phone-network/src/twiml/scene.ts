import type { NumberRegistry } from '../account/number-registry.ts';
import type { VoiceAddresses } from '../account/voice-addresses.ts';
import type { Clock } from '../base/clock.ts';
import type { DebugLog } from '../base/debug-log.ts';
import type { NetworkSettings } from '../base/network-settings.ts';
import type { Conferences } from '../conferences/conferences.ts';
import type { Faults } from '../legs/faults.ts';
import type { Leg } from '../legs/leg.ts';
import type { HttpMethod, TwimlSource } from '../legs/leg-record.ts';
import type { Exchange } from '../lines/exchange.ts';
import type { VirtualPhones } from '../lines/virtual-phones.ts';
import type { Recordings } from '../recordings/recordings.ts';
import type { WebhookSender } from '../webhooks/webhook-sender.ts';
import type { TwimlElement } from './twiml-document.ts';
import { TwimlError, twimlErrors } from './twiml-error.ts';

/** The parts of the network that running TwiML touches. */
export interface NetworkParts {
  accountSid: string;
  /** What browser phones ask when their token names no other. */
  twimlAppSid: string;
  clock: Clock;
  settings: NetworkSettings;
  numbers: NumberRegistry;
  addresses: VoiceAddresses;
  phones: VirtualPhones;
  sender: WebhookSender;
  faults: Faults;
  debugLog: DebugLog;
  exchange: Exchange;
  recordings: Recordings;
  conferences: Conferences;
  /** Runs TwiML on a callee before it is connected; true when it may be, false when it is gone. */
  whisper: (callee: Leg, source: TwimlSource) => Promise<boolean>;
}

/** One leg with the TwiML that runs on it. */
export interface Scene {
  network: NetworkParts;
  leg: Leg;
  /** Aborted when the leg ends or other TwiML takes over. */
  signal: AbortSignal;
  /** The document that is running: what relative URLs refer to. */
  source: TwimlSource;
  /** `whisper`: on the callee of a Dial, before both are connected; `music`: to who waits in a conference or is on hold. */
  within: 'call' | 'whisper' | 'music';
}

/** What follows a verb. */
export type Step =
  | { kind: 'next' }
  | { kind: 'goto'; source: TwimlSource }
  | { kind: 'hang-up' }
  | { kind: 'rejected' };

export const next: Step = { kind: 'next' };

export type VerbExecutor = (verb: TwimlElement, scene: Scene) => Promise<Step>;

/** The document that a verb's URL names; an empty or missing URL is the current document. */
export function sourceAt(
  scene: Scene,
  reference: {
    url: string | undefined;
    method: string | undefined;
    parameters?: Record<string, string>;
  },
): TwimlSource {
  if (!reference.url && 'twiml' in scene.source) return scene.source;
  const method: HttpMethod = reference.method?.toUpperCase() === 'GET' ? 'GET' : 'POST';
  return {
    url: absoluteUrl(scene, reference.url ?? ''),
    method,
    parameters: reference.parameters ?? {},
  };
}

/** Throws TwimlError 11100 for what is no http(s) URL. */
export function absoluteUrl({ source }: Pick<Scene, 'source'>, reference: string): string {
  const base = 'url' in source ? source.url.split('#')[0] : undefined;
  if (reference === '' && base) return base;
  if (!URL.canParse(reference, base))
    throw new TwimlError(twimlErrors.invalidUrl, `not a URL: ${reference}`);
  const url = /^https?:\/\//i.test(reference) ? reference : new URL(reference, base).href;
  if (!/^https?:/i.test(url))
    throw new TwimlError(twimlErrors.invalidUrl, `not an http URL: ${reference}`);
  return url;
}

export function warn(scene: Scene, code: number, message: string): void {
  const url = 'url' in scene.source ? scene.source.url : null;
  scene.network.debugLog.add({ code, message, callSid: scene.leg.record.sid, url });
}

/** An attribute that is a whole number, pulled into its range; the default when it is none. */
export function wholeNumber(
  text: string | undefined,
  { fallback, lowest, highest }: { fallback: number; lowest: number; highest: number },
): number {
  if (text === undefined || !/^\d+$/.test(text)) return fallback;
  return Math.min(Math.max(Number(text), lowest), highest);
}
