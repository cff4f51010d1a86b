import { DatabaseSync } from 'node:sqlite';

/** Remembers how far each stream was handed to each function, across restarts and kills. */
export class StreamPositions {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS positions (
        mapping TEXT, shard TEXT, sequence TEXT, PRIMARY KEY (mapping, shard));
    `);
  }

  /** The last record that needs no handing over any more. */
  get(mapping: string, shard: string): string | undefined {
    const row = this.#database
      .prepare('SELECT sequence FROM positions WHERE mapping = ? AND shard = ?')
      .get(mapping, shard);
    return row === undefined ? undefined : String(row.sequence);
  }

  /** The position of a mapping in the shard that it read last. */
  latest(mapping: string): string | undefined {
    const row = this.#database
      .prepare('SELECT sequence FROM positions WHERE mapping = ? ORDER BY rowid DESC LIMIT 1')
      .get(mapping);
    return row === undefined ? undefined : String(row.sequence);
  }

  set(mapping: string, shard: string, sequence: string): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO positions (mapping, shard, sequence) VALUES (?, ?, ?)')
      .run(mapping, shard, sequence);
  }

  /** Forgets shards of streams that are no more: those whose key does not begin so. */
  keepOnly(mapping: string, shardPrefix: string): void {
    this.#database
      .prepare('DELETE FROM positions WHERE mapping = ? AND substr(shard, 1, ?) <> ?')
      .run(mapping, shardPrefix.length, shardPrefix);
  }

  close(): void {
    this.#database.close();
  }
}
