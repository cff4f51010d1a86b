import type { VoiceStep } from '../../domain/phone/voice-step.ts';
import type { PathOf } from '../../ports/calls/voice-paths.ts';
import { type AfterDialPorts, afterDial } from '../../use-cases/call/after-dial.ts';
import { type DialPorts, dialCustomer } from '../../use-cases/call/dial-customer.ts';
import type { OperatorWebhook } from '../../use-cases/call/find-attempt.ts';
import {
  greetOperator,
  readyOperator,
  tellWithdrawn,
} from '../../use-cases/call/greet-operator.ts';
import { sayMessage } from '../../use-cases/call/leave-message.ts';
import { afterConference, joinConference } from '../../use-cases/conference/join-conference.ts';
import { sayRecordingNotice } from '../../use-cases/recording/say-recording-notice.ts';
import type { Webhook, WebhookAnswers, WebhookPorts } from '../boundary/on-webhook.ts';
import { answerPhone, hangUp } from '../boundary/phone-reply.ts';

export type VoicePorts = DialPorts & AfterDialPorts & WebhookPorts;

/** What an operator's phone does next. */
export function answerVoice(ports: VoicePorts): WebhookAnswers<'voice'> {
  return answerPhone(ports, 'voice', async (webhook) => {
    const { attempt, callSid } = webhook;
    if (attempt === undefined || callSid === '') return hangUp;
    return { attempt, step: await stepFor(ports, webhook, { attempt, callSid }) };
  });
}

async function stepFor(
  ports: VoicePorts,
  { path, fields }: Webhook<PathOf<'voice'>>,
  call: OperatorWebhook,
): Promise<VoiceStep> {
  switch (path) {
    case '/voice/operator':
      return greetOperator(ports, call);
    case '/voice/ready':
      return readyOperator(ports, { ...call, digits: ports.webhooks.digits(fields) });
    case '/voice/customer':
      return dialCustomer(ports, call);
    case '/voice/after':
      return afterDial(ports, { ...call, end: ports.webhooks.dialEnd(fields) });
    case '/voice/notice':
      return sayRecordingNotice(ports, call);
    case '/voice/message':
      return sayMessage(ports, call);
    case '/voice/conference':
      return joinConference(ports, call);
    case '/voice/left':
      return afterConference(ports, { ...call, end: ports.webhooks.dialEnd(fields) });
    case '/voice/withdrawn':
      return tellWithdrawn(ports, call);
    default:
      return path satisfies never;
  }
}
