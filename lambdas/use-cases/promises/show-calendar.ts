import type { Instant } from '../../domain/basics/instant.ts';
import type { Language } from '../../domain/basics/language.ts';
import { customerName } from '../../domain/row/customer-name.ts';
import { dueAtOf, type RowKey, textOf } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import { ownerOf } from '../../domain/views/index-entries.ts';
import type { CalendarLinks, CalendarOwner } from '../../ports/people/calendar-links.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Whose } from '../../ports/records/views.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';

export type CalendarPorts = Pick<Ports, 'directory' | 'views' | 'rows'> & {
  calendarLinks: Pick<CalendarLinks, 'isOpenedBy'>;
};

export interface Calendar {
  /** Whose it is, as people call it. */
  title: string;
  language: Language;
  calls: PromisedCall[];
}

export interface PromisedCall {
  row: RowKey;
  task: string;
  language: Language;
  dueAt: Instant;
  /** Whom, where the account lets calendars say it. */
  customer?: { name: string | undefined; tel: string | undefined };
}

/** More than anybody plans by. */
const mostCalls = 500;

/** Undefined for a wrong secret, and for who or what is not there any more. */
export async function showCalendar(
  ports: CalendarPorts,
  owner: CalendarOwner,
  secret: string,
): Promise<Calendar | undefined> {
  if (!(await ports.calendarLinks.isOpenedBy(owner, secret))) return undefined;
  return owner.kind === 'tasks' ? ofTask(ports, owner.id) : ofOperator(ports, owner.id);
}

async function ofTask(ports: CalendarPorts, id: string): Promise<Calendar | undefined> {
  const task = await ports.directory.task(id);
  if (task === undefined) return undefined;
  const { title, language } = task;
  return { title, language, calls: await callsOf(ports, [task], 'everybody') };
}

/** What is promised for them, and not what anybody may take. */
async function ofOperator(ports: CalendarPorts, id: string): Promise<Calendar | undefined> {
  const operator = await ports.directory.operator(id);
  if (operator === undefined || operator.gone) return undefined;
  const tasks = (await ports.directory.tasks()).filter(({ operators }) => operators.includes(id));
  const calls = await callsOf(ports, tasks, operator.addresses);
  return { title: operator.name, language: tasks[0]?.language ?? 'en', calls };
}

async function callsOf(
  { directory, views, rows }: CalendarPorts,
  tasks: readonly Task[],
  whose: Exclude<Whose, 'anybody'>,
): Promise<PromisedCall[]> {
  const { calendarNames = false } = await directory.account();
  const listed = tasks.map(async (task) => {
    const { promises } = await views.promisedFor(task.id, whose, { limit: mostCalls });
    const found = await rows.getMany(promises.map(({ key }) => key));
    const own = found.filter(
      (row) => whose === 'everybody' || whose.includes(ownerOf(row, task.country)),
    );
    return own.flatMap((row) => promisedCall(row, task) ?? []);
  });
  const calls = (await Promise.all(listed)).flat().sort((a, b) => a.dueAt - b.dueAt);
  const shown = calls.slice(0, mostCalls);
  return calendarNames ? shown : shown.map(({ customer: _, ...call }) => call);
}

function promisedCall(row: StoredRow, task: Task): PromisedCall | undefined {
  const dueAt = dueAtOf(row);
  if (dueAt === undefined) return undefined;
  const { title, language } = task;
  const customer = { name: customerName(task, row.columns), tel: textOf(row.columns.tel) };
  return { row: row.key, task: title, language, dueAt, customer };
}
