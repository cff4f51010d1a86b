import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type AttemptId, parseAttemptId } from '../../domain/attempt/attempt.ts';
import type { SignedFields, VoiceWebhooks, WebhookRequest } from '../../ports/voice-webhooks.ts';
import { type InvocationJournal, journaled } from './invocation-journal.ts';

export type Reply = APIGatewayProxyStructuredResultV2;

/** A request that the telephone network signed. */
export interface Webhook {
  /** The last part of the path: which step, or whose leg. */
  part: string;
  /** Undefined when the address names none. */
  attempt: AttemptId | undefined;
  callSid: string;
  fields: SignedFields;
  /** Of the address, which is ours: the signature covers it. */
  query: URLSearchParams;
}

export interface WebhookAnswers {
  answer: (webhook: Webhook) => Promise<Reply>;
  /** The reply when `answer` failed. */
  trouble: (webhook: Webhook) => Promise<Reply>;
}

export interface WebhookPorts {
  webhooks: VoiceWebhooks;
  journal: InvocationJournal;
}

/** Whoever did not sign learns nothing, not even why. */
const refused: Reply = { statusCode: 403, body: '' };
/** Nothing can be verified at present; the telephone network asks again. */
const unavailable: Reply = { statusCode: 503, body: '' };

/** The boundary of the functions that the telephone network calls (HTTP API, payload 2.0). */
export function onWebhook(
  ports: WebhookPorts,
  answers: WebhookAnswers,
): (event: APIGatewayProxyEventV2) => Promise<Reply> {
  return (event) => journaled(ports.journal, () => reply(ports, answers, event));
}

async function reply(
  ports: WebhookPorts,
  answers: WebhookAnswers,
  event: APIGatewayProxyEventV2,
): Promise<Reply> {
  let fields: SignedFields | undefined;
  try {
    fields = await ports.webhooks.verify(webhookRequest(event));
  } catch (error) {
    ports.journal.failed(error, {});
    return unavailable;
  }
  if (fields !== undefined) return answerSigned(ports, answers, readWebhook(ports, event, fields));
  ports.journal.count('SignatureRefused');
  return refused;
}

function webhookRequest(event: APIGatewayProxyEventV2): WebhookRequest {
  const { body = '', isBase64Encoded } = event;
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    rawQuery: event.rawQueryString,
    signature: event.headers['x-twilio-signature'],
    body: isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
  };
}

function readWebhook(
  { webhooks }: WebhookPorts,
  { rawPath, rawQueryString }: APIGatewayProxyEventV2,
  fields: SignedFields,
): Webhook {
  const query = new URLSearchParams(rawQueryString);
  const attempt = query.get('attempt') ?? '';
  return {
    part: rawPath.slice(rawPath.lastIndexOf('/') + 1),
    attempt: parseAttemptId(attempt)?.id,
    callSid: webhooks.callSid(fields),
    fields,
    query,
  };
}

async function answerSigned(
  { journal }: WebhookPorts,
  { answer, trouble }: WebhookAnswers,
  webhook: Webhook,
): Promise<Reply> {
  try {
    return await answer(webhook);
  } catch (error) {
    const { attempt, callSid, part } = webhook;
    journal.failed(error, { attempt, callSid, part });
    return trouble(webhook);
  }
}
