import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { hour, type Instant, minute } from '../../../domain/basics/instant.ts';
import type { DeskUser } from '../../../ports/people/desks.ts';
import type { Item } from '../client/attribute-value.ts';
import { toTtl } from '../client/time-to-live.ts';

/**
 * The table's layout. Open desks are few, and listed in one place: what happens at one moment is told
 * to all of them after one query.
 *
 *   group                  id
 *   ticket                 hash of the ticket: who it is for, until when
 *   everybody              connection: whose desk it is
 */
interface ConnectionKey {
  group: string;
  id: string;
}

export interface StoredDesk extends DeskUser {
  id: string;
  /** After this instant it is as if it were not there, whether or not it was swept away already. */
  validUntil: Instant;
  isPhoneReady?: boolean;
}

/** API Gateway ends a connection after two hours; that it did may not reach us. */
const longestConnection = 2 * hour + 10 * minute;

export const everybody = 'everybody';

export function ticketKey(hash: string): Item {
  return keyItem({ group: 'ticket', id: hash });
}

export function ticketItem(hash: string, who: DeskUser, validUntil: Instant): Item {
  return deskItem({ group: 'ticket', id: hash }, who, validUntil);
}

export function connectionItem(connection: string, who: DeskUser, at: Instant): Item {
  return deskItem({ group: everybody, id: connection }, who, at + longestConnection);
}

export function connectionKey(connection: string): Item {
  return keyItem({ group: everybody, id: connection });
}

function keyItem({ group, id }: ConnectionKey): Item {
  return { group: { S: group }, id: { S: id } };
}

function deskItem(key: ConnectionKey, { operator, role }: DeskUser, validUntil: Instant): Item {
  return marshall({ ...key, operator, role, validUntil, expiresAt: toTtl(validUntil) });
}

export function storedDesk(item: Item): StoredDesk {
  const { id, operator, role, validUntil, isPhoneReady } = unmarshall(item);
  return { id, operator, role, validUntil, ...(isPhoneReady && { isPhoneReady }) };
}
