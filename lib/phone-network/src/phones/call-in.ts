import { randomUUID } from 'node:crypto';
import type { VoiceConfig } from '../account/voice-config.ts';
import { type AddressKind, addressKind } from '../base/address.ts';
import type { Leg } from '../legs/leg.ts';
import type { NetworkParts } from '../twiml/scene.ts';
import { startTwiml } from '../verbs/perform-twiml.ts';
import { callParameters } from '../webhooks/call-parameters.ts';

export interface CallInOrder {
  from: string;
  /** What was dialled. A browser phone may leave it empty. */
  to: string;
  /** What a browser phone tells its TwiML App: untrusted, as at Twilio. */
  params?: Record<string, string> | undefined;
  /** The TwiML App that a browser phone's token names; the account's own by default. */
  applicationSid?: string | undefined;
  /** Keys for each Gather of the call in turn, in place of what the phone presses otherwise. */
  presses?: readonly string[] | undefined;
}

export type CallInResult = { kind: 'ringing'; leg: Leg } | { kind: 'refused'; reason: string };

/** Who is asked what shall happen, and how the call is shown to them. */
interface Route {
  config: VoiceConfig;
  to: string;
  webhookFields: Record<string, string>;
}

type Router = (order: CallInOrder, network: NetworkParts) => Route | string;

/** By the kind of phone that calls. A string says why the call goes nowhere. */
const routers: Record<AddressKind, Router> = {
  phone: toNumber,
  client: toApp,
  sip: toSipDomain,
};

/** A phone calls: its number's, its app's or its SIP domain's voice URL is asked what shall happen. */
export function callIn(order: CallInOrder, network: NetworkParts): CallInResult {
  const kind = addressKind(order.from);
  const route = kind ? routers[kind](order, network) : `${order.from} is no phone.`;
  if (typeof route === 'string') return { kind: 'refused', reason: route };
  const leg = openLeg(order, { route, network });
  network.phones.callIn(leg, order.presses);
  leg.dial();
  leg.ring();
  const { voiceUrl: url, voiceMethod: method } = route.config;
  const parameters = withoutReserved(
    order.params ?? {},
    callParameters(network.accountSid, leg.record),
  );
  startTwiml(network, leg, { url, method, parameters });
  return { kind: 'ringing', leg };
}

function openLeg(
  { from }: CallInOrder,
  { route, network }: { route: Route; network: NetworkParts },
): Leg {
  const { config, to, webhookFields } = route;
  const { statusCallback, statusCallbackMethod, voiceFallbackUrl, voiceFallbackMethod } = config;
  const leg = network.exchange.open({
    from,
    to,
    direction: 'inbound',
    parentSid: null,
    statusCallback: statusCallback
      ? { url: statusCallback, method: statusCallbackMethod, events: ['completed'] }
      : null,
    webhookFields,
  });
  leg.fallback = voiceFallbackUrl ? { url: voiceFallbackUrl, method: voiceFallbackMethod } : null;
  return leg;
}

function toNumber({ to }: CallInOrder, { numbers }: NetworkParts): Route | string {
  if (!numbers.owns(to)) return `${to} is not a number of this account.`;
  const config = numbers.configOf(to);
  return config ? { config, to, webhookFields: {} } : `${to} has no voice URL.`;
}

function toApp({ to, applicationSid }: CallInOrder, network: NetworkParts): Route | string {
  const sid = applicationSid ?? network.twimlAppSid;
  const config = network.addresses.appOf(sid);
  return config
    ? { config, to, webhookFields: { ApplicationSid: sid } }
    : `${sid} has no voice URL.`;
}

function toSipDomain({ from, to }: CallInOrder, { addresses }: NetworkParts): Route | string {
  const domain = /@([^;:?]+)/.exec(from)?.[1] ?? '';
  const config = addresses.sipDomainOf(domain);
  if (!config) return `${domain} is not a SIP domain of this account, or has no voice URL.`;
  if (to === '') return 'A SIP phone must dial something.';
  const webhookFields = {
    SipDomain: domain,
    SipDomainSid: addresses.sipDomainSid(domain) ?? '',
    SipCallId: `${randomUUID()}@127.0.0.1`,
    SipSourceIp: '127.0.0.1',
  };
  return { config, to: addressKind(to) === 'sip' ? to : `sip:${to}@${domain}`, webhookFields };
}

/** What a browser says about itself never replaces what the network says. */
function withoutReserved(
  given: Record<string, string>,
  reserved: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => !Object.hasOwn(reserved, name)),
  );
}
