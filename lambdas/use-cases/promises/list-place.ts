import type { Instant } from '../../domain/basics/instant.ts';

/** Where a page of rows begins: at an instant, after as many rows as the page before showed of it. */
export interface Place {
  from: Instant;
  passed: number;
}

export function readPlace(cursor: string | undefined): Place {
  const [, from, passed] = /^(\d{1,15})\+(\d{1,6})$/.exec(cursor ?? '') ?? [];
  if (from === undefined) return { from: Number.NEGATIVE_INFINITY, passed: 0 };
  return { from: Number(from), passed: Number(passed) };
}

/** The cursor of the page that follows these, which are sorted. */
export function placeAfter(listed: readonly { dueAt: Instant }[]): string | undefined {
  const last = listed.at(-1);
  if (last === undefined) return undefined;
  return `${last.dueAt}+${listed.filter(({ dueAt }) => dueAt === last.dueAt).length}`;
}
