import { randomUUID } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { Clock } from '../base/clock.ts';
import type { HttpMethod } from '../legs/leg-record.ts';
import {
  type ConnectionOverrides,
  parseConnectionOverrides,
  type RetryCause,
} from './connection-overrides.ts';
import { type HttpAnswer, HttpConnections, type HttpFailure } from './http-exchange.ts';

export interface Webhook {
  /** As given to Twilio, fragment included. */
  url: string;
  method: HttpMethod;
  parameters: Record<string, string>;
}

export type WebhookResult = HttpAnswer | HttpFailure | TooManyRedirects;
type TooManyRedirects = { kind: 'failed'; cause: 'redirects'; message: string };

const mostRedirects = 10;

/**
 * Sends webhooks as Twilio does: signed, form-encoded, tried again only when the connection failed unless the URL's
 * fragment says otherwise, and with one time limit over all tries.
 */
export class WebhookSender {
  readonly #authToken: string;
  readonly #clock: Clock;
  readonly #connections: HttpConnections;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(authToken: string, clock: Clock) {
    this.#authToken = authToken;
    this.#clock = clock;
    this.#connections = new HttpConnections(clock);
  }

  /** Never rejects. */
  send(webhook: Webhook): Promise<WebhookResult> {
    const sending = this.#sendWithRetries(webhook);
    this.#underWay.add(sending);
    return sending.finally(() => this.#underWay.delete(sending));
  }

  /** Resolves when no webhook is under way and what their answers led to has been done. */
  async settled(): Promise<void> {
    do {
      await Promise.allSettled(this.#underWay);
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.#underWay.size > 0);
  }

  close(): void {
    this.#connections.close();
  }

  async #sendWithRetries(webhook: Webhook): Promise<WebhookResult> {
    const overrides = parseConnectionOverrides(webhook.url);
    const deadline = this.#clock.now() + overrides.totalMilliseconds;
    const token = randomUUID();
    for (let retriesLeft = overrides.retries; ; retriesLeft -= 1) {
      const result = await this.#follow(webhook, { overrides, deadline, token });
      const cause = retryCause(result);
      const mayRetry = retriesLeft > 0 && cause !== undefined && overrides.retryOn.has(cause);
      if (!mayRetry || this.#clock.now() >= deadline) return result;
    }
  }

  async #follow(webhook: Webhook, attempt: Attempt): Promise<WebhookResult> {
    let current = webhook;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const result = await this.#request(current, attempt);
      if (result.kind === 'failed' || !isRedirect(result)) return result;
      const url = new URL(result.location, current.url).href;
      const isRepeated = result.status === 307 || result.status === 308;
      current = isRepeated ? { ...current, url } : { url, method: 'GET', parameters: {} };
    }
    return { kind: 'failed', cause: 'redirects', message: `more than ${mostRedirects} redirects` };
  }

  #request(
    webhook: Webhook,
    { overrides, deadline, token }: Attempt,
  ): Promise<HttpAnswer | HttpFailure> {
    const timeLeft = Math.max(deadline - this.#clock.now(), 0);
    const form = new URLSearchParams(webhook.parameters).toString();
    const url = requestedUrl(webhook, form);
    const isPost = webhook.method === 'POST';
    const signed = isPost ? webhook.parameters : {};
    return this.#connections.request({
      url,
      method: webhook.method,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'User-Agent': 'TwilioProxy/1.1',
        Accept: '*/*',
        'X-Twilio-Signature': getExpectedTwilioSignature(this.#authToken, url, signed),
        'I-Twilio-Idempotency-Token': token,
        ...(isPost && { 'Content-Length': String(Buffer.byteLength(form)) }),
      },
      body: isPost ? form : undefined,
      connectMilliseconds: Math.min(overrides.connectMilliseconds, timeLeft),
      readMilliseconds: Math.min(overrides.readMilliseconds, timeLeft),
    });
  }
}

interface Attempt {
  overrides: ConnectionOverrides;
  deadline: number;
  token: string;
}

/** The exact URL on the wire, which is also the one that is signed. */
function requestedUrl({ url, method }: Webhook, form: string): string {
  const withoutFragment = url.split('#')[0] ?? '';
  if (method === 'POST' || form === '') return withoutFragment;
  return `${withoutFragment}${withoutFragment.includes('?') ? '&' : '?'}${form}`;
}

function isRedirect(answer: HttpAnswer): answer is HttpAnswer & { location: string } {
  return answer.status >= 300 && answer.status < 400 && answer.location !== undefined;
}

function retryCause(result: WebhookResult): RetryCause | undefined {
  if (result.kind === 'failed') return result.cause === 'redirects' ? undefined : result.cause;
  if (result.status >= 500) return '5xx';
  return result.status >= 400 ? '4xx' : undefined;
}
