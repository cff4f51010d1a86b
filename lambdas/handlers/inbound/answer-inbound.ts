import { fallbackLanguage } from '../../domain/basics/language.ts';
import { dialledInBrowser, dialledOnSip, fitsCredential } from '../../domain/row/caller-address.ts';
import type { RowKey } from '../../domain/row/row.ts';
import type { PathOf } from '../../ports/calls/voice-paths.ts';
import type { OperatorWebhook } from '../../use-cases/call/find-attempt.ts';
import { enterNumber, enterPin, type Keyed } from '../../use-cases/inbound/admit-operator.ts';
import { afterCallIn } from '../../use-cases/inbound/after-call-in.ts';
import {
  answerInboundCall,
  type InboundPorts,
} from '../../use-cases/inbound/answer-inbound-call.ts';
import { operatorCalling } from '../../use-cases/inbound/find-caller.ts';
import { greetForCaller, joinCaller } from '../../use-cases/inbound/greet-for-caller.ts';
import type { CallTarget } from '../../use-cases/own-calls/attach-call.ts';
import { type Routed, routeOutboundCall } from '../../use-cases/own-calls/route-outbound-call.ts';
import { type OrderPorts, orderCallback } from '../../use-cases/promises/order-callback.ts';
import type { Webhook, WebhookAnswers, WebhookPorts } from '../boundary/on-webhook.ts';
import { answerPhone, hangUp } from '../boundary/phone-reply.ts';

type InboundWebhook = Webhook<PathOf<'inbound'>>;

export type CallerPorts = InboundPorts & OrderPorts & WebhookPorts;

/**
 * What the phone of somebody who called us does next, and that of the operator who is rung for them.
 * Browser phones, desk phones and numbers begin here; what follows names its attempt, or its state.
 */
export function answerCaller(ports: CallerPorts): WebhookAnswers<'inbound'> {
  return answerPhone(ports, 'inbound', async (webhook) => {
    return webhook.callSid === '' ? hangUp : nextStep(ports, webhook);
  });
}

async function nextStep(ports: CallerPorts, webhook: InboundWebhook): Promise<Routed> {
  const { webhooks } = ports;
  const { callSid: sid, fields, path } = webhook;
  const { from, to } = webhooks.parties(fields);
  switch (path) {
    case '/voice/browser':
      return route(ports, { sid, from, target: dialledInBrowser(to) });
    case '/voice/desk-phone':
      if (!fitsCredential(from, webhooks.credential(fields))) return stranger;
      return route(ports, { sid, from, target: { tel: dialledOnSip(to) } });
    case '/voice/inbound':
      return answerInboundCall(ports, { sid, from, to });
    case '/caller/pin':
      return { step: await enterPin(ports, keyed(ports, webhook)) };
    case '/caller/number':
      return enterNumber(ports, keyed(ports, webhook));
    case '/caller/order':
      return order(ports, webhook);
    case '/caller/whisper':
    case '/caller/join':
    case '/caller/after':
      return stepOfAttempt(ports, { ...webhook, path });
    default:
      return path satisfies never;
  }
}

async function stepOfAttempt(
  ports: CallerPorts,
  { path, fields, attempt, callSid }: Webhook<PathOf<'inbound', 'attempt'>>,
): Promise<Routed> {
  if (attempt === undefined) return hangUp;
  const call: OperatorWebhook = { attempt, callSid };
  switch (path) {
    case '/caller/whisper':
      return { attempt, step: await greetForCaller(ports, call) };
    case '/caller/join': {
      const digits = ports.webhooks.digits(fields);
      return { attempt, step: await joinCaller(ports, { ...call, digits }) };
    }
    case '/caller/after':
      return afterCallIn(ports, { ...call, end: ports.webhooks.dialEnd(fields) });
    default:
      return path satisfies never;
  }
}

/** Who calls is known by the address: Twilio vouches for a browser's, a SIP domain asks for a password. */
async function route(
  ports: CallerPorts,
  { sid, from, target }: { sid: string; from: string; target: CallTarget },
): Promise<Routed> {
  const caller = await operatorCalling(ports, from);
  return caller === undefined ? stranger : routeOutboundCall(ports, { sid, ...caller, target });
}

const stranger: Routed = {
  step: { kind: 'tell', message: 'unknown-caller', tongue: { language: fallbackLanguage } },
};

function keyed({ webhooks }: CallerPorts, { callSid: sid, fields, query }: InboundWebhook): Keyed {
  const { from } = webhooks.parties(fields);
  return { sid, from, digits: webhooks.digits(fields), tries: numberIn(query, 'tries') };
}

async function order(ports: CallerPorts, { fields, query }: InboundWebhook): Promise<Routed> {
  const row = rowOf(query.get('row') ?? '');
  if (row === undefined) return hangUp;
  const digits = ports.webhooks.digits(fields);
  const { from } = ports.webhooks.parties(fields);
  const offeredAt = numberIn(query, 'at');
  const tries = numberIn(query, 'tries');
  return { step: await orderCallback(ports, { row, from, digits, offeredAt, tries }) };
}

function numberIn(query: URLSearchParams, name: string): number {
  return Number(query.get(name)) || 0;
}

function rowOf(text: string): RowKey | undefined {
  const [, task, Id] = /^([A-Za-z0-9_-]{1,32})\.([1-9]\d{0,15})$/.exec(text) ?? [];
  return task && Id ? { task, Id: Number(Id) } : undefined;
}
