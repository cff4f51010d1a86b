import type { BulkResult, RowView } from '../../../contract/rows.ts';
import { type Answer, ask } from '../../shell/api/ask.ts';

/** A row for which it could not be done, and why. */
export interface BulkFailure {
  row: RowView;
  sentence: string;
}

/** What is done to rows. */
export type BulkWork =
  | { kind: 'move' | 'order' | 'reassign' | 'cancel' | 'apologise'; how: object }
  | { kind: 'bar'; all: boolean; reason: string };

/** As many as one request may name. */
const mostAtOnce = { usual: 100, apologise: 25 };

/** Does the same to all rows; answers those for which it could not be done. */
export function doToRows(rows: readonly RowView[], work: BulkWork): Promise<BulkFailure[]> {
  if (work.kind !== 'bar') return changeRows(rows, work.kind, work.how);
  const { all, reason } = work;
  return oneByOne(rows, ({ task, Id }) =>
    ask('POST', '/do-not-call', {
      row: { task, Id },
      ...(!all && { task }),
      ...(reason !== '' && { reason }),
    }),
  );
}

async function changeRows(
  rows: readonly RowView[],
  kind: Exclude<BulkWork['kind'], 'bar'>,
  how: object,
): Promise<BulkFailure[]> {
  const failures: BulkFailure[] = [];
  const most = kind === 'apologise' ? mostAtOnce.apologise : mostAtOnce.usual;
  for (let at = 0; at < rows.length; at += most) {
    const part = rows.slice(at, at + most);
    const keys = part.map(({ task, Id }) => ({ task, Id }));
    const answer = await ask('POST', `/promises/${kind}`, { ...how, rows: keys });
    failures.push(
      ...(answer.kind === 'done'
        ? failuresIn(answer.value, part)
        : part.map((row) => ({ row, sentence: answer.sentence }))),
    );
  }
  return failures;
}

function failuresIn({ results }: BulkResult, rows: readonly RowView[]): BulkFailure[] {
  return results.flatMap(({ task, Id, problem }) => {
    const row = rows.find((it) => it.task === task && it.Id === Id);
    return problem === undefined || row === undefined ? [] : [{ row, sentence: problem }];
  });
}

/** So many requests at a time. */
const sideBySide = 6;

async function oneByOne(
  rows: readonly RowView[],
  work: (row: RowView) => Promise<Answer<unknown>>,
): Promise<BulkFailure[]> {
  const failures: BulkFailure[] = [];
  for (let at = 0; at < rows.length; at += sideBySide) {
    const some = rows.slice(at, at + sideBySide);
    const answers = await Promise.all(some.map(work));
    answers.forEach((answer, index) => {
      const row = some[index];
      if (answer.kind !== 'done' && row) failures.push({ row, sentence: answer.sentence });
    });
  }
  return failures;
}

/** Takes back what was done: the order columns are again what they were when the rows were shown. */
export function undoForRows(rows: readonly RowView[], work: BulkWork): Promise<BulkFailure[]> {
  if (work.kind === 'bar') {
    return oneByOne(rows, ({ task, Id }) =>
      ask('POST', '/do-not-call/lift', {
        row: { task, Id },
        ...(!work.all && { task }),
        reason: work.reason || 'undone',
      }),
    );
  }
  return oneByOne(rows, ({ task, Id, columns }) => {
    const was = (name: string) => columns[name] ?? null;
    return ask('PATCH', `/tasks/${encodeURIComponent(task)}/subscribers/${Id}`, {
      status: was('status'),
      callaftermin: null,
      date_callback: was('date_callback'),
      time_callback: was('time_callback'),
      operator_number: was('operator_number'),
    });
  });
}
