import type { Attempt } from '../attempt/attempt.ts';
import type { Form } from '../form/form.ts';
import type { Row } from '../row/row.ts';
import { zoneOf } from '../row/row-zone.ts';
import type { Dialog } from '../script/path.ts';
import type { StoredScript } from '../script/script.ts';
import type { Task } from '../task/task.ts';
import type { Listener } from './keypad-words.ts';

/** What is known when the script speaks on an operator's phone. */
export interface KeypadScene {
  attempt: Attempt;
  task: Task;
  form: Form;
  /** The version that the form was opened with. */
  script: StoredScript;
  /** Undefined once it was deleted. */
  row: Row | undefined;
}

/** The script, and how far the stored form has come in it. */
export function dialogOf({ script, form: { run } }: KeypadScene): Dialog {
  return { script, run };
}

export function listenerOf({ row, task: { language } }: KeypadScene): Listener {
  return { columns: row?.columns ?? {}, language };
}

/** Days and times are the customer's. */
export function customersZone({ row, task }: KeypadScene): string {
  return zoneOf(row?.columns ?? {}, task);
}
