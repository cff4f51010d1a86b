import { corePorts } from '../composition/core-ports.ts';
import { composeTelephoneEdge } from '../composition/telephone-edge.ts';
import { answerEvent } from './boundary/answer-event.ts';
import { onWebhook } from './boundary/on-webhook.ts';

const core = corePorts(process.env);
const ports = { ...core, edge: composeTelephoneEdge(process.env, core.clock) };

/** POST /events/{leg}: news of an operator's or a customer's leg. */
export const handler = onWebhook(ports, answerEvent(ports));
