import { type ReadonlySignal, signal } from '@preact/signals';

/** What became of one try to save. */
export type SaveResult = 'saved' | 'again' | 'unreachable' | 'finished';

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'offline';

/** Drafts are saved at most once in so long. */
const restMilliseconds = 2000;
/** Who types on is not saved in the middle of the first word. */
const firstMilliseconds = 500;
const longestPauseMilliseconds = 15_000;

/**
 * Decides when a draft is saved: soon after a change, never two at once, at most once in two
 * seconds, again and again while the server cannot be reached, at once when the page is left.
 */
export class DraftSaver {
  readonly #state = signal<SaveState>('saved');
  readonly #save: () => Promise<SaveResult>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastAt = 0;
  #failures = 0;
  #isSaving = false;
  #isDirty = false;
  #isFinished = false;

  constructor(save: () => Promise<SaveResult>) {
    this.#save = save;
  }

  get state(): ReadonlySignal<SaveState> {
    return this.#state;
  }

  /** Whether something is not at the server yet. */
  get isPending(): boolean {
    return this.#isDirty || this.#isSaving;
  }

  changed(): void {
    if (this.#isFinished) return;
    this.#isDirty = true;
    if (this.#state.value !== 'offline') this.#state.value = 'unsaved';
    this.#plan(Math.max(firstMilliseconds, this.#lastAt + restMilliseconds - Date.now()));
  }

  /** Now, if anything is to be saved. */
  flush(): void {
    if (this.#isDirty) void this.#run();
  }

  /** Nothing more will be saved. */
  finish(): void {
    clearTimeout(this.#timer);
    this.#isFinished = true;
    this.#isDirty = false;
    this.#state.value = 'saved';
  }

  #plan(milliseconds: number): void {
    this.#timer ??= setTimeout(() => void this.#run(), milliseconds);
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isSaving || this.#isFinished) return;
    this.#isSaving = true;
    this.#isDirty = false;
    this.#lastAt = Date.now();
    if (this.#failures === 0) this.#state.value = 'saving';
    const result = await this.#save();
    this.#isSaving = false;
    this.#settle(result);
  }

  #settle(result: SaveResult): void {
    if (this.#isFinished) return;
    if (result === 'finished') return this.finish();
    if (result === 'unreachable') return this.#retry();
    this.#failures = 0;
    const isDone = result === 'saved' && !this.#isDirty;
    this.#state.value = isDone ? 'saved' : 'unsaved';
    if (!isDone) this.changed();
  }

  #retry(): void {
    this.#failures++;
    this.#isDirty = true;
    this.#state.value = 'offline';
    this.#plan(Math.min(longestPauseMilliseconds, 1000 * 2 ** this.#failures));
  }
}
