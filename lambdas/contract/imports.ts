import * as z from 'zod';
import { lineEffects } from '../domain/import/line-effect.ts';

/** A row has no more columns than one write can set. */
const mostColumns = 250;

/** Cells by column, as the file has them; the system's own columns and the key are not for writing. */
const cells = z
  .record(z.string().min(1).max(255), z.string())
  .refine((it) => Object.keys(it).length <= mostColumns, {
    error: `a line has at most ${mostColumns} columns`,
  })
  .refine((it) => Object.keys(it).every((name) => name !== 'task' && !name.startsWith('_')), {
    error: 'task and columns that begin with _ are left out',
  });

const line = z.strictObject({
  line: z.number().int().min(1).describe('Of the file, from 1: where the record begins'),
  cells,
  occurrence: z
    .number()
    .int()
    .min(1)
    .describe('The how-manieth line of the file with this Id, or without one with this content'),
});

/**
 * Some lines of a file. Batches may come in any order, at once and again: what was imported before
 * changes nothing.
 */
export const importBatchWish = z
  .strictObject({
    mode: z.enum(['rehearse', 'write']).describe('rehearse foresees, and writes nothing'),
    highestId: z
      .number()
      .int()
      .min(0)
      .max(999_999_999_999_999)
      .describe('The highest Id that any line of the whole file names; 0 if none does'),
    lines: z.array(line).min(1).max(100),
  })
  .meta({ id: 'ImportBatch' });
export type ImportBatchWish = z.infer<typeof importBatchWish>;

/** What became of each line, in their order. */
export const importReceptions = z
  .object({
    receptions: z.array(
      z.object({
        line: z.number().int(),
        outcome: z.enum(['imported', 'unchanged', 'refused']),
        column: z.string().optional(),
        value: z.string().optional(),
        /** A sentence. */
        reason: z.string().optional(),
        /** The same as a code with its values. */
        problem: z.looseObject({ code: z.string() }).optional(),
      }),
    ),
    /** In a rehearsal: what the lines that would be imported would do. */
    effects: z.array(z.object({ line: z.number().int(), effect: z.enum(lineEffects) })).optional(),
    /** In a rehearsal: of the lines that would be imported. */
    numbers: z
      .array(
        z.object({
          line: z.number().int(),
          number: z.string().describe('In E.164'),
          rows: z
            .array(z.number().int())
            .describe('The Ids of other rows of the task that hold it already'),
        }),
      )
      .optional(),
  })
  .meta({ id: 'ImportReceptions' });
export type ImportReceptions = z.infer<typeof importReceptions>;
