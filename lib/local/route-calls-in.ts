import type { PhoneNetwork } from '../phone-network/src/phone-network.ts';

export interface CallsIn {
  /** Of the webhooks, without a slash at the end. */
  address: string;
  numbers: string[];
  sipDomain: string;
}

/**
 * Does locally what the README asks to be set at Twilio: which webhook takes which calls in. What a
 * person set to go elsewhere stays; what he had set to come here follows to the port of this start.
 */
export function routeCallsIn(
  network: PhoneNetwork,
  { address, numbers, sipDomain }: CallsIn,
): void {
  const { numbers: registry, addresses, twimlAppSid } = network.routes;
  const configOf = (path: string) => ({
    voiceUrl: `${address}${path}`,
    voiceFallbackUrl: `${address}/voice/fallback`,
    statusCallback: `${address}/events/inbound`,
  });
  const number = configOf('/voice/inbound');
  for (const it of numbers)
    if (comesHere(registry.configOf(it) ?? number, number)) registry.configure(it, number);
  const app = configOf('/voice/browser');
  if (!addresses.appOf(twimlAppSid)) addresses.configureApp(twimlAppSid, app);
  for (const sid of addresses.apps())
    if (comesHere(addresses.appOf(sid), app)) addresses.configureApp(sid, app);
  const domain = configOf('/voice/desk-phone');
  if (!addresses.sipDomainOf(sipDomain)) addresses.configureSipDomain(sipDomain, domain);
  for (const name of addresses.sipDomains())
    if (comesHere(addresses.sipDomainOf(name), domain)) addresses.configureSipDomain(name, domain);
}

/** On whatever port: an earlier start may have had another. */
function comesHere(set: { voiceUrl: string } | undefined, wanted: { voiceUrl: string }): boolean {
  if (set === undefined) return false;
  const [before, now] = [new URL(set.voiceUrl), new URL(wanted.voiceUrl)];
  return before.hostname === now.hostname && before.pathname === now.pathname;
}
