import * as z from 'zod';
import { delays } from '../domain/row/row.ts';
import { rowEventKinds } from '../domain/views/row-events.ts';
import { pastAttempt } from './calls.ts';
import { customerClock } from './customer-clock.ts';
import { doNotCallEntry } from './do-not-call.ts';
import { columns, cursor, instant, rowKey } from './instant.ts';

/** A row in a list. */
const rowView = rowKey
  .extend({
    /** What people call the customer. */
    name: z.string().optional(),
    tel: z.string().optional(),
    status: z.number().optional(),
    /** When the next try is due, while it waits at 10. */
    dueAt: instant.optional(),
    /** The instant that a person promised, kept through all tries. */
    promisedFor: instant.optional(),
    /** When the customer's phone was first dialled for this promise. */
    dialledAt: instant.optional(),
    /** Whose doing it is that the next try comes later than the promise. */
    delayedBy: z.enum(delays).optional(),
    /** The zone in which the row's date and time are written. */
    zone: z.string(),
    clock: customerClock,
    dateCall: z.string().optional(),
    problem: z.string().optional(),
    /** A text was sent, or may have been, for the promise that was missed. */
    apologised: z.boolean().optional(),
    /** Who shall talk, where the row names somebody; `id` and `name` when they are registered. */
    operator: z
      .object({ address: z.string(), id: z.string().optional(), name: z.string().optional() })
      .optional(),
    /** Since when the due call waits for an operator. */
    waitingSince: instant.optional(),
    columns,
  })
  .meta({ id: 'RowView' });
export type RowView = z.infer<typeof rowView>;

export const rowList = z
  .object({
    rows: z.array(rowView),
    /** For the next page. */
    cursor: z.string().optional(),
    now: instant,
  })
  .meta({ id: 'RowList' });
export type RowList = z.infer<typeof rowList>;

/** By POST, so that names and numbers stand in no address. */
export const searchWish = z
  .strictObject({
    text: z.string().trim().min(2).max(100).describe('Beginnings of words, or digits of a number'),
    task: z.string().optional(),
  })
  .meta({ id: 'SearchWish' });

/** Which promised calls. */
export const promiseQuery = z
  .strictObject({
    which: z.enum(['today', 'overdue', 'missed', 'orphaned', 'problem', 'upcoming', 'owned']),
    operator: z.string().optional().describe('Of `owned`: whose promised calls, overdue ones too'),
    task: z.string().optional(),
    cursor: cursor.optional(),
  })
  .refine(({ which, operator }) => (which === 'owned') === (operator !== undefined), {
    error: 'owned needs an operator, and nothing else does',
    path: ['operator'],
  })
  .meta({ id: 'PromiseQuery' });

const mostAtOnce = 100;
const chosen = z.array(rowKey).min(1).max(mostAtOnce);

export const moveWish = z
  .strictObject({
    rows: chosen,
    callaftermin: z.number().int().min(0).optional(),
    date_callback: z.string().optional(),
    time_callback: z.string().optional(),
    laterByMinutes: z
      .number()
      .int()
      .min(-525_600)
      .max(525_600)
      .optional()
      .describe('Each from the instant that it was promised for'),
    spreadMinutes: z
      .number()
      .int()
      .min(1)
      .max(10_080)
      .optional()
      .describe('The first at the moment, the others one after the other within so many minutes'),
  })
  .meta({ id: 'MoveWish' });

export const reassignWish = z
  .strictObject({
    rows: chosen,
    /** An operator's id; null for any. */
    operator: z.string().nullable(),
  })
  .meta({ id: 'ReassignWish' });

export const cancelWish = z.strictObject({ rows: chosen }).meta({ id: 'CancelWish' });

export const apologyWish = z
  .strictObject({ rows: z.array(rowKey).min(1).max(25) })
  .meta({ id: 'ApologyWish' });

/** What became of each row. */
export const bulkResult = z
  .object({
    results: z.array(rowKey.extend({ dueAt: instant.optional(), problem: z.string().optional() })),
  })
  .meta({ id: 'BulkResult' });
export type BulkResult = z.infer<typeof bulkResult>;

/** What happened to a row itself, as its writes show it. */
const rowEvent = z
  .looseObject({ at: instant, kind: z.enum(rowEventKinds) })
  .meta({ id: 'RowEvent' });
export type RowEvent = z.infer<typeof rowEvent>;

/** Everything that is known of a row. */
export const rowStory = z
  .object({
    row: rowView.optional(),
    attempts: z.array(pastAttempt),
    events: z.array(rowEvent),
    /** What was said of the row’s number, in whichever row. */
    doNotCall: z.array(doNotCallEntry),
  })
  .meta({ id: 'RowStory' });
export type RowStory = z.infer<typeof rowStory>;

/** The next row that was never called, reserved for who asked. */
export const nextRow = z
  .object({ row: rowView, history: z.array(pastAttempt) })
  .meta({ id: 'NextRow' });
