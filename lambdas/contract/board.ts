import * as z from 'zod';
import { slotSizes } from '../domain/figures/report-span.ts';
import { delays } from '../domain/row/row.ts';
import { attemptView, outcomeName } from './calls.ts';
import { instant } from './instant.ts';
import { operatorState } from './people.ts';

/** Who talks to whom at this moment. */
export const board = z
  .object({
    calls: z.array(attemptView),
    operators: z.array(operatorState),
    now: instant,
  })
  .meta({ id: 'Board' });
export type Board = z.infer<typeof board>;

export const figuresQuery = z
  .strictObject({
    task: z.string().optional(),
    /** Days of the time zone, both included, 366 at most; 31 by the hour. */
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    by: z.enum(slotSizes).optional().describe('Hours for one day, days for more, unless given'),
    withAnswers: z.boolean().optional().describe('Counts what forms answered, of today too'),
    withBefore: z.boolean().optional().describe('The totals of as many days before, too'),
  })
  .meta({ id: 'FiguresQuery' });

const spread = z.object({
  count: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  max: z.number(),
});

/** Milliseconds late, above a second to two digits, upwards; null while nothing was measured. */
const lateness = z.object({ operator: spread.nullable(), customer: spread.nullable() });

const sums = z
  .object({
    outcomes: z.partialRecord(outcomeName, z.number()),
    talkSeconds: z.number(),
    /** Promises whose customer was dialled within a second. */
    onTime: z.number(),
    /** All others whose moment has come, dialled or not. */
    late: z.number(),
    /** Whose doing the late ones are. */
    delays: z.partialRecord(z.enum(delays), z.number()),
  })
  .meta({ id: 'FigureSums' });
export type FigureSums = z.infer<typeof sums>;

export const figures = z
  .object({
    slots: z.array(sums.extend({ from: instant })),
    totals: sums,
    lateness,
    /** How many customers' phones rang up to so many milliseconds late. */
    histogram: z.array(z.object({ upTo: z.number().nullable(), count: z.number() })),
    operators: z.array(
      sums.extend({ operator: z.string().describe('Their id, or an address that nobody has') }),
    ),
    answers: z.array(
      z.object({ script: z.string(), field: z.string(), value: z.string(), count: z.number() }),
    ),
    /** Of as many days before; of a span that is not over, as much of them as has passed of it. */
    before: sums.optional(),
    daysLeft: z
      .number()
      .describe(
        'Days that the time of one request did not suffice for: asked again, they are counted',
      ),
  })
  .meta({ id: 'Figures' });
export type Figures = z.infer<typeof figures>;
