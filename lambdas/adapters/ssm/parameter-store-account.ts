import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { TwilioAccount } from '../twilio/known-account.ts';

/** A webhook has 15 s in all, and the SDK tries three times. */
const requestHandler = {
  connectionTimeout: 1_000,
  requestTimeout: 3_000,
  throwOnRequestTimeout: true,
};

/**
 * Reads the Twilio account from Parameter Store.
 *
 * @param prefix the path under which its parameters stand: `account-sid`, `auth-token` and, during
 *   a rotation only, `auth-token-next`
 */
export function parameterStoreAccount(prefix: string): () => Promise<TwilioAccount> {
  const client = new SSMClient({ requestHandler });
  const nameOf = (name: string) => `${prefix}/${name}`;
  const command = new GetParametersCommand({
    Names: ['account-sid', 'auth-token', 'auth-token-next'].map(nameOf),
    WithDecryption: true,
  });
  return async () => {
    const { Parameters = [] } = await client.send(command);
    const values = new Map(Parameters.map(({ Name, Value }) => [Name, Value]));
    const required = (name: string) => {
      const value = values.get(nameOf(name));
      if (value) return value;
      throw new Error(`Parameter Store must hold ${nameOf(name)}, got nothing`);
    };
    const next = values.get(nameOf('auth-token-next'));
    const authTokens = [required('auth-token'), ...(next ? [next] : [])] as const;
    return { sid: required('account-sid'), authTokens };
  };
}
