import { parseAttemptId } from '../../domain/attempt.ts';
import { type Tongue, tongueOf, type VoiceStep } from '../../domain/voice-step.ts';
import { afterDial } from '../../use-cases/after-dial.ts';
import { type DialPorts, dialCustomer } from '../../use-cases/dial-customer.ts';
import type { OperatorWebhook } from '../../use-cases/find-attempt.ts';
import { greetOperator, readyOperator, tellWithdrawn } from '../../use-cases/greet-operator.ts';
import type { SettlePorts } from '../../use-cases/settle-attempt.ts';
import type { Reply, Webhook, WebhookAnswers, WebhookPorts } from './on-webhook.ts';

export type VoicePorts = DialPorts & SettlePorts & WebhookPorts;

const hangUp: VoiceStep = { kind: 'hang-up' };

/** What a phone does next. It always gets a document that it can follow, even in trouble. */
export function answerVoice(ports: VoicePorts): WebhookAnswers {
  const say = (webhook: Webhook, step: VoiceStep): Reply => ({
    statusCode: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: ports.edge.render(step, webhook.attempt),
  });
  return {
    answer: async (webhook) => say(webhook, await stepFor(ports, webhook)),
    trouble: async (webhook) => say(webhook, await troubleStep(ports, webhook)),
  };
}

async function stepFor(ports: VoicePorts, webhook: Webhook): Promise<VoiceStep> {
  const { attempt, callSid, fields } = webhook;
  if (attempt === undefined || callSid === '') return hangUp;
  const call: OperatorWebhook = { attempt, callSid };
  switch (webhook.part) {
    case 'operator':
      return greetOperator(ports, call);
    case 'ready':
      return readyOperator(ports, { ...call, digits: ports.edge.digits(fields) });
    case 'customer':
      return dialCustomer(ports, call);
    case 'after':
      return afterDial(ports, { ...call, end: ports.edge.dialEnd(fields) });
    case 'withdrawn':
      return tellWithdrawn(ports, call);
    case 'fallback':
      return troubleStep(ports, webhook);
    default:
      return hangUp;
  }
}

async function troubleStep(ports: VoicePorts, webhook: Webhook): Promise<VoiceStep> {
  return { kind: 'tell', message: 'trouble', tongue: await troubleTongue(ports, webhook) };
}

/** The task's language, and English while even that cannot be read. */
async function troubleTongue({ directory }: VoicePorts, { attempt }: Webhook): Promise<Tongue> {
  const { row } = parseAttemptId(attempt ?? '') ?? {};
  const task = row && (await directory.task(row.task).catch(() => undefined));
  return task === undefined ? { language: 'en' } : tongueOf(task);
}
