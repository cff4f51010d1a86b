import { GetParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { AwsAccess } from './find-system.ts';
import { UserMistake } from './user-mistake.ts';

/** Parameters below one path. */
export class ParameterStore {
  readonly path: string;
  readonly #client: SSMClient;

  constructor(path: string, aws: AwsAccess) {
    this.path = path;
    this.#client = new SSMClient(aws);
  }

  /** Those that are there, decrypted; at most ten names. */
  async read<Name extends string>(names: readonly Name[]): Promise<Partial<Record<Name, string>>> {
    const Names = names.map((name) => this.#nameOf(name));
    const read = new GetParametersCommand({ Names, WithDecryption: true });
    const { Parameters = [] } = await orMistake('read', this.path, this.#client.send(read));
    const values = new Map(Parameters.map(({ Name, Value }) => [Name, Value]));
    const found = names.map((name) => [name, values.get(this.#nameOf(name)) || undefined]);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  }

  /** Encrypted, in place of what is there. */
  async write(name: string, value: string): Promise<void> {
    const Name = this.#nameOf(name);
    const put = { Name, Value: value, Type: 'SecureString', Overwrite: true } as const;
    await orMistake('write', Name, this.#client.send(new PutParameterCommand(put)));
  }

  #nameOf(name: string): string {
    return `${this.path}/${name}`;
  }
}

async function orMistake<T>(what: string, name: string, request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (cause) {
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    throw new UserMistake(`AWS does not let you ${what} the parameters at ${name}. ${reason}`, {
      cause,
    });
  }
}
