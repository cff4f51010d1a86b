/**
 * Counts how often a number came. A table file may have millions of lines, so each number takes
 * some 16 bytes; in a Map it would take four times that.
 */
export class LineCounter {
  /** Open addressing: a number stands in the first free slot from its own on; 0 is free. */
  #slots = new Float64Array(1024);
  #used = 0;
  /** Only numbers that came more than once. */
  readonly #repeated = new Map<number, number>();

  /** How often the number came, this time included; it is whole, from 1 to 2^53 − 1. */
  count(number: number): number {
    const slot = slotOf(number, this.#slots);
    if (this.#slots[slot] === number) {
      const times = (this.#repeated.get(number) ?? 1) + 1;
      this.#repeated.set(number, times);
      return times;
    }
    this.#slots[slot] = number;
    this.#used += 1;
    if (this.#used > this.#slots.length * 0.7) this.#grow();
    return 1;
  }

  #grow(): void {
    const wider = new Float64Array(this.#slots.length * 2);
    for (const number of this.#slots) {
      if (number !== 0) wider[slotOf(number, wider)] = number;
    }
    this.#slots = wider;
  }
}

function slotOf(number: number, slots: Float64Array): number {
  let slot = scattered(number) % slots.length;
  while (slots[slot] !== 0 && slots[slot] !== number) slot = (slot + 1) % slots.length;
  return slot;
}

/** Neighbours shall not be neighbours. The factors are odd, with bits spread over all 32. */
function scattered(number: number): number {
  const low = Math.imul(number % 2 ** 32, 0x9e3779b1);
  const high = Math.imul(number / 2 ** 32, 0x85ebca6b);
  return (low ^ high ^ (low >>> 15)) >>> 0;
}
