import type { Terminal } from './run-command.ts';

/** On a terminal the line is rewritten at most ten times a second; in a log file it is a new line. */
const pauses = { terminal: 100, file: 5_000 };

/** A line that says how far a command has come, below the lines that stay. */
export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #now: () => number;
  #shownAt: number;
  #isShown = false;

  constructor(terminal: Terminal, now: () => number) {
    this.#terminal = terminal;
    this.#now = now;
    this.#shownAt = now();
  }

  /** @param text asked for only when it is time to show it again */
  show(text: () => string): void {
    const pause = this.#terminal.isTTY ? pauses.terminal : pauses.file;
    if (this.#now() < this.#shownAt + pause) return;
    this.#shownAt = this.#now();
    if (!this.#terminal.isTTY) return void this.#terminal.write(`${text()}\n`);
    this.clear();
    this.#terminal.write(text().slice(0, (this.#terminal.columns ?? 80) - 1));
    this.#isShown = true;
  }

  /** Writes a line that stays. */
  print(line: string): void {
    this.clear();
    this.#terminal.write(`${line}\n`);
  }

  clear(): void {
    if (this.#isShown) this.#terminal.write('\r\u001B[K');
    this.#isShown = false;
  }
}

/** `1234567` as `1,234,567`. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
