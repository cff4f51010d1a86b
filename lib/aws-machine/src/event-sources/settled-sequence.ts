/**
 * Follows records that are handed over out of order: the position may move only past records
 * before which nothing is open.
 */
export class SettledSequence {
  #open: string[] = [];
  readonly #settled = new Set<string>();

  /** Records in the order of their stream. */
  expect(sequenceNumbers: string[]): void {
    this.#open.push(...sequenceNumbers);
  }

  get openCount(): number {
    return this.#open.length;
  }

  /** Answers the new position, if it moved. */
  settle(sequenceNumbers: string[]): string | undefined {
    for (const sequence of sequenceNumbers) this.#settled.add(sequence);
    const stillOpen = this.#open.findIndex((sequence) => !this.#settled.has(sequence));
    const passed = this.#open.splice(0, stillOpen === -1 ? this.#open.length : stillOpen);
    for (const sequence of passed) this.#settled.delete(sequence);
    return passed.at(-1);
  }
}
