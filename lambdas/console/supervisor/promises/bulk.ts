import type { BulkResult, RowView } from '../../../contract/rows.ts';
import { ask } from '../../shell/api/ask.ts';

/** A row for which it could not be done, and why. */
export interface BulkFailure {
  row: RowView;
  sentence: string;
}

/** As many as one request may name. */
const mostAtOnce = {
  '/promises/move': 100,
  '/promises/reassign': 100,
  '/promises/cancel': 100,
  '/promises/apologise': 25,
} as const;

/** Does the same to all rows; answers those for which it could not be done. */
export async function doToRows(
  path: keyof typeof mostAtOnce,
  rows: readonly RowView[],
  how: object = {},
): Promise<BulkFailure[]> {
  const failures: BulkFailure[] = [];
  const most = mostAtOnce[path];
  for (let at = 0; at < rows.length; at += most) {
    const part = rows.slice(at, at + most);
    const keys = part.map(({ task, Id }) => ({ task, Id }));
    const answer = await ask<BulkResult>('POST', path, { ...how, rows: keys });
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
