import type { Language } from '../../domain/basics/language.ts';

/**
 * Every webhook that the telephone network calls: the function that answers it, and where the network
 * has its address from. A new one is a line here; the compiler then names its handler and, where calls
 * begin at it, the stack's outputs, the configure command and the local network.
 */
export const voicePaths = {
  '/voice/operator': { fn: 'voice', from: 'attempt' },
  '/voice/ready': { fn: 'voice', from: 'attempt' },
  '/voice/customer': { fn: 'voice', from: 'attempt' },
  '/voice/after': { fn: 'voice', from: 'attempt' },
  '/voice/notice': { fn: 'voice', from: 'attempt' },
  '/voice/message': { fn: 'voice', from: 'attempt' },
  '/voice/conference': { fn: 'voice', from: 'attempt' },
  '/voice/left': { fn: 'voice', from: 'attempt' },
  '/voice/withdrawn': { fn: 'voice', from: 'attempt' },
  '/voice/script': { fn: 'keypad', from: 'attempt' },
  '/voice/inbound': { fn: 'inbound', from: 'number' },
  '/voice/browser': { fn: 'inbound', from: 'app' },
  '/voice/desk-phone': { fn: 'inbound', from: 'sipDomain' },
  '/caller/pin': { fn: 'inbound', from: 'state' },
  '/caller/number': { fn: 'inbound', from: 'state' },
  '/caller/order': { fn: 'inbound', from: 'state' },
  '/caller/whisper': { fn: 'inbound', from: 'attempt' },
  '/caller/join': { fn: 'inbound', from: 'attempt' },
  '/caller/after': { fn: 'inbound', from: 'attempt' },
  '/events/operator': { fn: 'events', from: 'attempt' },
  '/events/customer': { fn: 'events', from: 'attempt' },
  '/events/machine': { fn: 'events', from: 'attempt' },
  '/events/recording': { fn: 'events', from: 'attempt' },
  '/events/inbound': { fn: 'events', from: 'every entry' },
} as const satisfies Record<`/${Family}/${string}`, { fn: WebhookFunction; from: Source }>;

export type VoicePath = keyof typeof voicePaths;

/** Named as its bundle. */
export type WebhookFunction = 'voice' | 'keypad' | 'inbound' | 'events';

/** What a person sets a webhook at, for calls that come in. */
export type CallEntry = 'number' | 'app' | 'sipDomain';

/** `attempt` and `state`: an address of ours, which names an attempt, or the state of a call without one. */
type Source = 'attempt' | 'state' | CallEntry | 'every entry';

type Family = 'voice' | 'caller' | 'events';

/** The webhooks of a function, those alone whose address comes from there. */
export type PathOf<F extends WebhookFunction = WebhookFunction, S extends Source = Source> = {
  [P in VoicePath]: (typeof voicePaths)[P] extends { fn: F; from: S } ? P : never;
}[VoicePath];

/** Where calls come in, where Twilio goes when that fails, and where it tells of them. */
export const callEntries: {
  readonly [P in PathOf<WebhookFunction, CallEntry> as (typeof voicePaths)[P]['from']]: P;
} = { number: '/voice/inbound', app: '/voice/browser', sipDomain: '/voice/desk-phone' };
/**
 * Stands at the end of every address that the network is given, those of numbers, TwiML Apps and SIP
 * domains too: up to two repeats when no answer comes within 5 s, or a 5xx. Without it Twilio repeats only
 * a connection that failed. It is no part of what is signed. Every webhook of ours may be repeated: it
 * means the same the second time.
 *
 * All tries together have 15 s, which no setting prolongs: three times 5 s. A function that starts slowly
 * goes on starting when Twilio no longer waits for it; Lambda lets it take 10 s, and is then ready for the
 * third try. With 4 s a start of more than 8 s ended in the apology, with 7 s and one repeat one of more than 7 s.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export const repeatRule = '#rc=2&rt=5000&rp=ct,rt,5xx';

/**
 * Where the network goes, by GET, when a webhook does not answer: a file beside the pages, one for each
 * language. It runs nothing, so that it shares nothing with what failed.
 */
export function apologyPath(language: Language): `/sorry-${Language}.xml` {
  return `/sorry-${language}.xml`;
}

export const callNewsPath: PathOf<'events', 'every entry'> = '/events/inbound';

/** Routes that take what is no webhook of ours as well: the function notes it. */
export const familyRoutes: Readonly<Record<Family, { path: string; fn: WebhookFunction }>> = {
  voice: { path: '/voice/{step}', fn: 'voice' },
  caller: { path: '/caller/{step}', fn: 'inbound' },
  events: { path: '/events/{leg}', fn: 'events' },
};

/** The webhook of the function at that path, undefined when it has none there. */
export function pathOf<F extends WebhookFunction>(fn: F, path: string): PathOf<F> | undefined {
  const isOurs = Object.hasOwn(voicePaths, path) && voicePaths[path as VoicePath].fn === fn;
  return isOurs ? (path as PathOf<F>) : undefined;
}
