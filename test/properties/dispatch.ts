import type { RowRecord as MemoryRecord } from '../../lambdas/adapters/memory/memory-tables.ts';
import { second } from '../../lambdas/domain/instant.ts';
import type { VoiceStep } from '../../lambdas/domain/voice-step.ts';
import type { Ports } from '../../lambdas/ports/ports.ts';
import { afterDial } from '../../lambdas/use-cases/after-dial.ts';
import { dialCustomer } from '../../lambdas/use-cases/dial-customer.ts';
import type { RowRecord } from '../../lambdas/use-cases/follow-row.ts';
import {
  greetOperator,
  readyOperator,
  tellWithdrawn,
} from '../../lambdas/use-cases/greet-operator.ts';
import type { VoiceWebhook } from './simulated-network.ts';

/** What the voice handler does, without HTTP: which use case answers which request. */
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
