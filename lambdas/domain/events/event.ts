import * as z from 'zod';
import { legEnds } from '../attempt/facts.ts';
import { outcomeNames } from '../attempt/outcomes.ts';
import { doNotCallDoors } from '../do-not-call/do-not-call.ts';
import { delays } from '../row/row.ts';
import { type EventType, eventTypes } from './event-types.ts';

/**
 * What other software is told of. This file holds the schemas, which are public: a field may
 * be added to a version, and none is taken away or given another meaning. What runs in the function
 * that tells them imports the types alone.
 */

const instant = z.string().describe('ISO 8601 in UTC, with milliseconds');

const head = {
  version: z.literal(1),
  id: z
    .string()
    .describe('The same when the event is told again: who has it already leaves the second out'),
  sequence: z
    .string()
    .regex(/^\d{57}$/)
    .describe(
      'Orders the events of one row, operator or task: digits, always as many, to be compared as text',
    ),
  at: instant.describe(
    'When it happened; of what others wrote into a row, the second in which they did',
  ),
};

const row = { task: z.string(), Id: z.number().int() };

const person = z.string().optional();

const call = {
  ...row,
  attempt: z.string(),
  origin: z.enum(['callback', 'manual', 'inbound']),
  operator: person.describe('Their id; absent for an address that nobody registered'),
  operatorAddress: z.string().optional().describe('Where they were rung; where the stage tells it'),
  customer: z
    .string()
    .optional()
    .describe('The customer’s number in E.164; where the stage tells it'),
};

const answer = z.union([z.string(), z.number(), z.boolean()]);

const number = z.string().optional().describe('In E.164; where the stage tells it');

/** What each event carries beside its head. */
const bodies = {
  'order.taken': z
    .object({ ...row, dueAt: instant })
    .describe('A row orders a call, and its order was taken'),
  'order.moved': z
    .object({
      ...row,
      from: instant,
      dueAt: instant,
      because: z.enum(['zone', 'rule']).optional(),
      rule: z.string().optional().describe('The rule that put the call off, by its code'),
    })
    .describe('The call is due at another instant'),
  'order.cancelled': z
    .object({ ...row, because: z.enum(['deleted']).optional() })
    .describe('Nothing is ordered any more; `deleted`: the row is gone'),
  'order.refused': z
    .object({
      ...row,
      code: z.string(),
      problem: z
        .string()
        .optional()
        .describe('The sentence, which may quote the row; where the stage tells it'),
    })
    .describe('What the row asks for cannot be done until somebody puts it right'),
  'operator.ringing': z.object({ ...call }).describe('An operator is being rung'),
  'customer.dialled': z.object({ ...call }).describe('The customer is being dialled'),
  'call.talked': z
    .object({ ...call, seconds: z.number().int(), endedAs: z.enum(legEnds).optional() })
    .describe('Operator and customer talked, and the call is over'),
  'call.not-reached': z
    .object({
      ...call,
      cause: z.enum(outcomeNames),
      wasDialled: z.boolean().describe('Whether the customer’s phone was dialled'),
      nextTryAt: instant.optional().describe('Absent where none is due'),
    })
    .describe('The call came to nothing'),
  'form.sent': z
    .object({
      ...row,
      attempt: z.string(),
      script: z.object({ id: z.string(), version: z.number().int() }),
      by: person,
      answers: z
        .record(z.string(), answer)
        .describe('By field; free texts and numbers of phones only where the stage tells them'),
      answersLeftOut: z
        .literal(true)
        .optional()
        .describe('They are too long for an event: ask for the form'),
      promisedFor: instant.optional(),
    })
    .describe('A form was sent'),
  'promise.broken': z
    .object({ ...row, promisedFor: instant, delayedBy: z.enum(delays) })
    .describe('A promised call was given up after its moment, and the customer never dialled'),
  'do-not-call.added': z
    .object({
      task: z.string().optional().describe('The task whose calls it is about; without it, all'),
      door: z.enum(doNotCallDoors),
      by: person,
      attempt: z.string().optional(),
      number,
    })
    .describe('A number may not be called any more'),
  'do-not-call.lifted': z
    .object({ task: z.string().optional(), door: z.enum(doNotCallDoors), by: person, number })
    .describe('A number may be called again'),
  'operator.state': z
    .object({
      operator: z.string(),
      state: z.enum(['available', 'away', 'gone', 'ringing', 'talking', 'wrap-up']),
      attempt: z.string().optional(),
      freeAt: instant.optional().describe('When they may be rung again, unless they say so sooner'),
      name: z.string().optional().describe('Where the stage tells it'),
    })
    .describe('An operator does something else'),
  'task.paused': z
    .object({ task: z.string(), reason: z.string() })
    .describe('Nothing is dialled for the task until it is resumed'),
  'task.resumed': z.object({ task: z.string() }).describe('The task’s calls are made again'),
} as const satisfies Record<EventType, z.ZodObject>;

export type EventBody<Type extends EventType> = z.infer<(typeof bodies)[Type]>;

/** The whole of an event, as `detail` of EventBridge's envelope holds it. */
export const eventSchemas = Object.fromEntries(
  eventTypes.map((type) => [
    type,
    bodies[type].extend(head).meta({
      id: `Event.${type}`,
      description: bodies[type].description,
    }),
  ]),
) as unknown as Record<EventType, z.ZodObject>;

type Head = z.infer<z.ZodObject<typeof head>>;

/** With its type, which EventBridge carries as `detail-type`. */
export type PublicEvent = {
  [Type in EventType]: { type: Type; detail: Head & EventBody<Type> };
}[EventType];
