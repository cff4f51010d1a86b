import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { presentOutcome } from '../../../domain/attempt/former-names.ts';
import { hour, type Instant, toIso } from '../../../domain/basics/instant.ts';
import { type RowKey, rowId } from '../../../domain/row/row.ts';
import type { ViewEntry } from '../../../domain/views/index-entries.ts';
import type { OutcomeRecord } from '../../../domain/views/outcome-record.ts';
import type { RowEvent } from '../../../domain/views/row-events.ts';
import type { UnkeptPromise } from '../../../domain/views/unkept-promise.ts';
import type { BuildProgress, SequencedEvent } from '../../../ports/records/views.ts';
import type { Item } from '../client/attribute-value.ts';
import { toTtl } from '../client/time-to-live.ts';

/**
 * The table's layout: each view is split so that no partition takes all writes of a task.
 *
 *   view                              key
 *   word#demo#ма                      мария 0000000000000017
 *   number#demo#71                    710064970244 0000000000000017   (digits from the last on)
 *   promised#demo#+442079460101       2026-11-23T10:30:00.000Z 0000000000000017
 *   fresh#demo, problem#demo          0000000000000017
 *   changed#demo#2026-11-23           0000000000000017   (the last second of this day of UTC in which it was written)
 *   events#demo.17                    2026-11-23T10:30:00.123Z#<sequence>#0
 *   outcome#demo#2026-11-23           anna#<attempt id>
 *   unkept#demo#2026-11-23            2026-11-23T10:30:00.000Z 0000000000000017
 *   days#demo#Europe/London           2026-11-23   (the sums of a day)
 *   changed-late#demo                 2026-11-23   (how often this day of UTC was)
 *   state#anna                        2026-11-23T10:30:00.123Z   (since when they are away, or not)
 *   audit#2026-11                     2026-11-23T10:30:00.123Z#<UUID>   (who changed what)
 *   progress                          1   (of listing the rows that were there before)
 */
export interface ViewKey {
  view: string;
  key: string;
}

/** As many as an Id can have. */
const idDigits = 16;

export function paddedId(Id: number): string {
  return String(Id).padStart(idDigits, '0');
}

export function entryKey(row: RowKey, entry: ViewEntry): ViewKey {
  const Id = paddedId(row.Id);
  switch (entry.view) {
    case 'word':
      return { view: wordView(row.task, entry.word), key: `${entry.word} ${Id}` };
    case 'number': {
      const digits = lastFirst(entry.e164);
      return { view: numberView(row.task, digits), key: `${digits} ${Id}` };
    }
    case 'promised':
      return { view: promisedView(row.task, entry.owner), key: `${toIso(entry.dueAt)} ${Id}` };
    case 'fresh':
    case 'problem':
      return { view: `${entry.view}#${row.task}`, key: Id };
    default:
      return entry satisfies never;
  }
}

/** By the first two letters; what is shorter has a partition of its own. */
export function wordView(task: string, word: string): string {
  return `word#${task}#${[...word].slice(0, 2).join('')}`;
}

export function numberView(task: string, digits: string): string {
  return `number#${task}#${digits.slice(0, 2)}`;
}

export function promisedView(task: string, owner: string): string {
  return `promised#${task}#${owner}`;
}

/** The digits of a number from the last to the first: what it ends with is what its entry begins with. */
export function lastFirst(number: string): string {
  return [...number.replace(/\D/g, '')].reverse().join('');
}

/** The Id at the end of an entry's key. */
export function idOf({ key }: ViewKey): number {
  return Number(key.slice(-idDigits));
}

/** 400 days, unless the stage says another: a year, and the time to look back at it. */
export const usualDays = 400;

function goneAt(at: Instant, days: number = usualDays): number {
  return toTtl(at + days * 24 * hour);
}

const sequenceDigits = 40;

export function eventItem(
  row: RowKey,
  { sequence, place, event }: SequencedEvent,
  keepDays?: number,
): Item {
  const key = `${event.at}#${sequence.padStart(sequenceDigits, '0')}#${place}`;
  const expiresAt = goneAt(Date.parse(event.at), keepDays);
  return marshall({ view: eventsView(row), key, event, expiresAt });
}

export function eventsView(row: RowKey): string {
  return `events#${rowId(row)}`;
}

export function storedEvent(item: Item): RowEvent {
  return unmarshall(item).event as RowEvent;
}

/** With its place in the story, as its key tells it. */
export function storedEventEntry(item: Item): SequencedEvent & { row: RowKey } {
  const { view, key, event } = unmarshall(item);
  const [, task = '', Id] = /^events#(.+)\.(\d+)$/.exec(view) ?? [];
  const [, sequence = '', place] = key.split('#');
  return { row: { task, Id: Number(Id) }, sequence, place: Number(place), event };
}

export function outcomeItem(record: OutcomeRecord, keepDays?: number): Item {
  const day = dayOfUtc(record.settledAt);
  const { id, address } = record.operator;
  const key = `${outcomesOfOperator(id ?? address)}${record.attempt}`;
  const keys = { view: outcomeView(record.task, day), key };
  return marshall({ ...keys, record, expiresAt: goneAt(record.settledAt, keepDays) });
}

function dayOfUtc(at: Instant): string {
  return toIso(at).slice(0, 'YYYY-MM-DD'.length);
}

export function outcomeView(task: string, day: string): string {
  return `outcome#${task}#${day}`;
}

/** With what the keys of an operator's outcomes begin: their own day is a part of everybody's. */
export function outcomesOfOperator(operator: string): string {
  return `${operator}#`;
}

export function storedOutcome(item: Item): OutcomeRecord {
  const { record } = unmarshall(item);
  return { ...(record as OutcomeRecord), outcome: presentOutcome(record.outcome) };
}

const keptChangesDays = 35;

export function changedItem(row: RowKey, changedAt: Instant): Item {
  const view = changedView(row.task, dayOfUtc(changedAt));
  const expiresAt = goneAt(changedAt, keptChangesDays);
  return marshall({ view, key: paddedId(row.Id), changedAt, expiresAt });
}

export function changedView(task: string, day: string): string {
  return `changed#${task}#${day}`;
}

export function unkeptItem(unkept: UnkeptPromise, keepDays?: number): Item {
  const { row, promisedFor } = unkept;
  const view = unkeptView(row.task, dayOfUtc(promisedFor));
  const key = `${toIso(promisedFor)} ${paddedId(row.Id)}`;
  return marshall({ view, key, unkept, expiresAt: goneAt(promisedFor, keepDays) });
}

export function unkeptView(task: string, day: string): string {
  return `unkept#${task}#${day}`;
}

export function storedUnkept(item: Item): UnkeptPromise {
  return unmarshall(item).unkept as UnkeptPromise;
}

export function progressKey(edition: number): ViewKey {
  return { view: 'progress', key: String(edition) };
}

export function progressItem({ isDone, cursor }: BuildProgress): Item {
  return marshall({ isDone, cursor }, { removeUndefinedValues: true });
}

export function storedProgress(item: Item): BuildProgress {
  const { isDone, cursor } = unmarshall(item);
  return { isDone, cursor };
}
