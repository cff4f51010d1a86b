import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { isScope, type Scope, scopes } from '../../lambdas/contract/scopes.ts';
import { keepJson, keptJson } from './kept-json.ts';

export const clientWish = z.object({
  name: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/, 'name must be 1–32 letters, digits, - or _'),
  scopes: z.array(z.enum(scopes)).min(1),
});

export interface LocalClient {
  id: string;
  name: string;
  scopes: Scope[];
}

interface KeptClient extends LocalClient {
  secretHash: string;
}

/** Software that signs in by itself, as Cognito's app clients are. Secrets are told once. */
export class LocalClients {
  readonly #file: string;
  #all: KeptClient[];

  private constructor(file: string, all: KeptClient[]) {
    this.#file = file;
    this.#all = all;
  }

  static async open(file: string): Promise<LocalClients> {
    return new LocalClients(file, await keptJson<KeptClient[]>(file, () => []));
  }

  list(): LocalClient[] {
    return this.#all.map(({ secretHash: _, ...client }) => client);
  }

  /** One of the same name is replaced, and its secret is worth nothing from then on. */
  add({ name, scopes: wished }: z.infer<typeof clientWish>): LocalClient & { secret: string } {
    const secret = randomBytes(32).toString('base64url');
    const client = { id: name, name, scopes: wished };
    this.#keep([...this.#without(name), { ...client, secretHash: hashOf(secret) }]);
    return { ...client, secret };
  }

  remove(name: string): boolean {
    const isThere = this.#all.some((it) => it.name === name);
    this.#keep(this.#without(name));
    return isThere;
  }

  /** The scopes of the client that knows the secret, or of them those that it asks for. */
  scopesFor(id: string, secret: string, asked: readonly string[]): Scope[] | undefined {
    const client = this.#all.find((it) => it.id === id);
    const [given, known] = [hashOf(secret), client?.secretHash ?? hashOf('')];
    const fits = timingSafeEqual(Buffer.from(given), Buffer.from(known));
    if (client === undefined || !fits) return undefined;
    if (asked.length === 0) return client.scopes;
    const granted = asked.filter((it) => isScope(it) && client.scopes.includes(it));
    return granted.length === asked.length ? (granted as Scope[]) : undefined;
  }

  #without(name: string): KeptClient[] {
    return this.#all.filter((it) => it.name !== name);
  }

  #keep(all: KeptClient[]): void {
    this.#all = all;
    keepJson(this.#file, all);
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
