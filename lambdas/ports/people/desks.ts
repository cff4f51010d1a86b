import { type Role, seesAll } from '../../domain/task/role.ts';
import type { AttemptView } from '../../domain/views/attempt-view.ts';

/** Who sits at a desk, as their token said when they asked for a ticket. */
export interface DeskUser {
  operator: string;
  role: Role;
}

/** Whose desks are over: all of theirs, or those that were opened in a mightier role than theirs now is. */
export interface ShutOut {
  operator: string;
  role?: Role | undefined;
}

/** What a supervisor says to an operator. */
export interface DeskNote {
  at: string;
  /** Their name. */
  from: string;
  text: string;
}

/** The same as `liveMessage` of the contract, without its schema. */
export type DeskMessage =
  | { kind: 'pong'; now: string }
  | { kind: 'attempt'; attempt: AttemptView }
  | { kind: 'form'; attempt: string; revision: number }
  | ({ kind: 'note' } & DeskNote)
  | { kind: 'promises' }
  | { kind: 'directory' };

export type Audience =
  /** Every open desk. */
  | 'everybody'
  /** One desk, by its connection. */
  | { connection: string }
  /** Operators by id, at all their open desks; leads by id, where they came as leads; who sees all. */
  | { operators: readonly string[]; leads?: readonly string[]; supervisors: boolean };

/** Whether a desk is of those who are told. */
export function isTold(
  { operators, leads = [], supervisors }: Exclude<Audience, string | { connection: string }>,
  { operator, role }: DeskUser,
): boolean {
  if (operators.includes(operator)) return true;
  return role === 'lead' ? leads.includes(operator) : supervisors && seesAll(role);
}

/** The open desks: browsers that hold a WebSocket. What is told reaches who is there, or nobody. */
export interface Desks {
  /** The address at which they may open one socket within 30 s. */
  openTicket(who: DeskUser): Promise<string>;

  /** Opens a desk; false for a ticket that was used, is too old, or was never given. */
  connect(ticket: string, connection: string): Promise<boolean>;

  /** Repeating it, or an unknown connection, is fine. */
  disconnect(connection: string): Promise<void>;

  /** The desk's browser can be rung from now on, or not any more. An unknown connection is fine. */
  notePhone(connection: string, phone: { isReady: boolean }): Promise<void>;

  /** Those of the operators who have an open desk. */
  online(operators: readonly string[]): Promise<ReadonlySet<string>>;

  /**
   * Tells all desks of the audience, each once. Never rejects for a desk that cannot be told:
   * one that is gone is forgotten, others are counted in the answer. Those of people who are
   * shut out are told nothing.
   */
  notify(audience: Audience, message: DeskMessage, out?: readonly ShutOut[]): Promise<Notified>;

  /** Closes these desks: their browsers hear no more. Repeating it is fine. */
  close(out: readonly ShutOut[]): Promise<void>;
}

export interface Notified {
  /** Desks that could not be told, or 1 when they could not even be looked up. */
  failed: number;
  /** The name of what stood in the way, for the log. */
  reason?: string;
}
