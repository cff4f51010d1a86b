import { operatorLock } from '../../domain/attempt/lock.ts';
import { toE164 } from '../../domain/basics/phone-number.ts';
import type { CallRefusal } from '../../domain/gate/call-refusal.ts';
import { mayDial } from '../../domain/gate/gate.ts';
import { whyNoNumber } from '../../domain/gate/where.ts';
import { type Columns, isDoNotCall, type RowKey, textOf } from '../../domain/row/row.ts';
import type { Operator, Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RowEditor } from '../../ports/rows/row-editor.ts';
import { type GatePorts, readGateFacts } from '../gate/read-gate-facts.ts';
import { type NumberPorts, numberOf, rowsOfNumber } from '../numbers/rows-of-number.ts';

export type AttachPorts = NumberPorts &
  GatePorts &
  Pick<Ports, 'attempts' | 'directory' | 'clock' | 'cooldown'> & {
    rowEditor: Pick<RowEditor, 'insert'>;
  };

/** Whom an operator wants to call: a row, or a number, attached to this task or their current one. */
export type CallTarget = { row: RowKey } | { tel: string; task?: string };

export interface CallWish {
  operator: Operator;
  target: CallTarget;
}

export type Attached =
  | { kind: 'attached'; task: Task; row: RowKey; customer: string }
  | { kind: 'refused'; refusal: CallRefusal; task?: Task | undefined };

/**
 * Finds the task and the row that an operator's call belongs to: no call is made without. A number
 * that the table does not hold gets a row.
 */
export function attachCall(ports: AttachPorts, { operator, target }: CallWish): Promise<Attached> {
  return 'row' in target
    ? attachToRow(ports, operator, target.row)
    : attachNumber(ports, operator, target);
}

async function attachToRow(ports: AttachPorts, operator: Operator, key: RowKey): Promise<Attached> {
  const task = await ports.directory.task(key.task);
  if (task === undefined) return refused('no-row');
  if (!task.operators.includes(operator.id)) return refused('not-your-task');
  const row = await ports.rows.get(key);
  if (row === undefined) return refused('no-row', task);
  const customer = numberOf(row, task);
  if (customer === undefined)
    return refused(whyNoNumber(textOf(row.columns.tel) ?? '', task.country), task);
  if (isDoNotCall(row)) return refused('barred', task);
  const refusal = await refusalByGate(ports, { task, key, to: customer, columns: row.columns });
  if (refusal !== undefined) return { kind: 'refused', refusal, task };
  return { kind: 'attached', task, row: key, customer };
}

async function attachNumber(
  ports: AttachPorts,
  operator: Operator,
  { tel, task: wanted }: { tel: string; task?: string },
): Promise<Attached> {
  const tasks = await tasksOf(ports, operator);
  if (wanted !== undefined && !tasks.some(({ id }) => id === wanted))
    return refused('not-your-task');
  const task = chooseTask(tasks, wanted ?? operator.currentTask);
  if (task === undefined) return refused('not-attached', tasks[0]);
  const customer = toE164(tel, task.country);
  if (customer === undefined) return refused(whyNoNumber(tel, task.country), task);
  const found = await rowsOfNumber(ports, [task], customer);
  if (found.some(({ row }) => isDoNotCall(row))) return refused('barred', task);
  const { key, columns } = found[0]?.row ?? { key: undefined, columns: { tel: customer } };
  const refusal = await refusalByGate(ports, { task, key, to: customer, columns });
  if (refusal !== undefined) return { kind: 'refused', refusal, task };
  if (key !== undefined) return { kind: 'attached', task, row: key, customer };
  if (await isInCall(ports, operator)) return refused('operator-in-call', task);
  const row = await newRow(ports, task, customer);
  if (row === undefined) return refused('customer-in-call', task);
  return { kind: 'attached', task, row, customer };
}

/** The claim finds that out as well, but then the number has a row that nothing came of. */
async function isInCall({ attempts }: AttachPorts, { id }: Operator): Promise<boolean> {
  const [lock] = await attempts.locks([operatorLock({ id, address: '' })]);
  return lock !== undefined && lock.freeAt === undefined;
}

/** The views see a new row within this. */
const unseenSeconds = 5;

/** Undefined while a row of the number is so new that it is not found: who made it calls. */
async function newRow(
  { cooldown, rowEditor, clock }: AttachPorts,
  task: Task,
  customer: string,
): Promise<RowKey | undefined> {
  const key = `row:${task.id}:${customer}`;
  const isFirst = await cooldown.within(key, unseenSeconds, clock.now());
  return isFirst ? rowEditor.insert(task.id, { tel: customer }) : undefined;
}

/** The tasks that list them. */
export async function tasksOf(
  { directory }: Pick<Ports, 'directory'>,
  { id }: Operator,
): Promise<Task[]> {
  return (await directory.tasks()).filter(({ operators }) => operators.includes(id));
}

/** The one that is wanted, else the first, of those that calls may be attached to. */
function chooseTask(tasks: readonly Task[], wanted: string | undefined): Task | undefined {
  const attaching = tasks.filter(({ attachCalls }) => attachCalls);
  return attaching.find(({ id }) => id === wanted) ?? attaching[0];
}

interface Wanted {
  task: Task;
  key: RowKey | undefined;
  to: string;
  columns: Columns;
}

async function refusalByGate(
  ports: AttachPorts,
  { key: row, columns, ...asked }: Wanted,
): Promise<CallRefusal | undefined> {
  if (asked.task.paused !== undefined) return { reason: 'paused' };
  const facts = await readGateFacts(ports, { ...asked, row });
  const permission = mayDial({ ...asked, columns, at: ports.clock.now(), facts });
  if (permission.may) return undefined;
  const { reason, nextAt } = permission;
  return nextAt === undefined ? { reason } : { reason, nextAt };
}

function refused(reason: CallRefusal['reason'], task?: Task): Attached {
  return { kind: 'refused', refusal: { reason }, task };
}
