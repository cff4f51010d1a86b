import type { AttemptId } from '../../domain/attempt/attempt.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Form, SentForm } from '../../domain/form/form.ts';
import type { ColumnChange } from '../../domain/order/row-change.ts';
import type { RowKey } from '../../domain/row/row.ts';
import type { Run } from '../../domain/script/script.ts';
import type { StoredRow } from '../rows/rows.ts';

/** Forms, one an attempt at most. Kept for good: they are what customers said. */
export interface Forms {
  /** Strongly consistent. */
  get(attempt: AttemptId): Promise<Form | undefined>;

  /** Those of these attempts that are there, in no order. The attempts must differ. Strongly consistent. */
  many(attempts: readonly AttemptId[]): Promise<Form[]>;

  /** The forms of the row's attempts, those of the newest attempts first. */
  ofRow(row: RowKey, limit: number): Promise<Form[]>;

  /** Stores the form unless the attempt has one. Returns the one that it then has. */
  open(form: Form): Promise<Form>;

  /**
   * Keeps a draft that was made from the form's present revision. Returns the form as it then is,
   * and whether it is this draft; undefined when no form was opened.
   */
  draft(draft: Draft): Promise<{ isKept: boolean; form: Form } | undefined>;

  /**
   * Sends the form and changes its row, both or neither. A form that was sent before stays as it was
   * first sent, and its row is left alone; but a correction takes the place of the revision that it corrects.
   */
  submit(submission: FormSubmission): Promise<Submitted>;
}

export interface Draft {
  attempt: AttemptId;
  revision: number;
  run: Run;
  at: Instant;
}

export interface FormSubmission {
  form: SentForm;
  /** The revision of the sent form that this one corrects. */
  corrects?: number | undefined;
  /** The row as it was read and what it becomes; absent when it is left alone. */
  write?: { row: StoredRow; change: ColumnChange };
}

export type Submitted =
  /** As it is stored: the next revision, so that whoever looks at it learns that it was sent. */
  | { kind: 'sent'; form: Form }
  | { kind: 'sent-before'; form: Form }
  /** The row does not hold any more what was read. */
  | { kind: 'row-changed' };
