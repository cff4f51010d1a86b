/** A sparse index as DynamoDB's: names under one key, sorted by a text; whoever has no text is not in it. */
export class SortedIndex {
  readonly #entries = new Map<string, { text: string; name: string }[]>();
  readonly #places = new Map<string, { key: string; text: string }>();

  /** Where the name stands from now on; without a key and a text, nowhere. */
  put(name: string, key: unknown, text: unknown): void {
    const was = this.#places.get(name);
    if (was?.key === key && was?.text === text) return;
    if (was !== undefined) this.#remove(name, was);
    if (typeof key !== 'string' || typeof text !== 'string') return;
    const entries = this.#entries.get(key) ?? [];
    this.#entries.set(key, entries);
    entries.splice(placeOf(entries, { text, name }), 0, { text, name });
    this.#places.set(name, { key, text });
  }

  /** The first of those whose text is less, in its order. */
  before(key: string, text: string, limit: number): string[] {
    const entries = this.#entries.get(key) ?? [];
    const end = Math.min(placeOf(entries, { text, name: '' }), limit);
    return entries.slice(0, end).map(({ name }) => name);
  }

  first(key: string, limit: number): { text: string; name: string }[] {
    return (this.#entries.get(key) ?? []).slice(0, limit);
  }

  #remove(name: string, { key, text }: { key: string; text: string }): void {
    const entries = this.#entries.get(key) ?? [];
    entries.splice(placeOf(entries, { text, name }), 1);
    this.#places.delete(name);
  }
}

type Entry = { text: string; name: string };

function placeOf(entries: readonly Entry[], { text, name }: Entry): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const it = entries[middle] as Entry;
    if (it.text < text || (it.text === text && it.name < name)) low = middle + 1;
    else high = middle;
  }
  return low;
}
