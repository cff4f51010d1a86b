import * as z from 'zod';
import { languages } from '../domain/basics/language.ts';
import { roles } from '../domain/task/role.ts';
import { deskStates } from '../domain/views/state-span.ts';
import { instant } from './instant.ts';

const taskOfMine = z.object({
  id: z.string(),
  title: z.string(),
  timeZone: z.string(),
  country: z.string(),
  language: z.enum(languages),
  wrapUpSeconds: z.number(),
  attachCalls: z.boolean(),
  /** The columns that a customer's card shows, in this order; all of them unless set. */
  cardColumns: z.array(z.string()).optional(),
  paused: z.string().optional(),
});

/** Who is signed in. `operator` is undefined for those who take no calls. */
export const me = z
  .object({
    role: z.enum(roles),
    id: z.string(),
    operator: z
      .object({
        id: z.string(),
        name: z.string(),
        away: z.boolean(),
        awayReason: z.string().optional(),
        /** Since when they are away, or are back. */
        awaySince: instant.optional(),
        addresses: z.array(z.string()),
        /** Where they are rung now. */
        at: z.string(),
        currentTask: z.string().optional(),
        /** While their wrap-up lasts: until when. */
        freeAt: instant.optional(),
        /** The call that they wrap up. */
        wrapsUp: z.string().optional(),
        /** They let two calls ring: no more are offered until they do something. */
        notResponding: z.boolean().optional(),
      })
      .optional(),
    tasks: z.array(taskOfMine),
    /** Why they may say that they are away; codes of the usual reasons, or the account's own words. */
    awayReasons: z.array(z.string()),
    now: instant,
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

/** What operators say about themselves. */
export const myState = z
  .strictObject({
    away: z.boolean().optional(),
    awayReason: z.string().max(60).optional().describe('One of the reasons that `/api/me` lists'),
    at: z.string().optional().describe('One of their own addresses'),
    currentTask: z.string().optional().describe('A task that lists them'),
  })
  .meta({ id: 'MyState' });

/** What others say about them. */
export const awayWish = z.strictObject({ away: z.boolean() }).meta({ id: 'AwayWish' });

const mostNoteLetters = 500;

/** What a supervisor has to say to one operator. */
export const deskNote = z
  .strictObject({ text: z.string().trim().min(1).max(mostNoteLetters) })
  .meta({ id: 'DeskNote' });

/** An operator as others see them: without the PIN. */
export const operatorView = z
  .object({
    id: z.string(),
    name: z.string(),
    addresses: z.array(z.string()),
    at: z.string(),
    away: z.boolean(),
    gone: z.boolean(),
    currentTask: z.string().optional(),
    hasPin: z.boolean(),
  })
  .meta({ id: 'Operator' });
export type OperatorView = z.infer<typeof operatorView>;

/** What an operator does at this moment. */
export const operatorState = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum([
      'away',
      'gone',
      'free',
      'not-responding',
      'ringing',
      'waiting',
      'talking',
      'wrap-up',
    ]),
    /** Since when, where it is known. */
    since: instant.optional(),
    attempt: z.string().optional(),
    /** While their wrap-up lasts: until when. */
    freeAt: instant.optional(),
    /** Whether a desk of theirs is open. */
    online: z.boolean(),
  })
  .meta({ id: 'OperatorState' });
export type OperatorState = z.infer<typeof operatorState>;

/** With which the desk opens its WebSocket; good for one connection, within 30 s. */
export const socketTicket = z.object({ url: z.string() }).meta({ id: 'SocketTicket' });
export type SocketTicket = z.infer<typeof socketTicket>;

/** With which the browser becomes a phone: an access token for the Voice SDK. */
export const voiceToken = z
  .object({
    token: z.string(),
    /** `client:` and this is the operator's address. */
    identity: z.string(),
    expiresAt: instant,
    edge: z.string().describe('Of Twilio: by which the browser gets to it'),
  })
  .meta({ id: 'PhonePass' });
export type PhonePass = z.infer<typeof voiceToken>;

/** How long an operator was available, away, or not responding. */
export const stateList = z
  .object({
    spans: z.array(
      z.object({
        state: z.enum(deskStates),
        /** Why they were away. */
        reason: z.string().optional(),
        /** Who said so, where it was not the operator. */
        by: z.string().optional(),
        from: instant,
        /** Absent while it lasts. */
        until: instant.optional(),
      }),
    ),
  })
  .meta({ id: 'StateList' });
export type StateList = z.infer<typeof stateList>;

/** Of the link by which calendar programs see promised calls: when it was made, where there is one. */
export const calendarLink = z.object({ madeAt: instant.optional() }).meta({ id: 'CalendarLink' });
export type CalendarLink = z.infer<typeof calendarLink>;

/** Told once: nobody can look up the secret in it again. */
export const newCalendarLink = z
  .object({ path: z.string().describe('To be joined to the address of the API'), madeAt: instant })
  .meta({ id: 'NewCalendarLink' });
export type NewCalendarLink = z.infer<typeof newCalendarLink>;
