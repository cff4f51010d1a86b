import * as z from 'zod';
import { eventSchemas } from '../../domain/events/event.ts';
import { type EventType, eventTypes } from '../../domain/events/event-types.ts';

export interface Content {
  content: { 'application/json': { schema: object; example?: object } };
}

/** An event as OpenAPI 3.1 describes what is sent to others. */
export interface Webhook {
  post: {
    operationId: string;
    tags: string[];
    summary: string;
    requestBody: { required: true } & Content;
    responses: Record<string, { description: string }>;
  };
}

type Json = (schema: z.ZodType) => Content;

/** All events, each in the envelope of EventBridge, which rules and addresses get. */
export function describeEvents(json: Json): Record<string, Webhook> {
  return Object.fromEntries(eventTypes.map((type) => [type, webhookOf(type, json)]));
}

function webhookOf(type: EventType, json: Json): Webhook {
  return {
    post: {
      operationId: `on${type.split(/[.-]/).map(upperFirst).join('')}`,
      tags: ['events'],
      summary: eventSchemas[type].description ?? type,
      requestBody: { required: true, ...json(envelopeOf(type)) },
      responses: {
        200: { description: 'Any status from 200 to 299 takes it' },
        default: {
          description:
            'No answer in 5 s, 409, 429 and 500 to 599: it comes again, for a day; other statuses refuse it for good',
        },
      },
    },
  };
}

const upperFirst = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html */
function envelopeOf(type: EventType): z.ZodType {
  return z.object({
    version: z.literal('0'),
    id: z.string().describe('EventBridge’s own; another one when the event is told again'),
    'detail-type': z.literal(type),
    source: z.literal('callback-center'),
    account: z.string(),
    time: z.string().describe('When it happened, to the second'),
    region: z.string(),
    resources: z.array(z.string()),
    detail: eventSchemas[type],
  });
}
