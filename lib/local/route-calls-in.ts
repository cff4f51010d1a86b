import { fallbackLanguage } from '../../lambdas/domain/basics/language.ts';
import {
  apologyPath,
  type CallEntry,
  callEntries,
  callNewsPath,
  repeatRule,
} from '../../lambdas/ports/calls/voice-paths.ts';
import type { PhoneNetwork } from '../phone-network/src/phone-network.ts';

export interface CallsIn {
  /** Of the webhooks, without a slash at the end. */
  address: string;
  numbers: string[];
  sipDomain: string;
}

/**
 * Does locally what the README asks to be set at Twilio: which webhook takes which calls in. What a
 * person set to go elsewhere stays; what they had set to come here follows to the port of this start.
 */
export function routeCallsIn(
  network: PhoneNetwork,
  { address, numbers, sipDomain }: CallsIn,
): void {
  const { numbers: registry, addresses, twimlAppSid } = network.routes;
  const configOf = (entry: CallEntry) => ({
    voiceUrl: `${address}${callEntries[entry]}${repeatRule}`,
    voiceFallbackUrl: `${address}${apologyPath(fallbackLanguage)}${repeatRule}`,
    voiceFallbackMethod: 'GET' as const,
    statusCallback: `${address}${callNewsPath}${repeatRule}`,
  });
  const routes: Record<CallEntry, (config: ReturnType<typeof configOf>) => void> = {
    number: (config) => {
      for (const it of numbers)
        if (comesHere(registry.configOf(it) ?? config, config)) registry.configure(it, config);
    },
    app: (config) => {
      if (!addresses.appOf(twimlAppSid)) addresses.configureApp(twimlAppSid, config);
      for (const sid of addresses.apps())
        if (comesHere(addresses.appOf(sid), config)) addresses.configureApp(sid, config);
    },
    sipDomain: (config) => {
      if (!addresses.sipDomainOf(sipDomain)) addresses.configureSipDomain(sipDomain, config);
      for (const name of addresses.sipDomains())
        if (comesHere(addresses.sipDomainOf(name), config))
          addresses.configureSipDomain(name, config);
    },
  };
  for (const entry of Object.keys(callEntries) as CallEntry[]) routes[entry](configOf(entry));
}

/** On whatever port: an earlier start may have had another. */
function comesHere(set: { voiceUrl: string } | undefined, wanted: { voiceUrl: string }): boolean {
  if (set === undefined) return false;
  const [before, now] = [new URL(set.voiceUrl), new URL(wanted.voiceUrl)];
  return before.hostname === now.hostname && before.pathname === now.pathname;
}
