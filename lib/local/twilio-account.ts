import { randomBytes } from 'node:crypto';
import { keptJson } from './kept-json.ts';

export interface LocalTwilioAccount {
  accountSid: string;
  authToken: string;
  /** The account's own numbers. */
  numbers: string[];
}

/** From the range that Ofcom keeps for drama: it can ring nobody. */
const numbers = ['+442079460000'];

/** The account that the phone network plays: credentials of its own for each data folder. */
export async function openTwilioAccount(file: string): Promise<LocalTwilioAccount> {
  const credentials = await keptJson(file, () => ({
    accountSid: `AC${randomBytes(16).toString('hex')}`,
    authToken: randomBytes(16).toString('hex'),
  }));
  return { ...credentials, numbers };
}
