import * as z from 'zod';
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
    /** Days of the time zone, both included, 31 at most. */
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
  })
  .meta({ id: 'FiguresQuery' });

const spread = z.object({
  count: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  max: z.number(),
});

/** Milliseconds late; null while nothing was measured. */
const lateness = z.object({ operator: spread.nullable(), customer: spread.nullable() });

const outcomeCounts = z.partialRecord(outcomeName, z.number());

export const figures = z
  .object({
    /** By hour for one day, by day for more. */
    slots: z.array(
      z.object({
        from: instant,
        outcomes: outcomeCounts,
        talkSeconds: z.number(),
      }),
    ),
    totals: z.object({
      outcomes: outcomeCounts,
      talkSeconds: z.number(),
      /** Promises whose customer was dialled within a second. */
      onTime: z.number(),
      /** All others whose moment has come, dialled or not. */
      late: z.number(),
      /** Whose doing the late ones are. */
      delays: z.partialRecord(z.enum(delays), z.number()),
    }),
    lateness,
    /** How many customers' phones rang up to so many milliseconds late. */
    histogram: z.array(z.object({ upTo: z.number().nullable(), count: z.number() })),
  })
  .meta({ id: 'Figures' });
export type Figures = z.infer<typeof figures>;
