import type { PathOf, WebhookFunction } from '../../../ports/voice-paths.ts';

/** Where Twilio sends its requests about an attempt. */
export type AttemptPath = PathOf<WebhookFunction, 'attempt'>;

/** Where it goes on with a call that serves no attempt yet, or none any more. */
export type StatePath = PathOf<WebhookFunction, 'state'>;

/**
 * Connection overrides: up to two repeats when no answer comes within 4 s, or a 5xx. Without them
 * Twilio repeats only a connection that failed. All tries together have 15 s. Every webhook of
 * ours may be repeated: it means the same the second time.
 */
const repeats = 'rc=2&rt=4000&rp=ct,rt,5xx';

/**
 * @param baseUrl the public address, without a slash at its end
 * @param state what the request is about, in characters that need no encoding
 */
export function webhookUrl(
  baseUrl: string,
  path: AttemptPath | StatePath,
  state: Readonly<Record<string, string | number>>,
): string {
  const query = Object.entries(state).map(([name, value]) => `${name}=${value}`);
  return `${baseUrl}${path}?${query.join('&')}#${repeats}`;
}
