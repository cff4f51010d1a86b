import type { Card } from '../../../contract/calls.ts';
import type { Attempt } from '../../../domain/attempt/attempt.ts';
import { voicemailMessageOf } from '../../../domain/phone/voicemail-message.ts';
import { customerName } from '../../../domain/row/customer-name.ts';
import { type Columns, textOf } from '../../../domain/row/row.ts';
import { zoneOf } from '../../../domain/row/row-zone.ts';
import type { StoredScript } from '../../../domain/script/script.ts';
import { cardUrlOf } from '../../../domain/task/card-url.ts';
import type { Task } from '../../../domain/task/task.ts';
import { attemptViewOf } from '../../../domain/views/attempt-view.ts';
import type { Directory } from '../../../ports/people/directory.ts';
import type { Scripts } from '../../../ports/people/scripts.ts';
import type { Rows } from '../../../ports/rows/rows.ts';
import { findForm } from '../../../use-cases/form/open-form.ts';
import { type HistoryPorts, historyOf } from './show-attempts.ts';
import { showClock } from './show-clock.ts';
import { showForm } from './show-form.ts';
import { publicColumns } from './show-row.ts';

type CardPorts = HistoryPorts & { rows: Rows; directory: Directory; scripts: Scripts };

/** As many earlier attempts as somebody looks at while the phone rings. */
const shownHistory = 20;

/** Undefined when the task of the call is gone. */
export async function showCard(ports: CardPorts, attempt: Attempt): Promise<Card | undefined> {
  const task = await ports.directory.task(attempt.row.task);
  if (task === undefined) return undefined;
  const [row, history, open] = await Promise.all([
    ports.rows.get(attempt.row),
    historyOf(ports, attempt.row, shownHistory + 1),
    findForm(ports, attempt),
  ]);
  const columns = row && publicColumns(row.columns);
  return {
    attempt: attemptViewOf(attempt),
    row: columns,
    name: columns && customerName(task, columns),
    task: showTask(task),
    url: pageOf({ ...columns, ...attempt.row }, task),
    zone: zoneOf(columns ?? {}, task),
    clock: showClock({ tel: attempt.customer, ...columns }, task),
    history: history.filter(({ id }) => id !== attempt.id).slice(0, shownHistory),
    script: open?.script ?? (await newestScript(ports, task)),
    form: open && showForm(open.form),
  };
}

/** Of the customer, in other software. */
function pageOf(columns: Columns, { cardUrl }: Task): string | undefined {
  return cardUrl && cardUrlOf(cardUrl, (name) => textOf(columns[name]));
}

function showTask(task: Task): Card['task'] {
  const { id, title, timeZone, country, afterDisconnect, wrapUpSeconds } = task;
  const { requiresForm, cardColumns } = task;
  const leavesMessage = voicemailMessageOf(task) !== undefined;
  return {
    ...{ id, title, timeZone, country, afterDisconnect, wrapUpSeconds, requiresForm },
    cardColumns,
    ...(leavesMessage && { leavesMessage }),
  };
}

/** The version that a form would be opened with. */
async function newestScript(
  { scripts }: CardPorts,
  { script }: Task,
): Promise<StoredScript | undefined> {
  return script === undefined ? undefined : scripts.get(script);
}
