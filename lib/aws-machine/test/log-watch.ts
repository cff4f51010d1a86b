/** What functions print, so that a test can wait for it. */
export class LogWatch {
  readonly #lines: string[] = [];
  readonly #waiting = new Set<{ pattern: RegExp; resolve: (line: string) => void }>();

  /** To be given to the local cloud. */
  readonly onLog = (functionName: string, line: string): void => {
    this.hear(`${functionName}: ${line}`);
  };

  hear(told: string): void {
    this.#lines.push(told);
    for (const waiting of this.#waiting) {
      if (!waiting.pattern.test(told)) continue;
      this.#waiting.delete(waiting);
      waiting.resolve(told);
    }
  }

  /** The first line, told or to come, that fits. */
  async until(pattern: RegExp): Promise<string> {
    const known = this.#lines.find((line) => pattern.test(line));
    return known ?? new Promise((resolve) => this.#waiting.add({ pattern, resolve }));
  }

  matching(pattern: RegExp): string[] {
    return this.#lines.filter((line) => pattern.test(line));
  }
}
