import { toE164 } from '../../domain/basics/phone-number.ts';
import { mayText, type TextAnswer } from '../../domain/gate/gate.ts';
import type { EditProblem } from '../../domain/order/edit-problem.ts';
import { neverCallable } from '../../domain/order/order-problem.ts';
import { missedPromiseOf } from '../../domain/order/stored-problem.ts';
import { apologyText } from '../../domain/phone/apology-text.ts';
import { type Apology, type RowKey, rowId, textOf } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { OutgoingText, Texts } from '../../ports/calls/texts.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { type NumberGatePorts, readNumberFacts } from '../gate/read-gate-facts.ts';

export type ApologyPorts = NumberGatePorts &
  Pick<Ports, 'rows' | 'directory' | 'journal'> & { texts: Texts };

export interface Apologised {
  key: RowKey;
  /** Why no text was sent, or may not have been. */
  problem?: EditProblem;
}

/** Sends each customer the task's text, once a promise that was missed. A row that fails is an answer like others. */
export function apologise(ports: ApologyPorts, keys: readonly RowKey[]): Promise<Apologised[]> {
  return Promise.all(
    keys.map(async (key) => {
      try {
        const problem = await apologiseFor(ports, key);
        return problem === undefined ? { key } : { key, problem };
      } catch (error) {
        ports.journal.failed(error, { row: rowId(key) });
        return { key, problem: { code: 'failed' } };
      }
    }),
  );
}

interface Planned {
  row: StoredRow;
  apology: Apology;
  text: OutgoingText;
}

/** Noted before it is sent: no crash, and nobody else who asks for it, makes two texts of one. */
async function apologiseFor(ports: ApologyPorts, key: RowKey): Promise<EditProblem | undefined> {
  const planned = await plan(ports, key);
  if ('code' in planned) return planned;
  const { row, apology, text } = planned;
  if (!(await ports.rows.change(row, { kind: 'apologise', apology }))) return { code: 'busy' };
  const answer = await ports.texts.send(text);
  ports.journal.note('apology', { row: rowId(key), answer: answer.kind });
  switch (answer.kind) {
    case 'sent':
      await note(ports, key, { apology, after: { ...apology, text: answer.id } });
      return undefined;
    case 'refused':
      await note(ports, key, { apology, after: undefined });
      return { code: 'text-refused', error: answer.code };
    case 'unknown':
      return { code: 'text-unknown' };
    default:
      return answer satisfies never;
  }
}

async function plan(ports: ApologyPorts, key: RowKey): Promise<Planned | EditProblem> {
  const task = await ports.directory.task(key.task);
  if (task === undefined) return { code: 'task-gone', task: key.task };
  const row = await ports.rows.get(key);
  if (row === undefined) return { code: 'no-row' };
  const promisedFor = missedPromiseOf(row.own);
  if (promisedFor === undefined) return { code: 'not-missed' };
  if (row.own.apology?.for === promisedFor) return { code: 'apologised-before' };
  const permission = await permissionFor(ports, row, task);
  if (!permission.may) return neverCallable(permission.reason);
  const { to } = permission;
  const body = apologyText({ task, columns: row.columns, to, promisedFor });
  if (body === undefined) return { code: 'no-apology-text' };
  return { row, apology: { for: promisedFor }, text: { to, from: task.callerId, body } };
}

async function permissionFor(
  ports: ApologyPorts,
  { key, columns }: StoredRow,
  task: Task,
): Promise<TextAnswer> {
  const to = toE164(textOf(columns.tel) ?? '', task.country);
  const facts = await readNumberFacts(ports, { task, to, row: key });
  return mayText({ to, task, facts });
}

/** How often the row is read again that others write at the same time. */
const mostTries = 5;

/** What became of the text. Where others made a new apology of it meanwhile, that stands. */
async function note(
  { rows }: Pick<Ports, 'rows'>,
  key: RowKey,
  { apology, after }: { apology: Apology; after: Apology | undefined },
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    const row = await rows.get(key);
    if (row?.own.apology?.for !== apology.for) return;
    if (await rows.change(row, { kind: 'apologise', apology: after })) return;
  }
}
