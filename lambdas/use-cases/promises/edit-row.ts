import type { EditProblem } from '../../domain/order/edit-problem.ts';
import {
  editedColumns,
  editOf,
  problemOf,
  type RowEdit,
  replacementOf,
} from '../../domain/order/row-edit.ts';
import type { Columns, RowKey } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RowEditor } from '../../ports/row-editor.ts';
import type { StoredRow } from '../../ports/rows.ts';

export type EditPorts = Pick<Ports, 'rows' | 'clock'> & { rowEditor: RowEditor };
type EditingPorts = Pick<Ports, 'rows' | 'clock'> & { rowEditor: Pick<RowEditor, 'edit'> };

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
  /** Why the row as it stands is not edited, if it is not. */
  refuse?: (row: StoredRow) => EditProblem | undefined;
}

/** How often an edit is tried again on a row that changes under it. */
const mostTries = 5;

/** Sets the given columns of a row that is there. */
export async function editRow(ports: EditingPorts, wish: RowWish): Promise<EditResult> {
  return writeEdit(ports, wish, () => editOf(wish.given));
}

/** Makes the row hold the given columns and no others; creates it if it is not there. */
export async function replaceRow(ports: EditPorts, wish: RowWish): Promise<EditResult> {
  const replaced = await writeEdit(ports, wish, ({ columns }) =>
    replacementOf(columns, wish.given),
  );
  return replaced.kind === 'no row' ? createRow(ports, wish) : replaced;
}

async function createRow(ports: EditPorts, wish: RowWish): Promise<EditResult> {
  const refusal = refusalOfNew(ports, wish);
  if (refusal !== undefined) return refusal;
  const { set } = editOf(wish.given);
  const isCreated = await ports.rowEditor.create(keyOf(wish), set);
  return isCreated ? { kind: 'created', columns: { ...keyOf(wish), ...set } } : { kind: 'busy' };
}

/** Creates a row under the next free Id. */
export async function insertRow(ports: EditPorts, wish: Omit<RowWish, 'Id'>): Promise<EditResult> {
  const refusal = refusalOfNew(ports, wish);
  if (refusal !== undefined) return refusal;
  const { set } = editOf(wish.given);
  const key = await ports.rowEditor.insert(wish.task.id, set);
  return { kind: 'created', columns: { ...key, ...set } };
}

async function writeEdit(
  ports: EditingPorts,
  wish: RowWish,
  editFor: (row: StoredRow) => RowEdit,
): Promise<EditResult> {
  for (let tries = 0; tries < mostTries; tries++) {
    const row = await ports.rows.get(keyOf(wish));
    if (row === undefined) return { kind: 'no row' };
    const edit = editFor(row);
    const { columns: before, own } = row;
    const problem =
      wish.refuse?.(row) ??
      problemOf({ before, own, edit, task: wish.task, at: ports.clock.now() });
    if (problem !== undefined) return { kind: 'refused', problem };
    if (isEmpty(edit) || (await ports.rowEditor.edit(row, edit))) {
      return { kind: 'changed', columns: editedColumns(before, edit) };
    }
  }
  return { kind: 'busy' };
}

function isEmpty({ set, remove }: RowEdit): boolean {
  return Object.keys(set).length === 0 && remove.length === 0;
}

function refusalOfNew(
  { clock }: EditPorts,
  { task, given }: Omit<RowWish, 'Id'>,
): (EditResult & { kind: 'refused' }) | undefined {
  const edit = editOf(given);
  const problem = problemOf({ before: {}, own: {}, edit, task, at: clock.now() });
  return problem === undefined ? undefined : { kind: 'refused', problem };
}

function keyOf({ task, Id }: RowWish): RowKey {
  return { task: task.id, Id };
}
