import { parseAttemptId } from '../../domain/attempt/attempt.ts';
import { fallbackLanguage } from '../../domain/basics/language.ts';
import { type SpokenLanguage, spokenLanguageOf } from '../../domain/phone/voice-step.ts';
import type { PathOf, WebhookFunction } from '../../ports/calls/voice-paths.ts';
import type { VoiceWebhooks } from '../../ports/calls/voice-webhooks.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Routed } from '../../use-cases/own-calls/route-outbound-call.ts';
import type { Reply, Webhook, WebhookAnswers } from './on-webhook.ts';

export type ReplyPorts = Pick<Ports, 'directory'> & { webhooks: VoiceWebhooks };

export const hangUp: Routed = { step: { kind: 'hang-up' } };

/** Answers with what a phone does next. It always gets a document that it can follow, even in trouble. */
export function answerPhone<F extends WebhookFunction>(
  ports: ReplyPorts,
  fn: F,
  next: (webhook: Webhook<PathOf<F>>) => Promise<Routed>,
): WebhookAnswers<F> {
  const apologize = async (webhook: Webhook) => say(ports, await inTrouble(ports, webhook));
  return {
    fn,
    answer: async (webhook) => say(ports, await next(webhook)),
    unknown: apologize,
    trouble: apologize,
  };
}

export function say({ webhooks }: Pick<ReplyPorts, 'webhooks'>, { step, attempt }: Routed): Reply {
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: webhooks.render(step, attempt),
  };
}

async function inTrouble(ports: ReplyPorts, webhook: Webhook): Promise<Routed> {
  const tongue = await troubleTongue(ports, webhook);
  return { step: { kind: 'tell', message: 'trouble', tongue } };
}

/** The task's language, and English while even that cannot be read. */
async function troubleTongue(
  { directory }: ReplyPorts,
  { attempt }: Webhook,
): Promise<SpokenLanguage> {
  const { row } = parseAttemptId(attempt ?? '') ?? {};
  const task = row && (await directory.task(row.task).catch(() => undefined));
  return task === undefined ? { language: fallbackLanguage } : spokenLanguageOf(task);
}
