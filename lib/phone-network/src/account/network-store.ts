import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { PhoneBehaviour } from '../base/phone-behaviour.ts';
import type { LegRecord } from '../legs/leg-record.ts';
import type { AccountResource } from './account-resource.ts';
import type { Recording } from './recording.ts';

export interface LegFilter {
  to?: string | undefined;
  from?: string | undefined;
  status?: string | undefined;
  parentSid?: string | undefined;
  /** Half-open: `from` ≤ instant < `until`, milliseconds. */
  started?: InstantRange | undefined;
  ended?: InstantRange | undefined;
}

export interface InstantRange {
  from: number;
  until: number;
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS legs (
    position INTEGER PRIMARY KEY, sid TEXT UNIQUE NOT NULL, parent TEXT, callee TEXT NOT NULL, caller TEXT NOT NULL,
    status TEXT NOT NULL, dialled_at INTEGER, ended_at INTEGER, record TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS legs_by_callee ON legs (callee);
  CREATE INDEX IF NOT EXISTS legs_by_parent ON legs (parent);
  CREATE INDEX IF NOT EXISTS legs_by_status ON legs (status);
  CREATE TABLE IF NOT EXISTS phones (address TEXT PRIMARY KEY, behaviour TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS recordings (sid TEXT PRIMARY KEY, recording TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS owners (address TEXT PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS resources (place TEXT PRIMARY KEY, resource TEXT NOT NULL);
`;

const upsert = `
  INSERT INTO legs (sid, parent, callee, caller, status, dialled_at, ended_at, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (sid) DO UPDATE SET status = excluded.status, dialled_at = excluded.dialled_at,
    ended_at = excluded.ended_at, record = excluded.record`;

/**
 * Legs, phone behaviours and the account's resources in one SQLite file. What `saveNow` returned from survives the death of the process;
 * `saveSoon` gathers the changes of one turn of the event loop into one transaction.
 */
export class NetworkStore {
  readonly #db: DatabaseSync;
  readonly #upsert: StatementSync;
  readonly #unsaved = new Map<string, LegRecord>();
  #isFlushPlanned = false;

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec(schema);
    this.#upsert = this.#db.prepare(upsert);
  }

  saveNow(leg: LegRecord): void {
    this.#unsaved.delete(leg.sid);
    this.#write(leg);
  }

  saveSoon(leg: LegRecord): void {
    this.#unsaved.set(leg.sid, leg);
    if (this.#isFlushPlanned) return;
    this.#isFlushPlanned = true;
    setImmediate(() => this.flush());
  }

  flush(): void {
    this.#isFlushPlanned = false;
    if (this.#unsaved.size === 0 || !this.#db.isOpen) return;
    this.#db.exec('BEGIN');
    for (const leg of this.#unsaved.values()) this.#write(leg);
    this.#db.exec('COMMIT');
    this.#unsaved.clear();
  }

  leg(sid: string): LegRecord | undefined {
    this.flush();
    const row = this.#db.prepare('SELECT record FROM legs WHERE sid = ?').get(sid);
    return row && JSON.parse(String(row.record));
  }

  /** Newest first; `limit` and `offset` count legs. */
  legs(filter: LegFilter, page: { limit: number; offset: number }): LegRecord[] {
    this.flush();
    const { where, values } = whereClause(filter);
    return this.#db
      .prepare(`SELECT record FROM legs ${where} ORDER BY position DESC LIMIT ? OFFSET ?`)
      .all(...values, page.limit, page.offset)
      .map((row) => JSON.parse(String(row.record)));
  }

  liveLegs(): LegRecord[] {
    this.flush();
    return this.#db
      .prepare(
        "SELECT record FROM legs WHERE status IN ('queued', 'ringing', 'in-progress') ORDER BY position",
      )
      .all()
      .map((row) => JSON.parse(String(row.record)));
  }

  saveBehaviour(address: string, behaviour: PhoneBehaviour): void {
    this.#db
      .prepare(
        'INSERT INTO phones VALUES (?, ?) ON CONFLICT DO UPDATE SET behaviour = excluded.behaviour',
      )
      .run(address, JSON.stringify(behaviour));
  }

  behaviours(): [address: string, behaviour: PhoneBehaviour][] {
    return this.#db
      .prepare('SELECT address, behaviour FROM phones ORDER BY rowid')
      .all()
      .map((row) => [String(row.address), JSON.parse(String(row.behaviour))]);
  }

  saveOwner(address: string, name: string): void {
    this.#db
      .prepare('INSERT INTO owners VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name')
      .run(address, name);
  }

  owners(): [address: string, name: string][] {
    return this.#db
      .prepare('SELECT address, name FROM owners ORDER BY rowid')
      .all()
      .map((row) => [String(row.address), String(row.name)]);
  }

  /** The oldest first. */
  resources(): AccountResource[] {
    return this.#db
      .prepare('SELECT resource FROM resources ORDER BY rowid')
      .all()
      .map((row) => JSON.parse(String(row.resource)));
  }

  saveResource(place: string, resource: AccountResource): void {
    this.#db
      .prepare(
        'INSERT INTO resources VALUES (?, ?) ON CONFLICT DO UPDATE SET resource = excluded.resource',
      )
      .run(place, JSON.stringify(resource));
  }

  /** The oldest first. */
  recordings(): Recording[] {
    if (!this.#db.isOpen) return [];
    return this.#db
      .prepare('SELECT recording FROM recordings ORDER BY rowid')
      .all()
      .map((row) => JSON.parse(String(row.recording)));
  }

  saveRecording(recording: Recording): void {
    if (!this.#db.isOpen) return;
    this.#db
      .prepare(
        'INSERT INTO recordings VALUES (?, ?) ON CONFLICT DO UPDATE SET recording = excluded.recording',
      )
      .run(recording.sid, JSON.stringify(recording));
  }

  removeRecording(sid: string): void {
    this.#db.prepare('DELETE FROM recordings WHERE sid = ?').run(sid);
  }

  removeResource(place: string): void {
    this.#db.prepare('DELETE FROM resources WHERE place = ?').run(place);
  }

  close(): void {
    this.flush();
    this.#db.close();
  }

  #write(leg: LegRecord): void {
    const { sid, parentSid, to, from, status, dialledAt, endedAt } = leg;
    this.#upsert.run(sid, parentSid, to, from, status, dialledAt, endedAt, JSON.stringify(leg));
  }
}

function whereClause(filter: LegFilter): { where: string; values: (string | number)[] } {
  const conditions: [string, string | number | undefined][] = [
    ['callee = ?', filter.to],
    ['caller = ?', filter.from],
    ['status = ?', filter.status],
    ['parent = ?', filter.parentSid],
    ['dialled_at >= ?', filter.started?.from],
    ['dialled_at < ?', filter.started?.until],
    ['ended_at >= ?', filter.ended?.from],
    ['ended_at < ?', filter.ended?.until],
  ];
  const given = conditions.filter(([, value]) => value !== undefined);
  return {
    where: given.length > 0 ? `WHERE ${given.map(([condition]) => condition).join(' AND ')}` : '',
    values: given.map(([, value]) => value as string | number),
  };
}
