import { DatabaseSync } from 'node:sqlite';
import type { Schedule, ScheduleTarget } from './schedule.ts';

export interface StoredSchedule {
  schedule: Schedule;
  createdAt: number;
  modifiedAt: number;
}

export interface ScheduleGroup {
  name: string;
  createdAt: number;
  modifiedAt: number;
}

/** One fire that is still to come, or to be tried again. */
export interface Fire {
  id: number;
  groupName: string;
  scheduleName: string;
  /** The moment that the expression names. */
  dueAt: number;
  /** The moment at which it really happens. */
  fireAt: number;
  attempt: number;
  target: ScheduleTarget;
  /** A second fire of the same moment: outlives its schedule. */
  isRepeat: boolean;
}

/** Where a listing goes on; `token` is empty at its beginning. */
export interface Paging {
  token: string;
  size: number;
}

export interface Page<T> {
  items: T[];
  nextToken: string | undefined;
}

type Row = Record<string, null | number | bigint | string | Uint8Array>;

/** What the Scheduler must not forget, in one SQLite file. */
export class SchedulerStore {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS groups (
        name TEXT PRIMARY KEY, created_at INTEGER, modified_at INTEGER);
      CREATE TABLE IF NOT EXISTS schedules (
        group_name TEXT, name TEXT, definition TEXT, created_at INTEGER, modified_at INTEGER,
        is_installed INTEGER, PRIMARY KEY (group_name, name));
      CREATE TABLE IF NOT EXISTS fires (
        id INTEGER PRIMARY KEY AUTOINCREMENT, group_name TEXT, name TEXT, due_at INTEGER,
        fire_at INTEGER, attempt INTEGER, target TEXT, is_repeat INTEGER);
      CREATE INDEX IF NOT EXISTS fires_by_time ON fires (fire_at);
      CREATE INDEX IF NOT EXISTS fires_by_schedule ON fires (group_name, name);
    `);
  }

  putGroup(name: string, now: number): void {
    this.#run('INSERT OR IGNORE INTO groups VALUES (?, ?, ?)', name, now, now);
  }

  group(name: string): ScheduleGroup | undefined {
    const [row] = this.#all('SELECT * FROM groups WHERE name = ?', name);
    return row && group(row);
  }

  groups(prefix: string, page: Paging): Page<ScheduleGroup> {
    const rows = this.#all(
      'SELECT * FROM groups WHERE substr(name, 1, ?) = ? AND name > ? ORDER BY name LIMIT ?',
      prefix.length,
      prefix,
      page.token,
      page.size + 1,
    );
    return pageOf(rows.map(group), page.size, ({ name }) => name);
  }

  deleteGroup(name: string): void {
    this.#run('DELETE FROM groups WHERE name = ?', name);
    this.#run('DELETE FROM schedules WHERE group_name = ?', name);
    this.#run('DELETE FROM fires WHERE group_name = ? AND is_repeat = 0', name);
  }

  /** Replaces the schedule and all its fires to come. */
  putSchedule(schedule: Schedule, times: { createdAt: number; modifiedAt: number }): void {
    const { GroupName, Name } = schedule;
    this.deleteSchedule(GroupName, Name);
    this.#run(
      'INSERT INTO schedules VALUES (?, ?, ?, ?, ?, 0)',
      GroupName,
      Name,
      JSON.stringify(schedule),
      times.createdAt,
      times.modifiedAt,
    );
  }

  /** Marks a schedule as the stack's own. */
  markInstalled(groupName: string, name: string): void {
    this.#run(
      'UPDATE schedules SET is_installed = 1 WHERE group_name = ? AND name = ?',
      groupName,
      name,
    );
  }

  installedSchedules(): Schedule[] {
    const rows = this.#all('SELECT * FROM schedules WHERE is_installed = 1');
    return rows.map((row) => storedSchedule(row).schedule);
  }

  schedule(groupName: string, name: string): StoredSchedule | undefined {
    const [row] = this.#all(
      'SELECT * FROM schedules WHERE group_name = ? AND name = ?',
      groupName,
      name,
    );
    return row && storedSchedule(row);
  }

  /** In the order of group and name; an empty `groupName` means all groups. */
  schedules(
    filter: { groupName: string; prefix: string; state: string },
    page: Paging,
  ): Page<StoredSchedule> {
    const rows = this.#all(
      `SELECT * FROM schedules
       WHERE (:group = '' OR group_name = :group) AND substr(name, 1, length(:prefix)) = :prefix
         AND (:state = '' OR definition ->> 'State' = :state) AND group_name || '/' || name > :token
       ORDER BY group_name || '/' || name LIMIT :size`,
      {
        group: filter.groupName,
        prefix: filter.prefix,
        state: filter.state,
        token: page.token,
        size: page.size + 1,
      },
    );
    return pageOf(rows.map(storedSchedule), page.size, ({ schedule }) => {
      return `${schedule.GroupName}/${schedule.Name}`;
    });
  }

  deleteSchedule(groupName: string, name: string): void {
    this.#run('DELETE FROM schedules WHERE group_name = ? AND name = ?', groupName, name);
    this.#run(
      'DELETE FROM fires WHERE group_name = ? AND name = ? AND is_repeat = 0',
      groupName,
      name,
    );
  }

  addFire(fire: Omit<Fire, 'id'>): void {
    this.#run(
      `INSERT INTO fires (group_name, name, due_at, fire_at, attempt, target, is_repeat)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      fire.groupName,
      fire.scheduleName,
      fire.dueAt,
      fire.fireAt,
      fire.attempt,
      JSON.stringify(fire.target),
      fire.isRepeat ? 1 : 0,
    );
  }

  removeFire(id: number): void {
    this.#run('DELETE FROM fires WHERE id = ?', id);
  }

  /** The next fires, soonest first. */
  upcomingFires(most: number): Fire[] {
    return this.#all('SELECT * FROM fires ORDER BY fire_at, id LIMIT ?', most).map(fire);
  }

  close(): void {
    this.#database.close();
  }

  #run(sql: string, ...values: (string | number)[]): void {
    this.#database.prepare(sql).run(...values);
  }

  #all(sql: string, ...values: (string | number | Record<string, string | number>)[]): Row[] {
    return this.#database.prepare(sql).all(...(values as (string | number)[])) as Row[];
  }
}

function group(row: Row): ScheduleGroup {
  return {
    name: String(row.name),
    createdAt: Number(row.created_at),
    modifiedAt: Number(row.modified_at),
  };
}

function storedSchedule(row: Row): StoredSchedule {
  return {
    schedule: JSON.parse(String(row.definition)),
    createdAt: Number(row.created_at),
    modifiedAt: Number(row.modified_at),
  };
}

function fire(row: Row): Fire {
  return {
    id: Number(row.id),
    groupName: String(row.group_name),
    scheduleName: String(row.name),
    dueAt: Number(row.due_at),
    fireAt: Number(row.fire_at),
    attempt: Number(row.attempt),
    target: JSON.parse(String(row.target)),
    isRepeat: row.is_repeat === 1,
  };
}

function pageOf<T>(items: T[], size: number, token: (item: T) => string): Page<T> {
  const shown = items.slice(0, size);
  const last = shown.at(-1);
  return { items: shown, nextToken: items.length > size && last ? token(last) : undefined };
}
