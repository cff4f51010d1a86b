import { batch, computed, signal } from '@preact/signals';
import type { FormView } from '../../../../contract/forms.ts';
import type { FieldProblem } from '../../../../domain/script/fields/field-problem.ts';
import {
  answersOf,
  answersToBeginWith,
  positionOf,
  startRun,
} from '../../../../domain/script/run/run-script.ts';
import type { Answers, Run, StoredScript } from '../../../../domain/script/script.ts';
import { serverNow } from '../../../browser/clock.ts';
import { tellTabs } from './form-tabs.ts';
import { type LocalDraft, readDraft, writeDraft } from './local-draft.ts';

export interface FormProblems {
  /** By field: what the interpreter found, or a sentence of the server's. */
  fields: Record<string, FieldProblem | string>;
  /** Of the whole form. */
  sentence?: string;
}

/**
 * The form of one call as it stands in this tab. Every change goes to this browser's storage, where
 * it stays until the server has it, and to the browser's other tabs.
 */
export class FormState {
  readonly attempt: string;
  /** The version that leads the form: fixed when it is opened. */
  readonly script;
  readonly run;
  /** As the server has it; undefined until it was opened there. */
  readonly form = signal<FormView | undefined>();
  readonly problems = signal<FormProblems>({ fields: {} });
  readonly position = computed(() => positionOf(this.dialog));
  /** What stands in the fields of the open step. */
  readonly draft = computed(() => answersToBeginWith(this.dialog));
  readonly answers = computed(() => answersOf(this.dialog));
  /** Milliseconds since 1970, by the server's clock; 0 while nothing was typed. */
  editedAt = 0;
  /** The same, of what was typed in this tab. */
  readonly typedAt = signal(0);
  /** What was sent is being corrected here: nothing of that is at the server before it is sent again. */
  readonly isCorrecting = signal(false);
  /** When it was first sent, if it was, and no answer came. */
  sentAt: string | undefined;

  constructor(attempt: string, script: StoredScript, form: FormView | undefined) {
    this.attempt = attempt;
    this.script = signal(script);
    this.form.value = form;
    this.run = signal<Run>(form?.run ?? startRun(script));
    if (form?.draftAt !== undefined) this.editedAt = Date.parse(form.draftAt);
  }

  get dialog(): { script: StoredScript; run: Run } {
    return { script: this.script.value, run: this.run.value };
  }

  get answersAndDraft(): Answers {
    return { ...this.answers.value, ...this.draft.value };
  }

  get isSent(): boolean {
    return this.form.value?.sentAt !== undefined && !this.isCorrecting.value;
  }

  /** The reader changed something. What is changed is no longer what was sent. */
  change(run: Run): void {
    this.run.value = run;
    this.editedAt = serverNow();
    this.typedAt.value = this.editedAt;
    this.sentAt = undefined;
    this.keep();
  }

  /** The server's form takes the place of this one. */
  take(form: FormView, script = this.script.value): void {
    batch(() => {
      this.script.value = script;
      this.form.value = form;
      this.run.value = form.run;
    });
    this.editedAt = form.draftAt === undefined ? 0 : Date.parse(form.draftAt);
    this.forget();
  }

  /** Another tab's draft takes the place of this one. */
  follow(draft: LocalDraft): void {
    this.editedAt = draft.editedAt;
    this.run.value = draft.run;
  }

  /** Takes up what this browser kept, unless the server has something newer; whether it did. */
  restore(): boolean {
    const kept = readDraft(this.attempt);
    if (kept === undefined) return false;
    const { revision = 0, draftAt } = this.form.value ?? {};
    const isOlder = kept.revision < revision && kept.editedAt < Date.parse(draftAt ?? '');
    const isOfAnother = kept.version !== this.script.value.version;
    if (this.isSent || isOlder || isOfAnother) {
      this.forget();
      return false;
    }
    this.follow(kept);
    this.sentAt = kept.sentAt;
    return true;
  }

  /** A correction that is not sent is nowhere but here: what was sent stands until then. */
  keep(): void {
    if (this.isCorrecting.value) return;
    const draft = {
      run: this.run.value,
      version: this.script.value.version,
      revision: this.form.value?.revision ?? 0,
      editedAt: this.editedAt,
      ...(this.sentAt !== undefined && { sentAt: this.sentAt }),
    };
    writeDraft(this.attempt, draft);
    tellTabs({ attempt: this.attempt, kind: 'draft', draft });
  }

  /** The server has it. */
  forget(): void {
    writeDraft(this.attempt, undefined);
  }
}
