import { createHash } from 'node:crypto';

/** The SID of one of the account's numbers: the same at every start. */
export function numberSid(number: string): string {
  return `PN${createHash('md5').update(number).digest('hex')}`;
}
