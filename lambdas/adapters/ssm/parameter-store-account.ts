import type { TwilioAccount } from '../twilio/known-account.ts';
import { parameterReader } from './parameter-reader.ts';

/**
 * Reads the Twilio account from Parameter Store.
 *
 * @param prefix the path under which its parameters stand: `account-sid`, `auth-token` and, during
 *   a rotation only, `auth-token-next`
 */
export function parameterStoreAccount(prefix: string): () => Promise<TwilioAccount> {
  const read = parameterReader(prefix, ['account-sid', 'auth-token', 'auth-token-next']);
  return async () => {
    const { optional, required } = await read();
    const next = optional('auth-token-next');
    const authTokens = [required('auth-token'), ...(next ? [next] : [])] as const;
    return { sid: required('account-sid'), authTokens };
  };
}
