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

/** Places at which SIP phones may register with Twilio, but are not called: https://www.twilio.com/docs/global-infrastructure/edge-locations */
const edges = '(ashburn|dublin|frankfurt|sao-paulo|singapore|sydney|tokyo|umatilla|roaming)(-ix)?';
const namesEdge = new RegExp(`\\.sip\\.${edges}(\\.[a-z]{2}\\d)?\\.twilio\\.com(?![\\w.-])`);

/** Whether Twilio dials it: a phone that registered at an edge is called without it (errors 32220, 32223). */
export function isDialled(address: string): boolean {
  return !address.startsWith('sip:') || !namesEdge.test(address);
}
