import type { Script, StoredScript } from '../../../lambdas/domain/script/script.ts';
import { isSameScript } from '../../../lambdas/domain/script/script-version.ts';
import type { Scripts } from '../../../lambdas/ports/people/scripts.ts';

export class MemoryScripts implements Scripts {
  readonly #versions = new Map<string, StoredScript[]>();

  async all(): Promise<StoredScript[]> {
    const newest = [...this.#versions.values()].flatMap((versions) => versions.at(-1) ?? []);
    return newest.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async get(id: string, version?: number): Promise<StoredScript | undefined> {
    const versions = this.#versions.get(id) ?? [];
    return version === undefined ? versions.at(-1) : versions[version - 1];
  }

  async store(id: string, script: Script): Promise<StoredScript> {
    const versions = this.#versions.get(id) ?? [];
    const newest = versions.at(-1);
    if (newest !== undefined && isSameScript(newest, script)) return newest;
    const stored = { ...script, id, version: versions.length + 1 };
    this.#versions.set(id, [...versions, stored]);
    return stored;
  }
}
