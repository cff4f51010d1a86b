import type { Instant } from '../../domain/basics/instant.ts';

/** Whose promised calls a calendar shows: an operator's own, or all of a task. */
export interface CalendarOwner {
  kind: 'operators' | 'tasks';
  id: string;
}

/** Secrets that open calendars to whoever has them. Only hashes are kept. */
export interface CalendarLinks {
  /** Makes a new secret. The one before opens nothing any more. */
  renew(owner: CalendarOwner, at: Instant): Promise<string>;

  /** When the present secret was made; undefined where there is none. */
  madeAt(owner: CalendarOwner): Promise<Instant | undefined>;

  /** Repeating it changes nothing. */
  revoke(owner: CalendarOwner): Promise<void>;

  /** Whether it is the present secret. How wrong another one is cannot be told by the time that it takes. */
  isOpenedBy(owner: CalendarOwner, secret: string): Promise<boolean>;
}
