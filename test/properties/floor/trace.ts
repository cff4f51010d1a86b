import type { Instant } from '../../../lambdas/domain/basics/instant.ts';

export interface Traced {
  at: Instant;
  /** Rows, attempts, phones that it is about, as words of the text. */
  text: string;
}

/** What happened, for the story of a failure; kept only where somebody will read it. */
export class Trace {
  readonly events: Traced[] = [];
  readonly #isKept: boolean;

  constructor(isKept: boolean) {
    this.#isKept = isKept;
  }

  note(at: Instant, text: () => string): void {
    if (this.#isKept) this.events.push({ at, text: text() });
  }
}
