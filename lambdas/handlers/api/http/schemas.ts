import * as z from 'zod';
import { parseAttemptId } from '../../../domain/attempt/attempt.ts';
import { readRowId } from '../../../domain/row/row-id.ts';
import { taskSchema } from '../../../domain/task/task.ts';

/** Numbers may come as texts, as in the table. */
const numeric = z.union([z.number(), z.string()]).nullish();
const text = z.string().nullish();

/** A row's public columns; null and empty texts mean that there is none. */
export const rowBody = z
  .object({
    tel: text.describe('Phone number, stored as given'),
    status: numeric.describe('10 orders a call at the promised time; empty cancels'),
    callaftermin: numeric.describe('Call again in so many minutes, 0–525600'),
    date_callback: text.describe('YYYY-MM-DD in the row’s time zone'),
    time_callback: text.describe('HH:mm or HH:mm:ss in the row’s time zone'),
    time_zone: text.describe('IANA name; the task’s, if empty'),
    operator_number: text.describe('Who shall talk; any free operator of the task, if empty'),
    date_call: text.describe('When the last call was'),
  })
  .catchall(z.unknown())
  .refine((row) => Object.keys(row).every((name) => name.length > 0 && name.length <= 255), {
    error: 'the name of a column has 1–255 letters',
  })
  .meta({ id: 'Row' });

export const taskView = taskSchema.meta({ id: 'Task' });

export const rowId = z.string().transform((digits, { addIssue }) => {
  const Id = readRowId(digits);
  if (Id === undefined) addIssue({ code: 'custom', message: 'no Id of a row' });
  return Id ?? z.NEVER;
});

export const attemptIdText = z.string().refine((it) => parseAttemptId(it) !== undefined);
