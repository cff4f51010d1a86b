import { type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, Refusal } from '../shell/api/ask.ts';

export interface Page<Item> {
  items: readonly Item[];
  /** Where the next page begins; the last one has none. */
  cursor: string | undefined;
  /** How many entries were read to find these, where that is told. */
  looked?: number;
}

export interface ShownList<Wish, Item> extends Required<Page<Item>> {
  readonly wish: Wish;
  /** More is being fetched and joins these. */
  isReading: boolean;
}

interface Patience {
  /** So many more are shown before somebody says go on. */
  enough: number;
  /** A page may hold few or none and not be the last: so many are waited for. */
  mostPages: number;
}

/** One page, or the first one that is not empty. */
const untilSomething: Patience = { enough: 1, mostPages: Number.POSITIVE_INFINITY };

/** A list that the API gives page by page. What is shown stays until there is another. */
export class PagedList<Wish, Item> {
  readonly #shown = signal<ShownList<Wish, Item> | undefined>();
  readonly #problem = signal<Refusal | undefined>();
  readonly #fetchPage: (wish: Wish, cursor: string | undefined) => Promise<Answer<Page<Item>>>;
  readonly #patience: Patience;
  #latest = 0;

  constructor(
    fetchPage: (wish: Wish, cursor: string | undefined) => Promise<Answer<Page<Item>>>,
    patience = untilSomething,
  ) {
    this.#fetchPage = fetchPage;
    this.#patience = patience;
  }

  get shown(): ReadonlySignal<ShownList<Wish, Item> | undefined> {
    return this.#shown;
  }

  get problem(): ReadonlySignal<Refusal | undefined> {
    return this.#problem;
  }

  /** What is shown, if it answers this wish. */
  shownFor(wish: Wish): ShownList<Wish, Item> | undefined {
    const shown = this.#shown.value;
    return shown !== undefined && isSame(shown.wish, wish) ? shown : undefined;
  }

  /** The list from its beginning, as far as it is shown already. */
  async fetch(wish: Wish): Promise<void> {
    const least = this.shownFor(wish)?.items.length ?? 0;
    await this.#readOn({ wish, items: [], looked: 0, cursor: undefined, isReading: true }, least);
  }

  async fetchMore(): Promise<void> {
    const shown = this.#shown.value;
    if (shown?.cursor !== undefined) await this.#readOn(shown, 0);
  }

  /**
   * All that fit, page by page.
   * @throws when a page is refused
   */
  async all(wish: Wish, most = Number.POSITIVE_INFINITY): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const answer = await this.#fetchPage(wish, cursor);
      if (answer.kind !== 'done') throw new Error('the list could not be read');
      items.push(...answer.value.items);
      cursor = answer.value.cursor;
    } while (cursor !== undefined && items.length < most);
    return items;
  }

  async #readOn(begun: ShownList<Wish, Item>, least: number): Promise<void> {
    this.#latest += 1;
    const request = this.#latest;
    const wanted = Math.max(least, begun.items.length + this.#patience.enough);
    let list = begun;
    for (let pages = 1; list.isReading || pages === 1; pages++) {
      const answer = await this.#fetchPage(list.wish, list.cursor);
      if (request !== this.#latest) return;
      this.#problem.value = answer.kind === 'done' ? undefined : answer;
      if (answer.kind !== 'done') return;
      list = joined(list, answer.value);
      const isEnough = list.items.length >= wanted || pages >= this.#patience.mostPages;
      list.isReading = list.cursor !== undefined && (!isEnough || list.items.length < least);
      if (!list.isReading || list.items.length >= least) this.#shown.value = list;
    }
  }
}

/** A page from the API's answer, which calls its items by their name. */
export function pageOf<Body extends { cursor?: string | undefined; looked?: number }, Item>(
  answer: Answer<Body>,
  itemsOf: (body: Body) => readonly Item[],
): Answer<Page<Item>> {
  if (answer.kind !== 'done') return answer;
  const { cursor, looked } = answer.value;
  const page = { items: itemsOf(answer.value), cursor, ...(looked !== undefined && { looked }) };
  return { kind: 'done', value: page };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function joined<Wish, Item>(
  { wish, items, looked, isReading }: ShownList<Wish, Item>,
  page: Page<Item>,
): ShownList<Wish, Item> {
  return {
    wish,
    items: [...items, ...page.items],
    looked: looked + (page.looked ?? page.items.length),
    cursor: page.cursor,
    isReading,
  };
}
