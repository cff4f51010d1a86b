import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type AttemptId, parseAttemptId } from '../../domain/attempt/attempt.ts';
import { type PathOf, pathOf, type WebhookFunction } from '../../ports/calls/voice-paths.ts';
import type {
  SignedFields,
  VoiceWebhooks,
  WebhookRequest,
} from '../../ports/calls/voice-webhooks.ts';
import { type Invocation, type InvocationJournal, journaled } from './invocation-journal.ts';

export type Reply = APIGatewayProxyStructuredResultV2;

/** A request that the telephone network signed. */
export interface Webhook<Path extends string = string> {
  path: Path;
  /** Undefined when the address names none. */
  attempt: AttemptId | undefined;
  callSid: string;
  fields: SignedFields;
  /** Of the address, which is ours: the signature covers it. */
  query: URLSearchParams;
}

export interface WebhookAnswers<F extends WebhookFunction> {
  fn: F;
  answer: (webhook: Webhook<PathOf<F>>) => Promise<Reply>;
  /** The reply to a path that is none of the function's webhooks. */
  unknown: (webhook: Webhook) => Promise<Reply>;
  /** The reply when `answer` failed. */
  trouble: (webhook: Webhook) => Promise<Reply>;
}

export interface WebhookPorts {
  webhooks: VoiceWebhooks;
  journal: InvocationJournal;
}

/** Whoever did not sign learns nothing, not even why. */
const refused: Reply = { statusCode: 403, body: '' };
/** The telephone network sends some forty short fields. */
const tooLarge: Reply = { statusCode: 413, body: '' };
/** Nothing can be verified at present; the telephone network asks again. */
const unavailable: Reply = { statusCode: 503, body: '' };

/** The boundary of the functions that the telephone network calls (HTTP API, payload 2.0). */
export function onWebhook<F extends WebhookFunction>(
  ports: WebhookPorts,
  answers: WebhookAnswers<F>,
): (event: APIGatewayProxyEventV2, invocation?: Invocation) => Promise<Reply> {
  return (event, invocation) =>
    journaled(ports.journal, () => reply(ports, answers, event), invocation);
}

async function reply<F extends WebhookFunction>(
  ports: WebhookPorts,
  answers: WebhookAnswers<F>,
  event: APIGatewayProxyEventV2,
): Promise<Reply> {
  if (isTooLarge(event)) return tooLarge;
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

const mostCharacters = 64_000;
const mostQueryCharacters = 4_000;
const mostFields = 300;

/** Asked before anything is parsed: what strangers send must not take long. */
function isTooLarge(event: APIGatewayProxyEventV2): boolean {
  const { body = '', rawQueryString } = event;
  if (body.length > mostCharacters || rawQueryString.length > mostQueryCharacters) return true;
  return formOf(event).split('&', mostFields + 1).length > mostFields;
}

function formOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

function webhookRequest(event: APIGatewayProxyEventV2): WebhookRequest {
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    rawQuery: event.rawQueryString,
    signature: event.headers['x-twilio-signature'],
    body: formOf(event),
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
    path: rawPath,
    attempt: parseAttemptId(attempt)?.id,
    callSid: webhooks.callSid(fields),
    fields,
    query,
  };
}

async function answerSigned<F extends WebhookFunction>(
  { journal }: WebhookPorts,
  { fn, answer, unknown, trouble }: WebhookAnswers<F>,
  webhook: Webhook,
): Promise<Reply> {
  const { attempt, callSid } = webhook;
  try {
    const path = pathOf(fn, webhook.path);
    if (path !== undefined) return await answer({ ...webhook, path });
    journal.count('UnknownWebhook');
    journal.note('unknown webhook', { attempt, callSid, path: webhook.path });
    return await unknown(webhook);
  } catch (error) {
    journal.failed(error, { attempt, callSid, path: webhook.path });
    return trouble(webhook);
  }
}
