import type { FormView } from '../../../../contract/forms.ts';
import type { StoredScript } from '../../../../domain/script/script.ts';
import { toast } from '../../../parts/toasts.tsx';
import { formWords } from '../form-words.ts';
import { DraftSaver, type SaveResult } from './draft-saver.ts';
import { openForm, putDraft } from './form-api.ts';
import type { FormState } from './form-state.ts';
import { hearTabs, type TabNews } from './form-tabs.ts';
import type { LocalDraft } from './local-draft.ts';

/** Brings a form's drafts to the server and its news back: the newer edit wins, wherever it was made. */
export class DraftExchange {
  readonly saver = new DraftSaver(() => this.#save());
  readonly #state: FormState;
  readonly #endHearing: () => void;
  #opening: Promise<boolean> | undefined;

  constructor(state: FormState) {
    this.#state = state;
    this.#endHearing = hearTabs((news) => this.#hearTab(news));
  }

  end(): void {
    this.saver.flush();
    this.#endHearing();
  }

  /** Tells the server that the form is led through here, where the first surface wins. */
  open(): Promise<boolean> {
    if (this.#state.form.value !== undefined) return Promise.resolve(true);
    this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  /** Another desk, or the keypad, changed the form at the server. */
  async hearRevision(revision: number): Promise<void> {
    const known = this.#state.form.value?.revision ?? -1;
    const isBusy = this.saver.isPending || this.#state.isCorrecting.value;
    if (revision > known && !isBusy) await this.#fetch();
  }

  /** The server's form, whatever it says. */
  take(form: FormView, script?: StoredScript): void {
    this.#state.take(form, script);
    if (form.sentAt === undefined) return;
    this.saver.finish();
    this.#state.problems.value = { fields: {} };
  }

  async #fetch(): Promise<void> {
    const answer = await openForm(this.#state.attempt);
    if (answer.kind !== 'done') return;
    const { form } = answer.value;
    if (form.sentAt !== undefined || !this.saver.isPending) this.take(form);
  }

  async #open(): Promise<boolean> {
    const answer = await openForm(this.#state.attempt);
    if (answer.kind !== 'done') return false;
    const { form, script } = answer.value;
    const isSameScript = script.version === this.#state.script.value.version;
    // What was typed before it was opened goes on, unless somebody drafted later.
    const isOurs = this.#state.editedAt > Date.parse(form.draftAt ?? form.openedAt);
    const isNewer = this.#state.editedAt > 0 && (isOurs || form.draftAt === undefined);
    if (form.sentAt === undefined && isNewer && isSameScript) this.#state.form.value = form;
    else this.take(form, script);
    return true;
  }

  #hearTab(news: TabNews): void {
    if (news.attempt !== this.#state.attempt || this.#state.isSent) return;
    if (news.kind === 'sent') void this.#fetch();
    else if (this.#isNewer(news.draft)) this.#state.follow(news.draft);
  }

  #isNewer({ editedAt, version }: LocalDraft): boolean {
    return editedAt > this.#state.editedAt && version === this.#state.script.value.version;
  }

  async #save(): Promise<SaveResult> {
    const state = this.#state;
    if (!(await this.open())) return 'unreachable';
    if (state.isSent) return 'finished';
    const { editedAt } = state;
    const revision = state.form.value?.revision ?? 0;
    const answer = await putDraft(state.attempt, { revision, run: state.run.value });
    if (answer.kind === 'done') {
      state.form.value = answer.value;
      if (state.editedAt === editedAt && state.sentAt === undefined) state.forget();
      return 'saved';
    }
    if (answer.kind === 'unreachable' || answer.status === 401) return 'unreachable';
    return this.#meet((answer.body as { form?: FormView } | undefined)?.form);
  }

  /** Another draft got there first. */
  #meet(form: FormView | undefined): SaveResult {
    if (form === undefined) return 'unreachable';
    const isOurs = this.#state.editedAt > Date.parse(form.draftAt ?? form.openedAt);
    if (form.sentAt === undefined && isOurs) {
      this.#state.form.value = form;
      return 'again';
    }
    this.take(form);
    toast(formWords().newerElsewhere);
    return form.sentAt === undefined ? 'saved' : 'finished';
  }
}
