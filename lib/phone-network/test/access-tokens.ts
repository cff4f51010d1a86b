import { SignJWT } from 'jose';
import { accountSid, apiKeySecret, apiKeySid, twimlAppSid } from './network-under-test.ts';

export interface TokenWish {
  identity?: string;
  /** Instants, ISO 8601. */
  issued?: string;
  expires?: string;
  voice?: Record<string, unknown>;
  secret?: string;
  account?: string;
  key?: string;
  type?: string;
}

const everything = {
  incoming: { allow: true },
  outgoing: { application_sid: twimlAppSid },
};

/** An access token as Twilio's libraries make them, with times that a test chooses. */
export function accessToken(wish: TokenWish = {}): Promise<string> {
  const { identity = 'anna', voice = everything, type = 'twilio-fpa;v=1' } = wish;
  const { issued = '2026-11-23T09:59:00Z', expires = '2026-11-23T11:00:00Z' } = wish;
  return new SignJWT({ grants: { identity, voice } })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', cty: type })
    .setIssuer(wish.key ?? apiKeySid)
    .setSubject(wish.account ?? accountSid)
    .setIssuedAt(new Date(issued))
    .setExpirationTime(new Date(expires))
    .sign(new TextEncoder().encode(wish.secret ?? apiKeySecret));
}
