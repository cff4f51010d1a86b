import type { Instant } from '../basics/instant.ts';
import type { GateFacts } from '../gate/question.ts';
import { type ColumnChange, columnChange } from '../order/row-change.ts';
import { editedColumns, editOf, problemOf, type RowEdit } from '../order/row-edit.ts';
import { dueAtOf, type FinalStatus, isInService, type Row } from '../row/row.ts';
import { noOf } from '../script/fields/do-not-call-field.ts';
import { columnsOf, promiseOf } from '../script/fields/promise-fields.ts';
import type { Answers, Script } from '../script/script.ts';
import type { Task } from '../task/task.ts';
import type { Form } from './form.ts';
import { judgePromise, type UnkeptPromise } from './form-promise.ts';

export interface FormBeingSent {
  script: Script;
  answers: Answers;
  row: Row;
  task: Task;
  /** When it was first sent. */
  sentAt: Instant;
  now: Instant;
  facts: GateFacts;
  /** What is corrected. */
  former?: Pick<Form, 'answers' | 'promisedFor'> | undefined;
  /** How the row ends that promises no call any more. */
  endsWith?: FinalStatus;
}

export type FormWrite =
  | { kind: 'write'; change: ColumnChange; promisedFor?: Instant }
  | { kind: 'refused'; verdict: UnkeptPromise };

/**
 * What a form that is sent makes of its row. Answers go to their columns whatever the row's state. A
 * promise is a person's write like any other: a new promise, made when the form was first sent, with a
 * budget of its own; it stands unless somebody made another one since then.
 */
export function writeOfForm(sent: FormBeingSent): FormWrite {
  const edit = editOf(columnsOf(sent.script, sent.answers));
  const promised = promiseOf(sent.script, sent.answers);
  if (promised !== undefined && noOf(sent.script, sent.answers) !== undefined)
    return { kind: 'refused', verdict: { kind: 'barred' } };
  const columns = editedColumns(sent.row.columns, edit);
  if (isKept(sent)) return writeColumns(sent, edit, sent.former?.promisedFor);
  if (promised === undefined && isTakenBack(sent)) return takeBack(sent, edit);
  if (promised === undefined || isOvertaken(sent)) return writeColumns(sent, edit);
  const verdict = judgePromise({
    ...sent,
    row: { columns, own: sent.row.own },
    promised,
    askedAt: sent.sentAt,
  });
  if (verdict.kind !== 'taken') return { kind: 'refused', verdict };
  const { dueAt, fields } = verdict;
  const order = columnChange({ kind: 'order', dueAt, fields, promisedAt: sent.sentAt });
  return { kind: 'write', change: both(edit, order), promisedFor: dueAt };
}

/** A correction that says the same of the next call leaves it as it is. */
function isKept({ script, answers, former }: FormBeingSent): boolean {
  if (former?.answers === undefined) return false;
  const before = promiseOf(script, former.answers);
  return (
    before !== undefined && JSON.stringify(before) === JSON.stringify(promiseOf(script, answers))
  );
}

/** The call that was promised by mistake still stands as it was promised. */
function isTakenBack({ row, former }: FormBeingSent): boolean {
  const isPromised = former?.promisedFor !== undefined && dueAtOf(row) !== undefined;
  return isPromised && row.own.promisedFor === former.promisedFor;
}

function takeBack({ endsWith }: FormBeingSent, edit: RowEdit): FormWrite {
  return { kind: 'write', change: both(edit, columnChange({ kind: 'finish', status: endsWith })) };
}

/** A form whose first sending was lost may come after somebody else's newer promise. */
function isOvertaken({ row, sentAt }: FormBeingSent): boolean {
  const { promisedAt } = row.own;
  return dueAtOf(row) !== undefined && promisedAt !== undefined && promisedAt > sentAt;
}

/** While the call is on, the row orders nothing that a column could spoil. */
function writeColumns(
  { row, task, now }: FormBeingSent,
  edit: RowEdit,
  promisedFor?: Instant,
): FormWrite {
  const promise = promisedFor === undefined ? {} : { promisedFor };
  if (isInService(row)) return { kind: 'write', change: edit, ...promise };
  const problem = problemOf({ before: row.columns, own: row.own, edit, task, at: now });
  if (problem !== undefined) return { kind: 'refused', verdict: { kind: 'senseless', problem } };
  return { kind: 'write', change: edit, ...promise };
}

function both(edit: RowEdit, order: ColumnChange): ColumnChange {
  return {
    set: { ...edit.set, ...order.set },
    remove: [...new Set([...edit.remove, ...order.remove])],
  };
}
