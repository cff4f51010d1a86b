import { randomBytes } from 'node:crypto';
import { keepJson, keptJson } from './kept-json.ts';

/** What outside software is told of the account. */
export interface LocalTwilioAccount {
  accountSid: string;
  authToken: string;
  /** The account's own numbers. */
  numbers: string[];
}

/** What the account's own phones, in browsers and on desks, belong to. */
export interface LocalPhoneAccess {
  /** The key signs the access tokens of browser phones. */
  apiKeySid: string;
  apiKeySecret: string;
  /** What browser phones ask when they call. */
  twimlAppSid: string;
  /** Desk phones are `sip:user@domain`. */
  sipDomain: string;
}

type KeptCredentials = Omit<LocalTwilioAccount, 'numbers'> & Omit<LocalPhoneAccess, 'sipDomain'>;

/** From the range that Ofcom keeps for drama: it can ring nobody. */
const numbers = ['+442079460000'];
const sipDomain = 'office.sip.twilio.com';

/** The account that the phone network plays: credentials of its own for each data folder. */
export async function openTwilioAccount(
  file: string,
): Promise<{ account: LocalTwilioAccount; access: LocalPhoneAccess }> {
  const kept: Partial<KeptCredentials> = await keptJson(file, newCredentials);
  const credentials: KeptCredentials = { ...newCredentials(), ...kept };
  // Files of earlier versions know no browser phones.
  if (kept.apiKeySid === undefined) keepJson(file, credentials);
  const { accountSid, authToken, apiKeySid, apiKeySecret, twimlAppSid } = credentials;
  return {
    account: { accountSid, authToken, numbers },
    access: { apiKeySid, apiKeySecret, twimlAppSid, sipDomain },
  };
}

function newCredentials(): KeptCredentials {
  return {
    accountSid: newSid('AC'),
    authToken: randomBytes(16).toString('hex'),
    apiKeySid: newSid('SK'),
    apiKeySecret: randomBytes(16).toString('hex'),
    twimlAppSid: newSid('AP'),
  };
}

function newSid(prefix: 'AC' | 'SK' | 'AP'): string {
  return prefix + randomBytes(16).toString('hex');
}
