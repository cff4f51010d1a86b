import type { PastAttempt } from '../../../contract/calls.ts';
import type { Attempt } from '../../../domain/attempt/attempt.ts';
import type { Form } from '../../../domain/form/form.ts';
import type { RowKey } from '../../../domain/row/row.ts';
import { attemptViewOf } from '../../../domain/views/attempt-view.ts';
import type { Attempts } from '../../../ports/attempts.ts';
import type { Forms } from '../../../ports/forms.ts';
import { showForm } from './show-form.ts';

export interface HistoryPorts {
  attempts: Attempts;
  forms: Forms;
}

/** The row's attempts with what was answered in them, newest first. */
export async function historyOf(
  { attempts, forms }: HistoryPorts,
  row: RowKey,
  limit: number,
): Promise<PastAttempt[]> {
  const [past, filled] = await Promise.all([attempts.history(row, limit), forms.ofRow(row, limit)]);
  return past.map((attempt) =>
    showPast(
      attempt,
      filled.find((form) => form.attempt === attempt.id),
    ),
  );
}

export function showPast(attempt: Attempt, form: Form | undefined): PastAttempt {
  return { ...attemptViewOf(attempt), form: form && showForm(form) };
}
