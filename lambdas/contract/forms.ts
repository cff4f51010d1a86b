import * as z from 'zod';
import { gateReasons } from '../domain/gate/gate-reasons.ts';
import { runSchema, storedScriptSchema } from '../domain/script/script.ts';
import { customerClock } from './customer-clock.ts';
import { instant } from './instant.ts';

/** A text, a number, or yes and no. */
const answer = z.union([z.string(), z.number(), z.boolean()]);

/** The form of one attempt: a draft until it is sent, then for good. */
export const formView = z
  .object({
    attempt: z.string(),
    script: z.object({ id: z.string(), version: z.number().int() }),
    /** Where it is led through: on a screen, or on the telephone's keys. */
    surface: z.enum(['screen', 'keypad']),
    run: runSchema,
    /** Grows by one with every draft, and when it is sent. */
    revision: z.number().int(),
    openedAt: instant,
    draftAt: instant.optional(),
    sentAt: instant.optional(),
    /** Who sent it. */
    by: z.string().optional(),
    answers: z.record(z.string(), answer).optional(),
    /** The next call that it promised. */
    promisedFor: instant.optional(),
    /** What was sent before it was corrected, the oldest first. */
    former: z
      .array(
        z.object({
          sentAt: instant.optional(),
          by: z.string().optional(),
          answers: z.record(z.string(), answer).optional(),
          promisedFor: instant.optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Form' });
export type FormView = z.infer<typeof formView>;

export const openForm = z
  .object({ form: formView, script: storedScriptSchema })
  .meta({ id: 'OpenForm' });
export type OpenForm = z.infer<typeof openForm>;

/** An item of the database has 400 KB, and a letter up to three bytes. */
const longestRun = 100_000;

const sentRun = runSchema.refine((run) => JSON.stringify(run).length <= longestRun, {
  error: `a form has at most ${longestRun} characters in all`,
});

/** `revision` is the one that the draft was made from. */
export const draft = z
  .strictObject({ revision: z.number().int().min(0), run: sentRun })
  .meta({ id: 'Draft' });

export const submission = z
  .strictObject({
    run: sentRun,
    /** When it was first sent, where an earlier sending brought no answer. */
    sentAt: instant.optional(),
    /** The revision of the sent form that this one corrects, on the day on which that was sent. */
    corrects: z.number().int().min(0).optional(),
  })
  .meta({ id: 'Submission' });

/** `problems`: sentences by field. All in the language of the request (`Accept-Language`). */
export const formProblem = z
  .object({
    error: z.string(),
    problems: z.record(z.string(), z.string()).optional(),
    /** The next moment at which the customer may be called, where that is the problem. */
    nextAt: instant.optional(),
  })
  .meta({ id: 'FormProblem' });

export type FormProblem = z.infer<typeof formProblem>;

/** Why a draft was not kept: another one is newer, or the form was sent. */
export const staleDraft = z
  .object({ error: z.string(), form: formView })
  .meta({ id: 'StaleDraft' });

/** A moment for the next call, as the form asks for it. */
export const promiseWish = z
  .strictObject({
    callaftermin: z.union([z.number(), z.string()]).optional(),
    date_callback: z.string().optional(),
    time_callback: z.string().optional(),
    calls: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe('How many calls are to be moved there together: the room that is looked for'),
  })
  .meta({ id: 'PromiseWish' });

/** What would become of it. */
export const promisePreview = z
  .object({
    dueAt: instant,
    /** The zone in which date and time are written. */
    zone: z.string(),
    clock: customerClock,
    date: z.string(),
    time: z.string(),
    may: z.boolean(),
    /** Why not. */
    reason: z.enum(gateReasons).optional(),
    /** The next moment at which they may be called. */
    nextAt: instant.optional(),
    nextDate: z.string().optional(),
    nextTime: z.string().optional(),
    /** What the quarter of an hour holds already. */
    room: z
      .object({
        from: instant,
        /** Calls that the task has promised for it. */
        promised: z.number(),
        /** How many fit, by the operators who are not away and the calls per second. */
        fits: z.number(),
        /** The nearest quarter with room for all calls that are asked about, where this one has none. */
        nearestAt: instant.optional(),
        nearestDate: z.string().optional(),
        nearestTime: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'PromisePreview' });
export type PromisePreview = z.infer<typeof promisePreview>;
