import { fromIso, type Instant, toIso } from '../../../lambdas/domain/basics/instant.ts';
import { type RowKey, rowId } from '../../../lambdas/domain/row/row.ts';
import type { ViewEntry } from '../../../lambdas/domain/views/index-entries.ts';
import type { OutcomeRecord } from '../../../lambdas/domain/views/outcome-record.ts';
import type { RowEvent } from '../../../lambdas/domain/views/row-events.ts';
import type { UnkeptPromise } from '../../../lambdas/domain/views/unkept-promise.ts';
import type {
  BuildProgress,
  ChangedPage,
  DateRange,
  KeptDay,
  PromisePage,
  Promises,
  RowViewChange,
  SequencedEvent,
  Views,
  Whose,
} from '../../../lambdas/ports/records/views.ts';
import type { MemoryTables } from './memory-tables.ts';

interface KeptEntry {
  key: RowKey;
  entry: ViewEntry;
}

interface KeptEvent extends SequencedEvent {
  row: string;
}

export class MemoryViews implements Views {
  readonly #tables: Pick<MemoryTables, 'rows' | 'byDue'>;
  readonly #entries = new Map<string, KeptEntry>();
  /** By row and day. */
  readonly #changed = new Map<string, { key: RowKey; at: Instant }>();
  readonly #events = new Map<string, KeptEvent>();
  readonly #outcomes = new Map<string, OutcomeRecord>();
  readonly #unkept = new Map<string, UnkeptPromise>();
  readonly #days = new Map<string, KeptDay>();
  readonly #lateChanges = new Map<string, number>();
  readonly #progress = new Map<number, BuildProgress>();

  constructor(tables: Pick<MemoryTables, 'rows' | 'byDue'>) {
    this.#tables = tables;
  }

  async byWord(task: string, beginning: string, limit: number): Promise<RowKey[]> {
    const found = this.#of(task, 'word').filter(({ entry }) => entry.word.startsWith(beginning));
    const sorted = found.sort((a, b) => compare(a.entry.word, b.entry.word) || byId(a, b));
    return distinct(sorted.slice(0, limit));
  }

  async byNumber(task: string, e164: string): Promise<RowKey[]> {
    const found = this.#of(task, 'number').filter(({ entry }) => entry.e164 === e164);
    return distinct(found.sort(byId));
  }

  async byLastDigits(task: string, digits: string, limit: number): Promise<RowKey[]> {
    const found = this.#of(task, 'number').filter(({ entry }) => entry.e164.endsWith(digits));
    return distinct(found.sort(byId).slice(0, limit));
  }

