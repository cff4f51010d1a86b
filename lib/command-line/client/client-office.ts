import type { Scope } from '../../../lambdas/contract/scopes.ts';

export interface ClientOfSystem {
  id: string;
  name: string;
  scopes: string[];
}

export interface NewClient extends ClientOfSystem {
  secret: string;
}

/** Where software is registered that signs in by itself. */
export interface ClientOffice {
  /** Where it gets its tokens. */
  tokenUrl: string;
  list(): Promise<ClientOfSystem[]>;
  /** A client of the same name is replaced: its secret is worth nothing from then on. */
  add(name: string, scopes: readonly Scope[]): Promise<NewClient>;
  /** Whether there was one. */
  remove(name: string): Promise<boolean>;
}
