export function isBrowserPhone(address: string): boolean {
  return address.startsWith('client:');
}

/** Whether an operator may be given calls. */
export function isAtWork({ away, gone }: { away: boolean; gone?: boolean }): boolean {
  return !away && !gone;
}

/** Where they are rung now: the one of their addresses that they chose, else the first. */
export function lineOf({
  addresses,
  at,
}: {
  addresses: string[];
  at?: string | undefined;
}): string {
  return at !== undefined && addresses.includes(at) ? at : (addresses[0] as string);
}
