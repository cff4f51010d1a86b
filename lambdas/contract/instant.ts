import * as z from 'zod';

/** ISO 8601 in UTC with milliseconds. */
export const instant = z.string().describe('ISO 8601 in UTC, with milliseconds');

export const rowKey = z.object({ task: z.string(), Id: z.number().int() }).meta({ id: 'RowKey' });
export type RowKey = z.infer<typeof rowKey>;

/** Of what was written, or happened, then or later. */
export const since = z.iso.datetime({ offset: true });

/** Where a list goes on: of the page before. It says nothing, and is good for the same question alone. */
export const cursor = z.string().max(2000).describe('Of the page before, with the same filters');

/** All columns of a row, the task's own among them. */
export const columns = z.record(z.string(), z.unknown());

/** What went wrong: what was expected, and what came. */
export const problem = z
  .object({
    error: z.string(),
    /** Sentences by field, where the body has fields: `callingHours.1.0`. */
    problems: z.record(z.string(), z.string()).optional(),
    /** Why a call is not made, as a code: outside-calling-hours, operator-in-call, … */
    reason: z.string().optional(),
    /** The first moment at which what was asked for may be done, where there is one. */
    nextAt: instant.optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
