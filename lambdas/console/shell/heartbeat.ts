const second = 1000;

/** A line in use says something at least so often, or is asked whether it lives. */
const quietMilliseconds = { foreground: 30 * second, background: 4 * 60 * second };

/** So long an answer may take; then the line is dead, whatever the browser believes of it. */
const answerMilliseconds = 10 * second;

/**
 * Whether a line lives. A browser notices for minutes or hours nothing of a line that was cut far away:
 * anything that is heard is a sign of life, and who hears nothing asks. A page in the background asks
 * just often enough that API Gateway does not close the line, which it does after ten silent minutes.
 */
export class Heartbeat {
  #heardAt: number;
  #askedAt: number | undefined;

  constructor(now: number) {
    this.#heardAt = now;
  }

  heard(now: number): void {
    this.#heardAt = now;
    this.#askedAt = undefined;
  }

  /** What is to be done now; to be asked every second or two. */
  beat(now: number, place: 'foreground' | 'background'): 'ask' | 'give-up' | 'wait' {
    if (this.#askedAt !== undefined)
      return now - this.#askedAt >= answerMilliseconds ? 'give-up' : 'wait';
    if (now - this.#heardAt < quietMilliseconds[place]) return 'wait';
    this.#askedAt = now;
    return 'ask';
  }
}
