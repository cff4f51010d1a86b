/**
 * Where Twilio handles calls and keeps what it knows of them. Credentials, API keys, TwiML Apps and SIP
 * domains belong to one region each.
 * https://www.twilio.com/docs/global-infrastructure/understanding-twilio-regions
 */
export const voiceRegions = ['us1', 'ie1', 'au1'] as const;
export type VoiceRegion = (typeof voiceRegions)[number];

/**
 * By which a browser's sound gets to Twilio; `roaming` is whichever is nearest.
 * https://www.twilio.com/docs/global-infrastructure/edge-locations
 */
export const voiceEdges = [
  'roaming',
  'ashburn',
  'dublin',
  'frankfurt',
  'sao-paulo',
  'singapore',
  'sydney',
  'tokyo',
  'umatilla',
] as const;
export type VoiceEdge = (typeof voiceEdges)[number];

export interface VoicePlace {
  region: VoiceRegion;
  edge: VoiceEdge;
}

/** The edge that stands in the API's name beside its region: of the US region's name neither is part. */
export const apiEdges: Readonly<Record<Exclude<VoiceRegion, 'us1'>, VoiceEdge>> = {
  ie1: 'dublin',
  au1: 'sydney',
};

/** https://www.twilio.com/docs/global-infrastructure/api-domain-migration-guide */
export function apiUrlOf(region: VoiceRegion): string {
  return region === 'us1'
    ? 'https://api.twilio.com'
    : `https://api.${apiEdges[region]}.${region}.twilio.com`;
}

/**
 * What a browser phone opens: its signalling, and what it tells of its calls' quality, at first to the US
 * and then to its token's region (Voice SDK 2.18.5, `lib/twilio/regions.ts`).
 */
export function browserPhoneUrls({ region, edge }: VoicePlace): string[] {
  const events = ['https://eventgw.twilio.com'];
  if (region !== 'us1') events.push(`https://eventgw.${region}.twilio.com`);
  return [...events, `wss://voice-js.${edge}.twilio.com`];
}
