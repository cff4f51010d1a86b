import DomainModule from 'twilio/lib/base/Domain.js';
import VersionModule from 'twilio/lib/base/Version.js';
import {
  type CallInstance,
  CallListInstance,
  type CallListInstanceCreateOptions,
} from 'twilio/lib/rest/api/v2010/account/call.js';
import type { AttemptId } from '../../domain/attempt/attempt.ts';
import { type Instant, second } from '../../domain/basics/instant.ts';
import type { Dialler, LegNews, OperatorCall, Submission } from '../../ports/calls/dialler.ts';
import { apologyPath, repeatRule } from '../../ports/calls/voice-paths.ts';
import type { Clock } from '../../ports/clock.ts';
import { classifyRefusal } from './classify-refusal.ts';
import { defaultExport } from './default-export.ts';
import type { KnownAccount } from './known-account.ts';
import { legNews } from './leg-news.ts';
import { answerOf, orThrow, orUndefined } from './sdk-answers.ts';
import { TwilioRequests } from './twilio-requests.ts';
import { type AttemptPath, webhookUrl } from './twiml/webhook-url.ts';

const Domain = defaultExport(DomainModule);
const Version = defaultExport(VersionModule);

export interface TwilioDiallerParts {
  account: KnownAccount;
  clock: Pick<Clock, 'now'>;
  /** Twilio's, or what plays its part. */
  apiUrl: string;
  /** Our own address, at which Twilio finds the call flow; no slash at its end. */
  publicBaseUrl: string;
  /** Where apologies stand beside the pages; no slash at its end, absent where nobody serves them. */
  apologyBaseUrl?: string;
}

const callNotInProgress = 21220;
const notFound = 404;

/**
 * Calls by Twilio's REST API. The SDK's call classes over our own `fetch` client: the whole SDK
 * weighs 3.7 MB and takes a quarter of a second to load.
 */
export class TwilioDialler implements Dialler {
  readonly #parts: TwilioDiallerParts;
  readonly #version: InstanceType<typeof Version>;

  constructor(parts: TwilioDiallerParts) {
    this.#parts = parts;
    const domain = new Domain(new TwilioRequests(parts.account) as never, parts.apiUrl);
    this.#version = new Version(domain, '2010-04-01');
  }

  async ring(call: OperatorCall): Promise<Submission> {
    const calls = await this.#calls();
    try {
      const { sid } = await calls.create(this.#order(call));
      return sid ? { kind: 'created', sid } : { kind: 'unknown' };
    } catch (error) {
      return refusalOf(error);
    }
  }

  async leg(sid: string): Promise<LegNews | undefined> {
    const calls = await this.#calls();
    const news = calls
      .get(sid)
      .fetch()
      .then((call) => this.#news(call));
    return orUndefined(news, ({ status }) => status === notFound);
  }

  /** By date of creation; Twilio can only filter by that of dialling. A call that still waits for it is young. */
  async legsTo(address: string, since: Instant): Promise<LegNews[]> {
    const calls = await this.#calls();
    const newest = await orThrow(calls.list({ to: address, limit: 50 }));
    const sinceSecond = Math.floor(since / second) * second;
    return newest
      .filter(({ direction }) => direction === 'outbound-api')
      .map((call) => this.#news(call))
      .filter(({ createdAt }) => createdAt >= sinceSecond);
  }

  async childrenOf(sid: string): Promise<LegNews[]> {
    const calls = await this.#calls();
    const children = await orThrow(calls.list({ parentCallSid: sid, limit: 50 }));
    return children.map((call) => this.#news(call));
  }

  #news(call: CallInstance): LegNews {
    return legNews(call, this.#parts.clock.now());
  }

  async tellWithdrawn(sid: string, attempt: AttemptId): Promise<void> {
    await this.#send(sid, '/voice/withdrawn', attempt);
  }

  async leaveMessage(sid: string, attempt: AttemptId): Promise<void> {
    await this.#send(sid, '/voice/message', attempt);
  }

  async confer(sid: string, attempt: AttemptId): Promise<void> {
    await this.#send(sid, '/voice/conference', attempt);
  }

  async leaveConference(sid: string, attempt: AttemptId): Promise<void> {
    await this.#send(sid, '/voice/left', attempt);
  }

  async #send(sid: string, path: AttemptPath, attempt: AttemptId): Promise<void> {
    const url = webhookUrl(this.#parts.publicBaseUrl, path, { attempt });
    await this.#change(sid, { url, method: 'POST' });
  }

  /** `completed` ends a leg in any state; `canceled` would leave one that was just answered. */
  async hangUp(sid: string): Promise<void> {
    await this.#change(sid, { status: 'completed' });
  }

  async #change(sid: string, to: { url: string; method: string } | { status: 'completed' }) {
    const calls = await this.#calls();
    await orUndefined(
      calls.get(sid).update(to),
      ({ status, code }) => status === notFound || code === callNotInProgress,
    );
  }

  async #calls() {
    const { sid } = await this.#parts.account.current();
    return CallListInstance(this.#version as never, sid);
  }

  #apology(language: OperatorCall['language']): Partial<CallListInstanceCreateOptions> {
    const { apologyBaseUrl } = this.#parts;
    if (apologyBaseUrl === undefined) return {};
    const fallbackUrl = `${apologyBaseUrl}${apologyPath(language)}${repeatRule}`;
    return { fallbackUrl, fallbackMethod: 'GET' };
  }

  /** No `answered` event: the answer arrives as the request for `/voice/operator`. */
  #order({
    attempt,
    to,
    from,
    ringSeconds,
    isWatched,
    language,
  }: OperatorCall): CallListInstanceCreateOptions {
    const { publicBaseUrl } = this.#parts;
    return {
      to,
      from,
      timeout: ringSeconds,
      url: webhookUrl(publicBaseUrl, '/voice/operator', { attempt }),
      method: 'POST',
      ...this.#apology(language),
      statusCallback: webhookUrl(publicBaseUrl, '/events/operator', { attempt }),
      statusCallbackMethod: 'POST',
      statusCallbackEvent: isWatched ? ['ringing', 'completed'] : ['completed'],
    };
  }
}

function refusalOf(error: unknown): Submission {
  const { status, code } = answerOf(error);
  const found = classifyRefusal(status, code);
  return found === 'unknown'
    ? { kind: 'unknown' }
    : { kind: 'refused', class: found, code: code ?? status ?? 0 };
}
