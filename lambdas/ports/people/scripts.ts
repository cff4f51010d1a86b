import type { Script, StoredScript } from '../../domain/script/script.ts';

/** Scripts by version. A version never changes: forms name the one that asked. */
export interface Scripts {
  /** The newest version of each, by id. */
  all(): Promise<StoredScript[]>;

  /** The newest version unless another is asked for. */
  get(id: string, version?: number): Promise<StoredScript | undefined>;

  /**
   * Stores the script as the next version and returns that; what the newest version says already
   * is no new one. Two people at once get a version each.
   */
  store(id: string, script: Script): Promise<StoredScript>;
}
