import type { Instant } from '../../domain/basics/instant.ts';

/** Years of more digits sort before ours. */
const lastInstant = Date.parse('9999-12-31T23:59:59.999Z');

/** Where a page of rows begins: at an instant, after as many rows as the page before showed of it. */
export interface Place {
  from: Instant;
  passed: number;
}

/** What is no place begins at the first page. */
export function readPlace(cursor: string | undefined): Place {
  const [, from, passed] = /^(\d{1,15})\+(\d{1,6})$/.exec(cursor ?? '') ?? [];
  if (from === undefined) return { from: Number.NEGATIVE_INFINITY, passed: 0 };
  return { from: Math.min(Number(from), lastInstant), passed: Number(passed) };
}

/** The place of the page that follows these, which are sorted. */
export function placeAfter(listed: readonly { dueAt: Instant }[]): string | undefined {
  const last = listed.at(-1);
  if (last === undefined) return undefined;
  return `${last.dueAt}+${listed.filter(({ dueAt }) => dueAt === last.dueAt).length}`;
}
