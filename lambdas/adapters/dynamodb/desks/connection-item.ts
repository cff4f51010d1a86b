import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { hour, type Instant, minute } from '../../../domain/basics/instant.ts';
import type { DeskUser } from '../../../ports/desks.ts';
import type { Item } from '../client/attribute-value.ts';
import { toTtl } from '../client/time-to-live.ts';

/**
 * The table's layout. An open desk is listed under everybody, under its operator, and under the
 * supervisors if they are one, so that whoever is told something is found by one query.
 *
 *   group                  id
 *   ticket                 hash of the ticket: who it is for, until when
 *   everybody              connection: whose desk it is
 *   operator#anna          connection
 *   supervisors            connection
 */
export interface ConnectionKey {
  group: string;
  id: string;
}

export interface StoredDesk extends DeskUser {
  id: string;
  /** After this instant it is as if it were not there, whether or not it was swept away already. */
  validUntil: Instant;
  /** Kept in the entry under everybody alone. */
  isPhoneReady?: boolean;
}

/** API Gateway ends a connection after two hours; that it did may not reach us. */
const longestConnection = 2 * hour + 10 * minute;

export const everybody = 'everybody';
export const supervisors = 'supervisors';

export function operatorGroup(operator: string): string {
  return `operator#${operator}`;
}

export function ticketKey(hash: string): Item {
  return keyItem({ group: 'ticket', id: hash });
}

export function ticketItem(hash: string, who: DeskUser, validUntil: Instant): Item {
  return deskItem({ group: 'ticket', id: hash }, who, validUntil);
}

export function connectionItems(connection: string, who: DeskUser, at: Instant): Item[] {
  const validUntil = at + longestConnection;
  return groupsOf(who).map((group) => deskItem({ group, id: connection }, who, validUntil));
}

export function connectionKeys(connection: string, who: DeskUser): Item[] {
  return groupsOf(who).map((group) => keyItem({ group, id: connection }));
}

function groupsOf({ operator, role }: DeskUser): string[] {
  const groups = [everybody, operatorGroup(operator)];
  return role === 'supervisor' ? [...groups, supervisors] : groups;
}

export function keyItem({ group, id }: ConnectionKey): Item {
  return { group: { S: group }, id: { S: id } };
}

function deskItem(key: ConnectionKey, { operator, role }: DeskUser, validUntil: Instant): Item {
  return marshall({ ...key, operator, role, validUntil, expiresAt: toTtl(validUntil) });
}

export function storedDesk(item: Item): StoredDesk {
  const { id, operator, role, validUntil, isPhoneReady } = unmarshall(item);
  return { id, operator, role, validUntil, ...(isPhoneReady && { isPhoneReady }) };
}
