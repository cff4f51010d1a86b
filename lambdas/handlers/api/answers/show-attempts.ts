import type { PastAttempt } from '../../../contract/calls.ts';
import type { Attempt } from '../../../domain/attempt/attempt.ts';
import type { Form } from '../../../domain/form/form.ts';
import type { RowKey } from '../../../domain/row/row.ts';
import type { Operator } from '../../../domain/task/task.ts';
import { attemptViewOf } from '../../../domain/views/attempt-view.ts';
import type { Attempts } from '../../../ports/calls/attempts.ts';
import type { Directory } from '../../../ports/people/directory.ts';
import type { Forms } from '../../../ports/records/forms.ts';
import { showForm } from './show-form.ts';

export interface HistoryPorts {
  attempts: Attempts;
  forms: Forms;
  directory: Pick<Directory, 'operators'>;
}

/** The row's attempts with what was answered in them, newest first. */
export async function historyOf(
  { attempts, forms, directory }: HistoryPorts,
  row: RowKey,
  limit: number,
): Promise<PastAttempt[]> {
  const [past, filled, operators] = await Promise.all([
    attempts.history(row, limit),
    forms.ofRow(row, limit),
    directory.operators(),
  ]);
  return past.map((attempt) => {
    const form = filled.find((it) => it.attempt === attempt.id);
    return showPast({ attempt, form }, operators);
  });
}

interface PastCall {
  attempt: Attempt;
  form: Form | undefined;
}

/** A call of the past, who made it and what was said. */
export function showPast(
  { attempt, form }: PastCall,
  operators: readonly Pick<Operator, 'id' | 'name'>[],
): PastAttempt {
  const operator = operators.find(({ id }) => id === attempt.operator.id);
  return {
    ...attemptViewOf(attempt),
    form: form && showForm(form),
    operatorName: operator?.name,
  };
}
