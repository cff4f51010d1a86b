import * as z from 'zod';
import { evidenceKinds } from '../domain/evidence/evidence.ts';
import { instant, rowKey } from './instant.ts';

/** Whose: by POST, so that numbers stand in no address. */
export const numberWish = z
  .strictObject({
    tel: z.string().min(1).max(60).optional().describe('With its country code'),
    row: rowKey.optional().describe('In place of tel: the number of this row'),
  })
  .refine(({ tel, row }) => (tel === undefined) !== (row === undefined), {
    error: 'say tel or row',
  })
  .meta({ id: 'NumberWish' });

/** All that was done to a number: each entry holds a hash of itself and of the one before it. */
export const evidenceReport = z
  .object({
    number: z.string().describe('In E.164'),
    madeAt: instant,
    entries: z.array(
      z.object({
        place: z.number().int().describe('From 1, without a gap'),
        at: instant,
        kind: z.enum(evidenceKinds),
        ref: z.string().describe('Which one it is, by ids alone'),
        digest: z.string().describe('SHA-256 of the facts as JSON with sorted names'),
        hash: z.string().describe('SHA-256 of the entry and the hash before it'),
        state: z.enum(['kept', 'replaced', 'erased', 'gone']),
        facts: z.unknown().optional(),
      }),
    ),
  })
  .meta({ id: 'EvidenceReport' });

/** What an erasure did, by what it was done to. */
export const erasure = z
  .object({
    at: instant,
    by: z.string(),
    rows: z.number().int(),
    attempts: z.number().int(),
    forms: z.number().int(),
    receipts: z.number().int().describe('Of lines of files that rows were imported from'),
    locks: z.number().int(),
  })
  .meta({ id: 'Erasure' });
export type Erasure = z.infer<typeof erasure>;
