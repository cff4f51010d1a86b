import type { Instant } from '../../domain/basics/instant.ts';
import type { DaySums } from '../../domain/figures/day-sums.ts';
import type { RowKey } from '../../domain/row/row.ts';
import type { ViewEntry } from '../../domain/views/index-entries.ts';
import type { OutcomeRecord } from '../../domain/views/outcome-record.ts';
import type { RowEvent } from '../../domain/views/row-events.ts';
import type { UnkeptPromise } from '../../domain/views/unkept-promise.ts';

/**
 * What desks look things up in: kept from the tables' streams, so it may be a second old. Rows that
 * are named here are hints: read them (`rows.getMany`) and look whether they still fit.
 *
 * Search by a text is the use case `searchRows`.
 */
export interface Views {
  /** Rows with a word that begins so; `beginning` is folded as `wordsOf` does. */
  byWord(task: string, beginning: string, limit: number): Promise<RowKey[]>;

  /** Rows with just this number. */
  byNumber(task: string, e164: string): Promise<RowKey[]>;

  /** Rows whose number ends with these digits, three at least. */
  byLastDigits(task: string, digits: string, limit: number): Promise<RowKey[]>;

  /** Promised calls of a task, the earliest first. */
  promisedFor(task: string, whose: Whose, page: PromisePage): Promise<Promises>;

  /** Rows that were never called and order nothing, by ascending Id above `after`. */
  fresh(task: string, after: number | undefined, limit: number): Promise<RowKey[]>;

  /** Rows with a `_problem`, by ascending Id above `after`. */
  problems(task: string, after: number | undefined, limit: number): Promise<RowKey[]>;

  /**
   * Rows of a task that were written at this instant or later, and last on this day of UTC, by ascending Id
   * above `after`; deleted ones too. So many are looked at at most, and `next` is where the next page begins.
   * Kept for 35 days. Of a write the second is known.
   */
  changed(task: string, page: ChangedPage): Promise<{ rows: RowKey[]; next?: number }>;

  /** What happened to the row itself in the last 400 days, the oldest first. */
  events(row: RowKey): Promise<RowEvent[]>;

  /**
   * Attempts, or one operator's, that were settled on these days of UTC (`YYYY-MM-DD`); kept for 400 days.
   * Strongly consistent.
   */
  outcomes(task: string, days: readonly string[], operator?: string): Promise<OutcomeRecord[]>;

  /** Promises of these days of UTC that were given up unkept; kept for 400 days. Strongly consistent. */
  unkept(task: string, days: readonly string[]): Promise<UnkeptPromise[]>;

  /** The sums of whole days of a zone that were kept, from one date to another (both included). */
  daySums(task: string, timeZone: string, dates: DateRange): Promise<KeptDay[]>;

  /** Keeps the sums of a day for 800 days; later ones of the same day replace them. */
  keepDaySums(task: string, timeZone: string, day: KeptDay): Promise<void>;

  /**
   * How often days of UTC were changed late, by date; a day that never was is left out. Strongly
   * consistent: whoever reads this before the day's outcomes knows whether theirs are all.
   */
  lateChanges(task: string, dates: DateRange): Promise<Map<string, number>>;

  /** Something of this day of UTC was told long after it. Noted after what was told is kept. */
  noteLateChange(task: string, date: string): Promise<void>;

  /** Brings the views up to a row's writes. Repeating it changes nothing. */
  follow(change: RowViewChange): Promise<void>;

  /** Keeps the record of a settled attempt; a later one of the same attempt replaces it. */
  keepOutcome(record: OutcomeRecord): Promise<void>;

  /** How far the rows that were there before the views have been listed in this edition of them. */
  progress(edition: number): Promise<BuildProgress>;

  noteProgress(edition: number, progress: BuildProgress): Promise<void>;
}

export interface ChangedPage {
  /** `YYYY-MM-DD` */
  day: string;
  since: Instant;
  after?: number | undefined;
  limit: number;
}

/** Dates as `YYYY-MM-DD`, both included. */
export interface DateRange {
  from: string;
  to: string;
}

export interface KeptDay {
  date: string;
  sums: DaySums;
  /** How often the day had been changed late when it was counted: it is counted anew when that says another. */
  changes: number;
}

export interface BuildProgress {
  isDone: boolean;
  /** The page of rows that comes next; undefined at the beginning. */
  cursor?: string | undefined;
}

/** Operators' canonical addresses (`toAddress`); rows that name nobody; or all. */
export type Whose = readonly string[] | 'anybody' | 'everybody';

export interface PromisePage {
  /** Due then or later. */
  from?: Instant | undefined;
  /** Due before. */
  to?: Instant | undefined;
  limit: number;
  /** Of the page before. */
  cursor?: string | undefined;
}

export interface Promises {
  promises: { key: RowKey; dueAt: Instant }[];
  /** Absent on the last page. */
  cursor?: string;
}

/** An event that is reported again has the same sequence and place, and is kept once. */
export interface SequencedEvent {
  /** Of the write: a number as text, which orders what happened in one instant. */
  sequence: string;
  /** Among the events of this write. */
  place: number;
  event: RowEvent;
}

export interface RowViewChange {
  row: RowKey;
  /** When it was written; absent where it was not. */
  changedAt?: Instant | undefined;
  put: readonly ViewEntry[];
  remove: readonly ViewEntry[];
  events: readonly SequencedEvent[];
  /** Each promised instant of a row is kept once. */
  unkept: readonly UnkeptPromise[];
}
