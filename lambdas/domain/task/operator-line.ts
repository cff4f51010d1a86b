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

/**
 * Whatever stands between `sip` and `twilio.com` says where phones register, a place or a region; Twilio calls
 * them without it, but for `us1` of old. https://www.twilio.com/docs/api/errors/32220
 */
const namesEdge = /\.sip\.(?!us1(-ix)?\.twilio)([a-z0-9-]+\.)+twilio\.com(?![\w.-])/;

/** Whether Twilio dials it: a phone that registered at an edge is called without it (errors 32220, 32223). */
export function isDialled(address: string): boolean {
  return !address.startsWith('sip:') || !namesEdge.test(address);
}
