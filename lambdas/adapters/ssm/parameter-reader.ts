import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';

/** A webhook has 15 s in all, and the SDK tries three times. */
const requestHandler = {
  connectionTimeout: 1_000,
  requestTimeout: 3_000,
  throwOnRequestTimeout: true,
};

export interface Parameters {
  /** Undefined when there is none of that name. */
  optional(name: string): string | undefined;
  /** @throws an Error that names what is missing */
  required(name: string): string;
}

/** Reads the parameters of these names that stand under a path, decrypted. */
export function parameterReader(
  prefix: string,
  names: readonly string[],
): () => Promise<Parameters> {
  const client = new SSMClient({ requestHandler });
  const nameOf = (name: string) => `${prefix}/${name}`;
  const command = new GetParametersCommand({ Names: names.map(nameOf), WithDecryption: true });
  return async () => {
    const { Parameters: found = [] } = await client.send(command);
    const values = new Map(found.map(({ Name, Value }) => [Name, Value]));
    const optional = (name: string) => values.get(nameOf(name)) || undefined;
    const required = (name: string) => {
      const value = optional(name);
      if (value !== undefined) return value;
      throw new Error(`Parameter Store must hold ${nameOf(name)}, got nothing`);
    };
    return { optional, required };
  };
}
