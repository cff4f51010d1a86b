import { createHash, randomBytes } from 'node:crypto';
import { second } from '../../domain/basics/instant.ts';

/** How long a ticket opens a desk, in milliseconds. */
export const ticketLife = 30 * second;

const ticketBytes = 32;

/** Nobody guesses it; it goes into an address, which is why it is good for one connection only. */
export function newTicket(): string {
  return randomBytes(ticketBytes).toString('base64url');
}

/** What is kept of a ticket: who reads the table cannot open a desk. */
export function ticketHash(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64url');
}

export function socketUrl(address: string, ticket: string): string {
  return `${address}?ticket=${ticket}`;
}
