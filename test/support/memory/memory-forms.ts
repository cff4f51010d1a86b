import type { AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { parseAttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Form } from '../../../lambdas/domain/form/form.ts';
import { type RowKey, rowId } from '../../../lambdas/domain/row/row.ts';
import type {
  Draft,
  FormSubmission,
  Forms,
  Submitted,
} from '../../../lambdas/ports/records/forms.ts';
import type { MemoryTables } from './memory-tables.ts';

export class MemoryForms implements Forms {
  readonly #tables: MemoryTables;
  readonly #forms = new Map<AttemptId, Form>();

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async get(attempt: AttemptId): Promise<Form | undefined> {
    return this.#forms.get(attempt);
  }

  async many(attempts: readonly AttemptId[]): Promise<Form[]> {
    return attempts.flatMap((attempt) => this.#forms.get(attempt) ?? []);
  }

  async ofRow(row: RowKey, limit: number): Promise<Form[]> {
    const name = rowId(row);
    return [...this.#forms.values()]
      .filter(({ attempt }) => rowId(parseAttemptId(attempt)?.row ?? row) === name)
      .sort((a, b) => (a.attempt > b.attempt ? -1 : 1))
      .slice(0, limit);
  }

  async open(form: Form): Promise<Form> {
    const there = this.#forms.get(form.attempt) ?? form;
    this.#forms.set(form.attempt, there);
    return there;
  }

  async draft({
    attempt,
    revision,
    run,
    at,
  }: Draft): Promise<{ isKept: boolean; form: Form } | undefined> {
    const form = this.#forms.get(attempt);
    if (form === undefined) return undefined;
    if (form.sentAt !== undefined || form.revision !== revision) return { isKept: false, form };
    const drafted = { ...form, run, draftAt: at, revision: revision + 1 };
    this.#forms.set(attempt, drafted);
    return { isKept: true, form: drafted };
  }

  erase(attempt: AttemptId): void {
    this.#forms.delete(attempt);
  }

  async submit({ form, corrects, write }: FormSubmission): Promise<Submitted> {
    const there = this.#forms.get(form.attempt);
    if (there === undefined) throw new Error('a form is opened before it is sent');
    if (there.sentAt !== undefined && there.revision !== corrects)
      return { kind: 'sent-before', form: there };
    if (write !== undefined) {
      if (!this.#tables.stillHolds(write.row)) return { kind: 'row-changed' };
      this.#tables.updateRow(write.row.key, write.change);
    }
    const sent = { ...form, revision: there.revision + 1 };
    this.#forms.set(form.attempt, sent);
    return { kind: 'sent', form: sent };
  }
}
