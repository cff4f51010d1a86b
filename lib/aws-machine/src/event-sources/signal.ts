/** Wakes one sleeper. A call that comes before the sleeper sleeps is not lost. */
export class Signal {
  #pending = false;
  #wake: (() => void) | undefined;

  notify(): void {
    this.#pending = true;
    this.#wake?.();
  }

  /** Resolves at the next call, or after so many milliseconds. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.#pending) await this.#sleep(milliseconds);
    this.#pending = false;
  }

  #sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake?.(), milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
    });
  }
}
