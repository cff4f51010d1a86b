import { DatabaseSync } from 'node:sqlite';
import type { KeptEvent } from './bus-event.ts';
import type { RuleTarget } from './rules.ts';

/** One event on its way to one target. */
export interface Delivery {
  id: number;
  ruleArn: string;
  target: RuleTarget;
  /** The event as the target gets it, in JSON. */
  body: string;
  createdAt: number;
  /** When it is tried next. */
  fireAt: number;
  attempt: number;
}

type Row = Record<string, null | number | bigint | string | Uint8Array>;

/** Of all buses, the newest events so many. */
const mostKept = 100;

/** The last events, and what has not reached its target yet, in one SQLite file. */
export class EventStore {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS events (
        id INTEGER PRIMARY KEY AUTOINCREMENT, bus TEXT, event TEXT);
      CREATE TABLE IF NOT EXISTS deliveries (
        id INTEGER PRIMARY KEY AUTOINCREMENT, rule TEXT, target TEXT, body TEXT,
        created_at INTEGER, fire_at INTEGER, attempt INTEGER);
      CREATE INDEX IF NOT EXISTS deliveries_by_time ON deliveries (fire_at);
    `);
  }

  keep({ bus, event }: KeptEvent): void {
    this.#run('INSERT INTO events (bus, event) VALUES (?, ?)', bus, JSON.stringify(event));
    this.#run('DELETE FROM events WHERE id <= (SELECT max(id) FROM events) - ?', mostKept);
  }

  /** The oldest first. */
  lastEvents(): KeptEvent[] {
    const rows = this.#all('SELECT bus, event FROM events ORDER BY id');
    return rows.map(({ bus, event }) => ({ bus: String(bus), event: JSON.parse(String(event)) }));
  }

  add({ ruleArn, target, body, createdAt, fireAt, attempt }: Omit<Delivery, 'id'>): void {
    this.#run(
      `INSERT INTO deliveries (rule, target, body, created_at, fire_at, attempt)
       VALUES (?, ?, ?, ?, ?, ?)`,
      ruleArn,
      JSON.stringify(target),
      body,
      createdAt,
      fireAt,
      attempt,
    );
  }

  postpone(id: number, { fireAt, attempt }: Pick<Delivery, 'fireAt' | 'attempt'>): void {
    this.#run('UPDATE deliveries SET fire_at = ?, attempt = ? WHERE id = ?', fireAt, attempt, id);
  }

  remove(id: number): void {
    this.#run('DELETE FROM deliveries WHERE id = ?', id);
  }

  /** The next ones, soonest first. */
  upcoming(most: number): Delivery[] {
    return this.#all('SELECT * FROM deliveries ORDER BY fire_at, id LIMIT ?', most).map(delivery);
  }

  close(): void {
    this.#database.close();
  }

  #run(sql: string, ...values: (string | number)[]): void {
    this.#database.prepare(sql).run(...values);
  }

  #all(sql: string, ...values: (string | number)[]): Row[] {
    return this.#database.prepare(sql).all(...values) as Row[];
  }
}

function delivery(row: Row): Delivery {
  return {
    id: Number(row.id),
    ruleArn: String(row.rule),
    target: JSON.parse(String(row.target)),
    body: String(row.body),
    createdAt: Number(row.created_at),
    fireAt: Number(row.fire_at),
    attempt: Number(row.attempt),
  };
}
