import { sipDomainOf } from '../basics/sip-domain.ts';
import type { RowKey } from './row.ts';
import { readRowId } from './row-id.ts';

/** `user` and `host` of a SIP address, without port, parameters and headers. */
function sipParts(text: string): { user: string; host: string } | undefined {
  const [, user, host] = /^sips?:([^\s@]+)@([^\s@;?:]+)/i.exec(text.trim()) ?? [];
  return user && host ? { user, host: sipDomainOf(host) } : undefined;
}

/** Whether a caller's address is the same line: SIP phones add ports, parameters and their edge to theirs. */
export function sameAddress(known: string, given: string): boolean {
  if (known === given) return true;
  const [a, b] = [sipParts(known), sipParts(given)];
  return a !== undefined && b !== undefined && a.user === b.user && a.host === b.host;
}

/** With what a SIP phone was let in, as far as the network tells it. */
export interface SipCredential {
  user?: string | undefined;
  domain?: string | undefined;
}

/** Whether a SIP phone is who it says it is: the name that it shows is its own choice. */
export function fitsCredential(from: string, { user, domain }: SipCredential): boolean {
  const shown = sipParts(from);
  if (shown === undefined) return false;
  return (
    (user === undefined || user === shown.user) &&
    (domain === undefined || sipDomainOf(domain) === shown.host)
  );
}

/** What was dialled on a desk phone: the user part of the address, `;` and what follows left out. */
export function dialledOnSip(to: string): string {
  const user = sipParts(to)?.user.split(';')[0] ?? '';
  return user.replace(/%2b/gi, '+');
}

/**
 * Whom a browser phone wants to call: `row:task.Id`, or a number. It comes from the browser, so it
 * is only a wish.
 */
export function dialledInBrowser(to: string): { row: RowKey } | { tel: string } {
  const [, task, Id] = /^row:([A-Za-z0-9_-]{1,32})\.([1-9]\d{0,15})$/.exec(to) ?? [];
  const known = readRowId(Id ?? '');
  return task && known ? { row: { task, Id: known } } : { tel: to.slice(0, mostCharacters) };
}

/** No number is longer, however it is written. */
const mostCharacters = 60;
