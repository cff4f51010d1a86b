import * as z from 'zod';
import { doNotCallDoors } from '../domain/do-not-call/do-not-call.ts';
import { cursor, instant, rowKey } from './instant.ts';

const longestReason = 500;
const reason = z.string().trim().min(1).max(longestReason);
const task = z
  .string()
  .optional()
  .describe('The task whose calls it is about; without it, it is about the calls of all tasks');

/** What somebody said about a number, and where. */
export const doNotCallEntry = z
  .object({
    kind: z.enum(['added', 'lifted']),
    task,
    at: instant,
    by: z.string().optional().describe('Who wrote it; absent where a caller pressed a key'),
    door: z.enum(doNotCallDoors),
    reason: z.string().optional(),
    attempt: z.string().optional().describe('In whose talk or form it was said'),
  })
  .meta({ id: 'DoNotCallEntry' });
export type DoNotCallEntry = z.infer<typeof doNotCallEntry>;

const listedNumber = z
  .object({
    number: z.string().describe('In E.164'),
    /** Whether it may not be called, for some task or for all. */
    stands: z.boolean(),
    /** All that was ever said, the oldest first. */
    entries: z.array(doNotCallEntry),
  })
  .meta({ id: 'ListedNumber' });
export type ListedNumber = z.infer<typeof listedNumber>;

/** By POST, so that numbers stand in no address. */
export const doNotCallQuery = z
  .strictObject({
    text: z.string().trim().max(60).optional().describe('A number, or three of its digits or more'),
    cursor: cursor.optional(),
  })
  .meta({ id: 'DoNotCallQuery' });

export const doNotCallList = z
  .object({
    numbers: z.array(listedNumber),
    /** For the next page, which may be empty and not be the last. */
    cursor: z.string().optional(),
  })
  .meta({ id: 'DoNotCallList' });
export type DoNotCallList = z.infer<typeof doNotCallList>;

const whose = {
  tel: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .describe('With its country code, or as dialled in the country of the task'),
  row: rowKey.optional().describe('In place of tel: the number of this row'),
  task,
};

const hasNumber = { error: 'say tel or row' };

export const doNotCallWish = z
  .strictObject({ ...whose, reason: reason.optional() })
  .refine(({ tel, row }) => (tel === undefined) !== (row === undefined), hasNumber)
  .meta({ id: 'DoNotCallWish' });

/** Who lifts it says why. */
export const liftWish = z
  .strictObject({ ...whose, reason })
  .refine(({ tel, row }) => (tel === undefined) !== (row === undefined), hasNumber)
  .meta({ id: 'LiftWish' });

/** From the desk, about the number of a row. */
export const rowDoNotCallWish = z
  .strictObject({
    all: z.boolean().optional().describe('For all tasks, and not for the row’s task alone'),
    reason: reason.optional(),
    attempt: z.string().max(100).optional().describe('The call in which it was said'),
  })
  .meta({ id: 'RowDoNotCallWish' });

export const doNotCallChange = z
  .object({
    /** Whether the list did not say so before. */
    isNew: z.boolean(),
    /** How many rows with the number went to 14, or from 14. */
    rows: z.number().int(),
  })
  .meta({ id: 'DoNotCallChange' });

const mostAtOnce = 100;

/** Some lines of a file of numbers. */
export const doNotCallBatch = z
  .strictObject({
    numbers: z.array(z.string().max(200)).min(1).max(mostAtOnce),
    task,
    reason: reason.optional(),
  })
  .meta({ id: 'DoNotCallBatch' });

export const doNotCallReceptions = z
  .object({
    /** What became of each, in their order: put on the list, there before, or no phone number. */
    receptions: z.array(z.enum(['added', 'known', 'refused'])),
  })
  .meta({ id: 'DoNotCallReceptions' });
export type DoNotCallReceptions = z.infer<typeof doNotCallReceptions>;
