import type { Account } from './task.ts';

/** Why people are away, where the account names no reasons of its own: the pages have words for these. */
export const usualAwayReasons = ['break', 'lunch', 'meeting', 'training', 'other'] as const;

/** The reasons that may be given, in the order in which they are offered. */
export function awayReasonsOf({ awayReasons }: Pick<Account, 'awayReasons'>): readonly string[] {
  return awayReasons ?? usualAwayReasons;
}
