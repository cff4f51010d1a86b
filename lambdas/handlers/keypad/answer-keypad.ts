import { placeFromState } from '../../domain/phone/keypad-place.ts';
import type { PathOf } from '../../ports/calls/voice-paths.ts';
import {
  answerByKeypad,
  beginByKeypad,
  type KeypadPorts,
} from '../../use-cases/form/ask-by-keypad.ts';
import type { Routed } from '../../use-cases/own-calls/route-outbound-call.ts';
import type { Webhook, WebhookAnswers, WebhookPorts } from '../boundary/on-webhook.ts';
import { answerPhone, hangUp } from '../boundary/phone-reply.ts';

export type AnswerKeypadPorts = KeypadPorts & WebhookPorts;

/** An address that names no question begins the script, or goes on where it stands. */
export function answerKeypad(ports: AnswerKeypadPorts): WebhookAnswers<'keypad'> {
  return answerPhone(ports, 'keypad', async (webhook) => {
    switch (webhook.path) {
      case '/voice/script':
        return nextOfScript(ports, webhook);
      default:
        return webhook.path satisfies never;
    }
  });
}

async function nextOfScript(
  ports: AnswerKeypadPorts,
  { attempt, callSid, query, fields }: Webhook<PathOf<'keypad'>>,
): Promise<Routed> {
  if (attempt === undefined || callSid === '') return hangUp;
  const call = { attempt, callSid };
  const place = placeFromState(query);
  if (place === undefined) return { attempt, step: await beginByKeypad(ports, call) };
  const keys = ports.webhooks.keys(fields);
  return { attempt, step: await answerByKeypad(ports, { ...call, place, keys }) };
}
