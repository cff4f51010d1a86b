import { decodeJwt, jwtVerify } from 'jose';
import { z } from 'zod';

/** Whose tokens are good, and since when it is now. */
export interface TokenRules {
  accountSid: string;
  /** The secret of one of the account's API keys. */
  secretOf: (keySid: string) => string | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/** What a token lets a browser phone do. */
export interface DeviceGrant {
  identity: string;
  mayTakeCalls: boolean;
  /** The TwiML App of its own calls; null may not call. */
  applicationSid: string | null;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export type TokenRefusal = 'invalid' | 'expired';

const longestSeconds = 86_400;
const tokenType = 'twilio-fpa;v=1';
/** 256 characters without spaces and delimiters, as `client:` addresses have them. */
const identity = z.string().regex(/^[^\s,;?&]{1,256}$/);

/** https://www.twilio.com/docs/iam/access-tokens */
const claims = z.object({
  iat: z.number(),
  exp: z.number(),
  grants: z.object({
    identity,
    voice: z.object({
      incoming: z.object({ allow: z.boolean() }).optional(),
      outgoing: z.object({ application_sid: z.string() }).optional(),
    }),
  }),
});

/** The grant of a token that one of the account's API keys signed, or why it is none. */
export async function readAccessToken(
  token: string,
  rules: TokenRules,
): Promise<DeviceGrant | TokenRefusal> {
  try {
    const { iss = '' } = decodeJwt(token);
    const secret = rules.secretOf(iss);
    if (secret === undefined) return 'invalid';
    const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      issuer: iss,
      subject: rules.accountSid,
      currentDate: new Date(rules.now),
    });
    return protectedHeader.cty === tokenType ? readClaims(payload) : 'invalid';
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_JWT_EXPIRED' ? 'expired' : 'invalid';
  }
}

function readClaims(payload: unknown): DeviceGrant | TokenRefusal {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return 'invalid';
  const { iat, exp, grants } = parsed.data;
  if (exp - iat > longestSeconds) return 'invalid';
  return {
    identity: grants.identity,
    mayTakeCalls: grants.voice.incoming?.allow === true,
    applicationSid: grants.voice.outgoing?.application_sid ?? null,
    expiresAt: exp * 1000,
  };
}
