import { toE164 } from '../../domain/basics/phone-number.ts';
import { refusedForGood } from '../../domain/gate/gate.ts';
import type { EditProblem } from '../../domain/order/edit-problem.ts';
import { neverCallable } from '../../domain/order/order-problem.ts';
import {
  changesOrder,
  editedColumns,
  editOf,
  problemOf,
  type RowEdit,
  replacementOf,
} from '../../domain/order/row-edit.ts';
import { telProblem } from '../../domain/order/tel-problem.ts';
import { editedByColumn } from '../../domain/row/edited-by.ts';
import {
  asksForCall,
  type Columns,
  type RowKey,
  Status,
  statusOf,
  textOf,
} from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RowEditor } from '../../ports/rows/row-editor.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { type NumberGatePorts, readNumberFacts } from '../gate/read-gate-facts.ts';

export type EditPorts = NumberGatePorts & Pick<Ports, 'rows' | 'clock'> & { rowEditor: RowEditor };
type EditingPorts = Omit<EditPorts, 'rowEditor'> & { rowEditor: Pick<RowEditor, 'edit'> };

export type EditResult =
  | { kind: 'created' | 'changed'; columns: Columns }
  | { kind: 'refused'; problem: EditProblem }
  | { kind: 'no row' }
  /** Others wrote the row each time that it was read. */
  | { kind: 'busy' };

export interface RowWish {
  task: Task;
  Id: number;
  given: Columns;
  /** Who wishes it, by their id; nobody, where a customer does. */
  by?: string | undefined;
  /** Why the row as it stands is not edited, if it is not. */
  refuse?: (row: StoredRow, edit: RowEdit) => EditProblem | undefined;
}

/** How often an edit is tried again on a row that changes under it. */
const mostTries = 5;

/** Sets the given columns of a row that is there. */
export async function editRow(ports: EditingPorts, wish: RowWish): Promise<EditResult> {
  return writeEdit(ports, wish, () => editOf(wish.given));
}

/** The same, where what is set follows from the row as it stands. */
export async function editRowBy(
  ports: EditingPorts,
  { givenFor, ...wish }: Omit<RowWish, 'given'> & { givenFor: (row: StoredRow) => Columns },
): Promise<EditResult> {
  return writeEdit(ports, wish, (row) => editOf(givenFor(row)));
}

/** Makes the row hold the given columns and no others; creates it if it is not there. */
export async function replaceRow(ports: EditPorts, wish: RowWish): Promise<EditResult> {
  const replaced = await writeEdit(ports, wish, ({ columns }) =>
    replacementOf(columns, wish.given),
  );
  return replaced.kind === 'no row' ? createRow(ports, wish) : replaced;
}

async function createRow(ports: EditPorts, wish: RowWish): Promise<EditResult> {
  const refusal = await refusalOfNew(ports, wish);
  if (refusal !== undefined) return refusal;
  const { set } = editOf(wish.given);
  const isCreated = await ports.rowEditor.create(keyOf(wish), {
    ...set,
    ...signature(ports, wish),
  });
  return isCreated ? { kind: 'created', columns: { ...keyOf(wish), ...set } } : { kind: 'busy' };
}

/** Creates a row under the next free Id. */
export async function insertRow(ports: EditPorts, wish: Omit<RowWish, 'Id'>): Promise<EditResult> {
  const refusal = await refusalOfNew(ports, wish);
  if (refusal !== undefined) return refusal;
  const { set } = editOf(wish.given);
  const key = await ports.rowEditor.insert(wish.task.id, { ...set, ...signature(ports, wish) });
  return { kind: 'created', columns: { ...key, ...set } };
}

async function writeEdit(
  ports: EditingPorts,
  wish: Omit<RowWish, 'given'>,
  editFor: (row: StoredRow) => RowEdit,
): Promise<EditResult> {
  for (let tries = 0; tries < mostTries; tries++) {
    const row = await ports.rows.get(keyOf(wish));
    if (row === undefined) return { kind: 'no row' };
    const edit = editFor(row);
    const { columns: before, own } = row;
    const problem =
      wish.refuse?.(row, edit) ??
      problemOf({ before, own, edit, task: wish.task, at: ports.clock.now() }) ??
      (await numberProblem(ports, wish.task, { row: row.key, before, edit }));
    if (problem !== undefined) return { kind: 'refused', problem };
    const signed = { ...edit, set: { ...edit.set, ...signature(ports, wish) } };
    if (isEmpty(edit) || (await ports.rowEditor.edit(row, signed))) {
      return { kind: 'changed', columns: editedColumns(before, edit) };
    }
  }
  return { kind: 'busy' };
}

function signature({ clock }: Pick<EditingPorts, 'clock'>, { by }: Pick<RowWish, 'by'>): Columns {
  return by === undefined ? {} : editedByColumn({ by, at: clock.now() });
}

function isEmpty({ set, remove }: RowEdit): boolean {
  return Object.keys(set).length === 0 && remove.length === 0;
}

async function refusalOfNew(
  ports: EditPorts,
  { task, given }: Omit<RowWish, 'Id'>,
): Promise<(EditResult & { kind: 'refused' }) | undefined> {
  const edit = editOf(given);
  const problem =
    problemOf({ before: {}, own: {}, edit, task, at: ports.clock.now() }) ??
    (await numberProblem(ports, task, { row: undefined, before: {}, edit }));
  return problem === undefined ? undefined : { kind: 'refused', problem };
}

/** A number that the gate will never let be called is neither taken down nor ordered a call for. */
async function numberProblem(
  ports: NumberGatePorts,
  task: Task,
  { row, before, edit }: { row: RowKey | undefined; before: Columns; edit: RowEdit },
): Promise<EditProblem | undefined> {
  const after = editedColumns(before, edit);
  const tel = textOf(after.tel);
  if (tel === undefined || !concernsNumber(before, edit)) return undefined;
  const problem = telProblem(tel, task);
  if (problem !== undefined) return problem;
  const to = toE164(tel, task.country);
  const reason = refusedForGood({
    to,
    task,
    facts: await readNumberFacts(ports, { task, to, row }),
  });
  return reason && neverCallable(reason);
}

/** Whoever sets a row to 14 may well write down whom nobody may call. */
function concernsNumber(before: Columns, edit: RowEdit): boolean {
  const after = editedColumns(before, edit);
  if (statusOf({ columns: after }) === Status.doNotCall) return false;
  const isNew = textOf(before.tel) !== textOf(after.tel);
  return isNew || (asksForCall({ columns: after }) && changesOrder(before, edit));
}

function keyOf({ task, Id }: Pick<RowWish, 'task' | 'Id'>): RowKey {
  return { task: task.id, Id };
}
