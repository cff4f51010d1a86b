import { createHmac } from 'node:crypto';
import { hour, type Instant, minute, second } from '../../domain/basics/instant.ts';
import type { VoicePlace, VoiceRegion } from '../../ports/calls/voice-regions.ts';
import type { VoiceToken, VoiceTokens } from '../../ports/calls/voice-tokens.ts';
import type { Clock } from '../../ports/clock.ts';

export interface PhoneKeys {
  accountSid: string;
  apiKeySid: string;
  apiKeySecret: string;
  /** Where Twilio asks what becomes of the calls that the browser makes. */
  twimlAppSid: string;
}

/** Twilio takes up to a day; a pass that is lost shall not be good for long. */
const lifetime = hour;

/** Keys that were exchanged are read anew within this. */
const keysKeptFor = 5 * minute;

/**
 * Access tokens for the Voice SDK. The form is Twilio's (`twilio/lib/jwt/AccessToken`), written here
 * because that part of the package brings a JWT library along, and asks the system's clock.
 */
export class TwilioVoiceTokens implements VoiceTokens {
  readonly #read: () => Promise<PhoneKeys | undefined>;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #place: VoicePlace;
  #known: { keys: PhoneKeys; until: Instant } | undefined;

  constructor(
    read: () => Promise<PhoneKeys | undefined>,
    { clock, place }: { clock: Pick<Clock, 'now'>; place: VoicePlace },
  ) {
    this.#read = read;
    this.#clock = clock;
    this.#place = place;
  }

  async tokenFor(identity: string): Promise<VoiceToken | undefined> {
    const keys = await this.#keys();
    if (keys === undefined) return undefined;
    const issuedAt = Math.floor(this.#clock.now() / second) * second;
    const expiresAt = issuedAt + lifetime;
    const { region, edge } = this.#place;
    const token = accessToken(keys, { identity, region, issuedAt, expiresAt });
    return { token, identity, expiresAt, edge };
  }

  async #keys(): Promise<PhoneKeys | undefined> {
    const now = this.#clock.now();
    if (this.#known !== undefined && now < this.#known.until) return this.#known.keys;
    const keys = await this.#read();
    this.#known = keys && { keys, until: now + keysKeptFor };
    return keys;
  }
}

interface Claims {
  identity: string;
  region: VoiceRegion;
  issuedAt: Instant;
  expiresAt: Instant;
}

function accessToken(keys: PhoneKeys, { identity, region, issuedAt, expiresAt }: Claims): string {
  const seconds = issuedAt / second;
  const home = region === 'us1' ? {} : { twr: region };
  const header = { cty: 'twilio-fpa;v=1', typ: 'JWT', alg: 'HS256', ...home };
  const payload = {
    jti: `${keys.apiKeySid}-${seconds}`,
    grants: {
      identity,
      voice: { incoming: { allow: true }, outgoing: { application_sid: keys.twimlAppSid } },
    },
    iat: seconds,
    exp: expiresAt / second,
    iss: keys.apiKeySid,
    sub: keys.accountSid,
  };
  const signed = `${encoded(header)}.${encoded(payload)}`;
  const signature = createHmac('sha256', keys.apiKeySecret).update(signed).digest('base64url');
  return `${signed}.${signature}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
