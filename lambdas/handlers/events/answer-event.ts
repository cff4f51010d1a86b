import { recordCallerEvent, recordLegEvent } from '../../use-cases/call/record-leg-event.ts';
import type { SettlePorts } from '../../use-cases/call/settle-attempt.ts';
import type { Reply, Webhook, WebhookAnswers, WebhookPorts } from '../boundary/on-webhook.ts';

export type EventPorts = SettlePorts & WebhookPorts;

const noted: Reply = { statusCode: 204 };
/** Makes the telephone network say it again: its addresses carry `rp=5xx`. */
const again: Reply = { statusCode: 500, body: '' };

/** Takes down what became of a leg. What says nothing, or belongs to no attempt, is fine. */
export function answerEvent(ports: EventPorts): WebhookAnswers {
  return {
    answer: async (webhook) => {
      await record(ports, webhook);
      return noted;
    },
    trouble: async () => again,
  };
}

async function record(ports: EventPorts, { part, attempt, fields }: Webhook): Promise<void> {
  if (part === 'inbound') return recordCaller(ports, fields);
  if (attempt === undefined || !isLeg(part)) return;
  const event = ports.webhooks.legEvent(part, fields);
  if (event !== undefined) await recordLegEvent(ports, { attempt, event });
}

/** A call to one of our numbers, to the TwiML App or the SIP domain: only its own SID tells which. */
async function recordCaller(ports: EventPorts, fields: Webhook['fields']): Promise<void> {
  const event = ports.webhooks.legEvent('caller', fields);
  if (event !== undefined) await recordCallerEvent(ports, event);
}

function isLeg(part: string): part is 'operator' | 'customer' {
  return part === 'operator' || part === 'customer';
}
