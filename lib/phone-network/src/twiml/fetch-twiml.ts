import { pause } from '../base/clock.ts';
import type { TwimlSource } from '../legs/leg-record.ts';
import { callParameters } from '../webhooks/call-parameters.ts';
import type { HttpAnswer } from '../webhooks/http-exchange.ts';
import type { Webhook, WebhookResult } from '../webhooks/webhook-sender.ts';
import type { Scene } from './scene.ts';
import { parseTwiml, type TwimlElement } from './twiml-document.ts';
import { TwimlError, twimlErrors } from './twiml-error.ts';

const longestTwiml = 65_536;
const twimlTypes = ['text/xml', 'application/xml', 'text/html'];

type Asking = Pick<Scene, 'network' | 'leg' | 'signal'>;

/** The verbs of a document. Throws TwimlError when there is none to be had, Interrupted when nobody waits any more. */
export async function fetchTwiml(asking: Asking, source: TwimlSource): Promise<TwimlElement[]> {
  if ('twiml' in source) return parseTwiml(source.twiml);
  const result = await requestTwiml(asking, source);
  asking.signal.throwIfAborted();
  if (result.kind === 'failed') throw new TwimlError(failureCodes[result.cause], result.message);
  return readTwiml(result);
}

const failureCodes = {
  ct: twimlErrors.connection,
  rt: twimlErrors.retrieval,
  redirects: twimlErrors.redirects,
} as const;

async function requestTwiml(
  { network, leg, signal }: Asking,
  source: Exclude<TwimlSource, { twiml: string }>,
): Promise<WebhookResult> {
  const parameters = { ...callParameters(network.accountSid, leg.record), ...source.parameters };
  const webhook: Webhook = { url: source.url, method: source.method, parameters };
  const fate = network.faults.fateOf('webhooks', leg.record, leg.record.status);
  if (fate.delayMilliseconds > 0) await pause(network.clock, fate.delayMilliseconds, signal);
  if (fate.copies === 0)
    return { kind: 'failed', cause: 'ct', message: 'the request was lost on purpose' };
  const [first] = Array.from({ length: fate.copies }, () => network.sender.send(webhook));
  return first as Promise<WebhookResult>;
}

function readTwiml({ status, contentType, body }: HttpAnswer): TwimlElement[] {
  if (status >= 400) throw new TwimlError(twimlErrors.retrieval, `HTTP ${status}`);
  if (!contentType) throw new TwimlError(twimlErrors.retrieval, 'the answer has no Content-Type');
  if (Buffer.byteLength(body) > longestTwiml)
    throw new TwimlError(twimlErrors.tooLong, 'TwiML over 64 kB');
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (twimlTypes.includes(type)) return parseTwiml(body);
  if (type === 'text/plain') return readPlainText(body);
  if (type.startsWith('audio/')) return [{ name: 'Play', attributes: {}, children: [type] }];
  throw new TwimlError(twimlErrors.contentType, `Content-Type ${type} is not TwiML; send text/xml`);
}

/** Plain text runs if it is TwiML, and is read aloud otherwise. */
function readPlainText(body: string): TwimlElement[] {
  try {
    return parseTwiml(body);
  } catch {
    return [{ name: 'Say', attributes: {}, children: [body] }];
  }
}
