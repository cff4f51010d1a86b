/** The highest whole number that JavaScript keeps exactly: 2^53 − 1. */
export const highestRowId: number = Number.MAX_SAFE_INTEGER;

/** Whether it is an Id that a row may have: whole, from 1 on, and kept exactly. */
export function isRowId(Id: unknown): Id is number {
  return typeof Id === 'number' && Number.isSafeInteger(Id) && Id > 0;
}

/** The Id that the digits say, or undefined where they say none that a row may have. */
export function readRowId(digits: string): number | undefined {
  if (!/^[1-9]\d{0,15}$/.test(digits)) return undefined;
  return isRowId(Number(digits)) ? Number(digits) : undefined;
}