  async promisedFor(task: string, whose: Whose, page: PromisePage): Promise<Promises> {
    const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, limit } = page;
    const found = this.#promises(task, whose, to)
      .filter(({ dueAt }) => dueAt >= from && dueAt < to)
      .map((promise) => ({ ...promise, place: placeOf(promise) }))
      .filter(({ place }) => page.cursor === undefined || place > page.cursor)
      .sort((a, b) => compare(a.place, b.place))
      .slice(0, limit);
    const cursor = found.length < limit ? undefined : found.at(-1)?.place;
    const promises = found.map(({ key, dueAt }) => ({ key, dueAt }));
    return { promises, ...(cursor !== undefined && { cursor }) };
  }

  #promises(task: string, whose: Whose, to: number): Promises['promises'] {
    if (whose === 'everybody') {
      const { rows, byDue } = this.#tables;
      const end = Number.isFinite(to) ? toIso(to) : '~';
      return byDue.before(task, end, Number.POSITIVE_INFINITY).flatMap((name) => {
        const row = rows.get(name);
        const dueAt = fromIso(row?.columns._due_at);
        return row === undefined || dueAt === undefined ? [] : [{ key: row.key, dueAt }];
      });
    }
    const owners = whose === 'anybody' ? [whose] : whose;
    const found = this.#of(task, 'promised').filter(({ entry }) => owners.includes(entry.owner));
    return found.map(({ key, entry }) => ({ key, dueAt: entry.dueAt }));
  }

  async fresh(task: string, after: number | undefined, limit: number): Promise<RowKey[]> {
    return this.#above(task, 'fresh', { after, limit });
  }

  async problems(task: string, after: number | undefined, limit: number): Promise<RowKey[]> {
    return this.#above(task, 'problem', { after, limit });
  }

  #above(
    task: string,
    view: 'fresh' | 'problem',
    { after = 0, limit }: { after: number | undefined; limit: number },
  ): RowKey[] {
    const found = this.#of(task, view).filter(({ key }) => key.Id > after);
    return distinct(found.sort(byId).slice(0, limit));
  }

  async changed(
    task: string,
    { day, since, after = 0, limit }: ChangedPage,
  ): Promise<{ rows: RowKey[]; next?: number }> {
    const own = [...this.#changed.values()].filter(({ key, at }) => {
      return key.task === task && toIso(at).startsWith(day) && key.Id > after;
    });
    const looked = own.sort(byId).slice(0, limit);
    const rows = looked.filter(({ at }) => at >= since).map(({ key }) => key);
    const last = looked.length < limit ? undefined : looked.at(-1)?.key.Id;
    return { rows, ...(last !== undefined && { next: last }) };
  }

  async events(row: RowKey): Promise<RowEvent[]> {
    const own = [...this.#events.values()].filter((it) => it.row === rowId(row));
    const order = ({ event, sequence, place }: KeptEvent) =>
      `${event.at} ${sequence.padStart(40, '0')} ${place}`;
    return own.sort((a, b) => compare(order(a), order(b))).map(({ event }) => event);
  }

  async outcomes(
    task: string,
    days: readonly string[],
    operator?: string,
  ): Promise<OutcomeRecord[]> {
    const own = [...this.#outcomes.values()].filter((it) => it.task === task);
    const his = own.filter((it) => operator === undefined || it.operator.id === operator);
    return his.filter(({ settledAt }) => days.some((day) => toIso(settledAt).startsWith(day)));
  }

  async unkept(task: string, days: readonly string[]): Promise<UnkeptPromise[]> {
    const own = [...this.#unkept.values()].filter(({ row }) => row.task === task);
    return own.filter((it) => days.some((day) => toIso(it.promisedFor).startsWith(day)));
  }

  async daySums(task: string, timeZone: string, { from, to }: DateRange): Promise<KeptDay[]> {
    const own = [...this.#days].filter(([name]) => name.startsWith(`${task} ${timeZone} `));
    return own.map(([, day]) => day).filter(({ date }) => date >= from && date <= to);
  }

  async keepDaySums(task: string, timeZone: string, day: KeptDay): Promise<void> {
    this.#days.set(`${task} ${timeZone} ${day.date}`, structuredClone(day));
  }

  async lateChanges(task: string, { from, to }: DateRange): Promise<Map<string, number>> {
    const own = [...this.#lateChanges].flatMap(([name, count]): [string, number][] => {
      const [of, date = ''] = name.split(' ');
      return of === task && date >= from && date <= to ? [[date, count]] : [];
    });
    return new Map(own);
  }

  async noteLateChange(task: string, date: string): Promise<void> {
    const name = `${task} ${date}`;
    this.#lateChanges.set(name, (this.#lateChanges.get(name) ?? 0) + 1);
  }

  eraseEvents(row: RowKey): void {
    for (const [name, event] of this.#events)
      if (event.row === rowId(row)) this.#events.delete(name);
  }

  async follow({ row, changedAt, put, remove, events, unkept }: RowViewChange): Promise<void> {
    if (changedAt !== undefined) {
      const day = toIso(changedAt).slice(0, 10);
      this.#changed.set(`${rowId(row)} ${day}`, { key: row, at: changedAt });
    }
    for (const entry of remove) this.#entries.delete(nameOf(row, entry));
    for (const entry of put) this.#entries.set(nameOf(row, entry), { key: row, entry });
    for (const kept of events) {
      const name = `${rowId(row)} ${kept.event.at} ${kept.sequence} ${kept.place}`;
      this.#events.set(name, { ...kept, row: rowId(row) });
    }
    for (const it of unkept) this.#unkept.set(`${rowId(it.row)} ${it.promisedFor}`, it);
  }

  async keepOutcome(record: OutcomeRecord): Promise<void> {
    this.#outcomes.set(record.attempt, record);
  }

  async progress(edition: number): Promise<BuildProgress> {
    return this.#progress.get(edition) ?? { isDone: false };
  }

  async noteProgress(edition: number, progress: BuildProgress): Promise<void> {
    this.#progress.set(edition, progress);
  }

  #of<View extends ViewEntry['view']>(
    task: string,
    view: View,
  ): { key: RowKey; entry: ViewEntry & { view: View } }[] {
    return [...this.#entries.values()].flatMap(({ key, entry }) =>
      key.task === task && entry.view === view
        ? [{ key, entry: entry as ViewEntry & { view: View } }]
        : [],
    );
  }
}

function nameOf(row: RowKey, entry: ViewEntry): string {
  return `${rowId(row)} ${JSON.stringify(entry)}`;
}

function placeOf({ key, dueAt }: { key: RowKey; dueAt: number }): string {
  return `${toIso(dueAt)} ${String(key.Id).padStart(16, '0')}`;
}

function distinct(found: readonly { key: RowKey }[]): RowKey[] {
  return [...new Map(found.map(({ key }) => [key.Id, key])).values()];
}

function byId(a: { key: RowKey }, b: { key: RowKey }): number {
  return a.key.Id - b.key.Id;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
