import type { PhoneKeys } from '../twilio/voice-token.ts';
import { parameterReader } from './parameter-reader.ts';

/**
 * Reads what passes for browser phones are signed with: an API key of the account, and the TwiML App
 * that their calls go to. Undefined while nobody has set them up.
 */
export function parameterStoreVoiceKeys(prefix: string): () => Promise<PhoneKeys | undefined> {
  const names = ['account-sid', 'api-key-sid', 'api-key-secret', 'twiml-app-sid'];
  const read = parameterReader(prefix, names);
  return async () => {
    const { optional, required } = await read();
    const apiKeySid = optional('api-key-sid');
    const apiKeySecret = optional('api-key-secret');
    const twimlAppSid = optional('twiml-app-sid');
    if (!apiKeySid || !apiKeySecret || !twimlAppSid) return undefined;
    return { accountSid: required('account-sid'), apiKeySid, apiKeySecret, twimlAppSid };
  };
}
