import type { RowRecord as MemoryRecord } from '../../lambdas/adapters/memory/memory-tables.ts';
import { second } from '../../lambdas/domain/instant.ts';
import type { VoiceStep } from '../../lambdas/domain/voice-step.ts';
import type { DialMessage } from '../../lambdas/ports/dial-queue.ts';
import type { Ports } from '../../lambdas/ports/ports.ts';
import { afterDial } from '../../lambdas/use-cases/after-dial.ts';
import { callOperator } from '../../lambdas/use-cases/call-operator.ts';
import { checkAttempt } from '../../lambdas/use-cases/check-attempt.ts';
import { dialCustomer } from '../../lambdas/use-cases/dial-customer.ts';
import type { RowRecord } from '../../lambdas/use-cases/follow-row.ts';
import {
  greetOperator,
  readyOperator,
  tellWithdrawn,
} from '../../lambdas/use-cases/greet-operator.ts';
import { offerNextRow } from '../../lambdas/use-cases/offer-next-row.ts';
import type { VoiceWebhook } from './simulated-network.ts';

/** What the handlers do, without HTTP: which use case takes what comes in. */
export function handleMessage(ports: Ports, message: DialMessage): Promise<void> {
  switch (message.kind) {
    case 'call':
      return callOperator(ports, message);
    case 'check':
      return checkAttempt(ports, message.attempt);
    case 'offer':
      return offerNextRow(ports, message.operator);
    default:
      return message satisfies never;
  }
}

export function answerVoice(
  ports: Ports,
  { attempt, callSid, ...webhook }: VoiceWebhook,
): Promise<VoiceStep> {
  const call = { attempt, callSid };
  switch (webhook.to) {
    case 'greet':
      return greetOperator(ports, call);
    case 'dial':
      return dialCustomer(ports, call);
    case 'withdrawn':
      return tellWithdrawn(ports, call);
    case 'ready':
      return readyOperator(ports, { ...call, digits: webhook.digits });
    case 'after':
      return afterDial(ports, { ...call, end: webhook.end });
    default:
      return webhook satisfies never;
  }
}

/** A stream tells the second of a write. */
export function recordOf({ writtenAt, ...images }: MemoryRecord): RowRecord {
  const earliest = Math.floor(writtenAt / second) * second;
  return { ...images, written: { earliest, latest: writtenAt } };
}
