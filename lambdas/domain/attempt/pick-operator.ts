import type { Instant } from '../basics/instant.ts';
import type { OperatorLine } from './attempt.ts';
import { type Lock, operatorLock } from './lock.ts';

/** Without those who are in a call or wrap one up. Who had none for long comes first. */
export function idleLongestFirst(
  lines: readonly OperatorLine[],
  locks: readonly Lock[],
  now: Instant,
): OperatorLine[] {
  const freeAt = new Map(locks.map((it) => [it.key, it.freeAt ?? Number.POSITIVE_INFINITY]));
  const since = (line: OperatorLine) => freeAt.get(operatorLock(line)) ?? 0;
  return lines.filter((line) => since(line) <= now).sort((a, b) => since(a) - since(b));
}

/**
 * The operator for a row. Rows that come one by one get the one who is idle longest. Of rows that come at
 * once each has a turn of its own, 1, 2, …, and takes the operator at that place among those who
 * were free when the turns began: so they do not all reach for the same one. A row that loses its
 * claim all the same takes somebody who is free then, chosen by its key: such rows choose differently.
 */
export function pickOperator(given: {
  lines: readonly OperatorLine[];
  locks: readonly Lock[];
  now: Instant;
  turn: number;
  /** When the turns began. */
  since: Instant;
  key: number;
  tries: number;
}): OperatorLine | undefined {
  const { lines, locks, now, turn, since, key, tries } = given;
  const free = idleLongestFirst(lines, locks, now);
  if (tries > 0) return free[(key + tries) % free.length];
  const taken = new Set(locks.filter((it) => isTakenSince(it, since)).map((it) => it.key));
  const othersAtIt = turn - 1 - taken.size;
  if (othersAtIt <= 0) return free[0];
  const isFree = new Set(free);
  const ring = lines.filter((line) => isFree.has(line) || taken.has(operatorLock(line)));
  const place = (turn - 1) % ring.length;
  return [...ring.slice(place), ...ring.slice(0, place)].find((line) => isFree.has(line));
}

function isTakenSince({ takenAt, freeAt }: Lock, since: Instant): boolean {
  return takenAt >= since && freeAt === undefined;
}
