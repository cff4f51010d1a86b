import type { AttemptId } from '../../domain/attempt.ts';

/** Where Twilio sends its requests, all of them about one attempt. */
export type WebhookPath =
  | '/voice/operator'
  | '/voice/ready'
  | '/voice/customer'
  | '/voice/after'
  | '/voice/withdrawn'
  | '/voice/fallback'
  | '/events/operator'
  | '/events/customer';

/**
 * Connection overrides: up to two repeats when no answer comes within 4 s, or a 5xx. Without them
 * Twilio repeats only a connection that failed. All tries together have 15 s. Every webhook of
 * ours may be repeated: it means the same the second time.
 */
const repeats = 'rc=2&rt=4000&rp=ct,rt,5xx';

/** @param baseUrl the public address, without a slash at its end */
export function webhookUrl(baseUrl: string, path: WebhookPath, attempt: AttemptId): string {
  return `${baseUrl}${path}?attempt=${attempt}#${repeats}`;
}
