import * as z from 'zod';
import { customerStates } from '../domain/views/customer-filter.ts';
import { outcomeName, pastAttempt } from './calls.ts';
import { formView } from './forms.ts';
import { cursor, rowKey, since } from './instant.ts';
import { rowList } from './rows.ts';

export const customerQuery = z
  .strictObject({
    task: z.string(),
    text: z
      .string()
      .trim()
      .min(2)
      .max(100)
      .optional()
      .describe('Beginnings of words, or digits of a number'),
    state: z.enum(customerStates).optional(),
    column: z
      .strictObject({ name: z.string().min(1).max(255), text: z.string().max(200) })
      .optional()
      .describe('Whose column holds the text; an empty one: who has anything there'),
    lastOutcome: outcomeName.optional(),
    order: z
      .enum(['ascending', 'descending', 'due'])
      .optional()
      .describe('By Id; or promised calls by when they are due'),
    updatedSince: since
      .optional()
      .describe(
        'Rows that were written then or later, 31 days ago at the most, by day and Id; one that was written on several days may come once for each',
      ),
    cursor: cursor.optional(),
  })
  .refine(
    ({ updatedSince, text, order }) =>
      updatedSince === undefined || (text === undefined && order === undefined),
    { error: 'updatedSince has an order of its own, and goes with no text' },
  )
  .meta({ id: 'CustomerQuery' });

export const customerList = rowList
  .extend({ looked: z.number().describe('How many rows were looked at to find these') })
  .meta({ id: 'CustomerList' });
export type CustomerList = z.infer<typeof customerList>;

export const callQuery = z
  .strictObject({
    task: z.string().optional(),
    /** Days of the time zone, both included. */
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    operator: z.string().max(255).optional(),
    outcome: outcomeName.optional(),
    updatedSince: since
      .optional()
      .describe('Those of these days whose call, form or recording changed then or later'),
    cursor: cursor.optional(),
  })
  .meta({ id: 'CallQuery' });

const listedCall = pastAttempt
  .extend({ name: z.string().optional().describe('What people call the customer now') })
  .meta({ id: 'ListedCall' });
export type ListedCall = z.infer<typeof listedCall>;

export const callList = z
  .object({ calls: z.array(listedCall), cursor: z.string().optional() })
  .meta({ id: 'CallList' });
export type CallList = z.infer<typeof callList>;

export const formQuery = callQuery
  .omit({ outcome: true })
  .extend({
    script: z.string().max(255).optional(),
    updatedSince: since.optional().describe('Those that were sent, or corrected, then or later'),
  })
  .meta({ id: 'FormQuery' });

const listedForm = formView
  .omit({ run: true, revision: true, draftAt: true })
  .extend({
    ...rowKey.shape,
    operator: z.string().describe('Their id, or an address that nobody has'),
  })
  .meta({ id: 'ListedForm' });

export const formList = z
  .object({ forms: z.array(listedForm), cursor: z.string().optional() })
  .meta({ id: 'FormList' });
