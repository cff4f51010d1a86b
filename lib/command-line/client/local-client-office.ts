import type { Scope } from '../../../lambdas/contract/scopes.ts';
import { UserMistake } from '../user-mistake.ts';
import type { ClientOffice, ClientOfSystem, NewClient } from './client-office.ts';

/** The clients of the system on this machine. */
export class LocalClientOffice implements ClientOffice {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  get tokenUrl(): string {
    return `${this.#address}/sign-in/token`;
  }

  async list(): Promise<ClientOfSystem[]> {
    const answer = await this.#ask('GET', '/local/clients');
    return ((await answer.json()) as { clients: ClientOfSystem[] }).clients;
  }

  async add(name: string, scopes: readonly Scope[]): Promise<NewClient> {
    const answer = await this.#ask('POST', '/local/clients', { name, scopes });
    return (await answer.json()) as NewClient;
  }

  async remove(name: string): Promise<boolean> {
    return (await this.#ask('DELETE', `/local/clients/${name}`)).ok;
  }

  async #ask(method: string, target: string, body?: object): Promise<Response> {
    try {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      return await fetch(`${this.#address}${target}`, { method, ...sent });
    } catch (cause) {
      throw new UserMistake(`Nothing answers at ${this.#address}. Is npm start running?`, {
        cause,
      });
    }
  }
}
