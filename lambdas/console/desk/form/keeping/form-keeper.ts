import { type ReadonlySignal, signal } from '@preact/signals';
import type { FormView } from '../../../../contract/forms.ts';
import { answerStep, keepDraft, stepBack } from '../../../../domain/script/run/run-script.ts';
import type { Answers, Run, StoredScript, Value } from '../../../../domain/script/script.ts';
import { serverNow } from '../../../browser/clock.ts';
import { DraftExchange } from './draft-exchange.ts';
import { sendForm } from './form-api.ts';
import { type FormProblems, FormState } from './form-state.ts';
import { tellTabs } from './form-tabs.ts';
import { isPhone } from './phone-shape.ts';

export type SendState = 'idle' | 'sending' | 'waiting';

const firstPauseMilliseconds = 1000;
const longestPauseMilliseconds = 15_000;

/** Leads through the form of one call: what the reader does with it. */
export class FormKeeper {
  readonly state: FormState;
  readonly exchange: DraftExchange;
  readonly sendState = signal<SendState>('idle');

  /** What stands in the fields of the open step, and what is wrong with it. */
  get draft(): ReadonlySignal<Answers> {
    return this.state.draft;
  }

  get problems(): ReadonlySignal<FormProblems> {
    return this.state.problems;
  }

  constructor(attempt: string, script: StoredScript, form: FormView | undefined) {
    this.state = new FormState(attempt, script, form);
    this.exchange = new DraftExchange(this.state);
    if (!this.state.restore()) return;
    if (this.state.sentAt === undefined) this.exchange.saver.changed();
    else void this.send();
  }

  /** Whether something was answered, and not sent. */
  get isWritten(): boolean {
    return !this.state.isSent && Object.keys(this.state.answersAndDraft).length > 0;
  }

  /** Whether it was opened, or typed into. */
  get isBegun(): boolean {
    return this.state.form.value !== undefined || this.state.editedAt > 0;
  }

  edit(field: string, value: Value | undefined): void {
    const { [field]: _, ...others } = this.state.draft.value;
    const draft = value === undefined || value === '' ? others : { ...others, [field]: value };
    const { [field]: __, ...fields } = this.state.problems.value.fields;
    this.state.problems.value = { fields };
    this.#change(keepDraft(this.state.dialog, draft));
  }

  /** Leaves the open step forwards, unless an answer is not one. */
  next(): void {
    const answered = answerStep(this.state.dialog, this.state.draft.value, { isPhone });
    if ('problems' in answered) this.state.problems.value = { fields: answered.problems };
    else this.#go(answered.run);
  }

  /** Opens what was sent again, to be sent once more with what was wrong put right. */
  correct(): void {
    this.state.isCorrecting.value = true;
    const [first] = this.state.run.value.visits;
    if (first) this.backTo(first.step);
  }

  /** What was sent stands. */
  leaveAsSent(): void {
    const form = this.state.form.value;
    this.state.isCorrecting.value = false;
    if (form) this.state.take(form);
  }

  back(): void {
    this.#go(stepBack(this.state.dialog));
  }

  /** Back to a step that was left; what was answered after it is kept and begins the form again. */
  backTo(step: string): void {
    for (let tries = this.state.run.value.visits.length; tries > 0; tries--) {
      const { value: position } = this.state.position;
      if (position.at === 'step' && position.step.id === step) return;
      this.back();
    }
  }

  /** Sends it; while no answer comes, again and again: a form that is sent twice is one form. */
  async send(): Promise<void> {
    if (this.sendState.value !== 'idle' || this.state.isSent) return;
    this.state.sentAt ??= new Date(serverNow()).toISOString();
    this.state.keep();
    let pause = firstPauseMilliseconds;
    for (;;) {
      this.sendState.value = 'sending';
      if (await this.#sendOnce()) break;
      this.sendState.value = 'waiting';
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(longestPauseMilliseconds, pause * 2);
    }
    this.sendState.value = 'idle';
  }

  #go(run: Run): void {
    this.state.problems.value = { fields: {} };
    this.#change(run);
  }

  #change(run: Run): void {
    if (this.state.isSent) return;
    this.state.change(run);
    if (!this.state.isCorrecting.value) this.exchange.saver.changed();
  }

  /** Whether that was the last try. */
  async #sendOnce(): Promise<boolean> {
    const { state } = this;
    if (!(await this.exchange.open())) return false;
    if (state.isSent || state.sentAt === undefined) return true;
    const submission = {
      run: state.run.value,
      sentAt: state.sentAt,
      ...(state.isCorrecting.value && { corrects: state.form.value?.revision ?? 0 }),
    };
    const answer = await sendForm(state.attempt, submission);
    if (answer.kind === 'done') {
      state.isCorrecting.value = false;
      this.exchange.take(answer.value);
      tellTabs({ attempt: state.attempt, kind: 'sent' });
      return true;
    }
    if (answer.kind === 'unreachable' || answer.status === 401) return false;
    this.#showRefusal(answer.sentence, answer.body);
    return true;
  }

  /** Where an answer is refused, the form opens at it again. */
  #showRefusal(sentence: string, body: unknown): void {
    const fields = (body as { problems?: Record<string, string> } | undefined)?.problems ?? {};
    this.state.sentAt = undefined;
    const wrong = Object.keys(fields);
    const step = this.state.script.value.steps.find((it) =>
      it.fields.some(({ id }) => wrong.includes(id)),
    );
    if (step !== undefined) this.backTo(step.id);
    this.state.problems.value = wrong.length > 0 ? { fields } : { fields, sentence };
  }
}
