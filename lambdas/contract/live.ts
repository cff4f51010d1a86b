import * as z from 'zod';
import { attemptView } from './calls.ts';
import { instant } from './instant.ts';

/**
 * What the WebSocket tells a desk. Messages may come twice or late: an attempt with more facts is
 * newer; the others only say that something is worth asking for again. A desk says `{"action":"ping"}`,
 * since the gateway closes what is silent for ten minutes, and `{"action":"phone","ready":true}` or
 * `false`: its browser is rung only while that is true and the socket is open.
 */
export const liveMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), now: instant }),
  z.object({ kind: z.literal('pong'), now: instant }),
  /** A call of the operator's; supervisors see all. */
  z.object({ kind: z.literal('attempt'), attempt: attemptView }),
  /** Another tab, or the keypad, changed the form. */
  z.object({ kind: z.literal('form'), attempt: z.string(), revision: z.number() }),
  /** A supervisor, by name, has something to say to whom it is told. */
  z.object({ kind: z.literal('note'), at: instant, from: z.string(), text: z.string() }),
  /** Promised calls changed. */
  z.object({ kind: z.literal('promises') }),
  /** Tasks, operators, or who is away. */
  z.object({ kind: z.literal('directory') }),
]);
export type LiveMessage = z.infer<typeof liveMessage>;
