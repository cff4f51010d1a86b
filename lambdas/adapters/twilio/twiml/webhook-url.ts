import { type PathOf, repeatRule, type WebhookFunction } from '../../../ports/calls/voice-paths.ts';

/** Where Twilio sends its requests about an attempt. */
export type AttemptPath = PathOf<WebhookFunction, 'attempt'>;

/** Where it goes on with a call that serves no attempt yet, or none any more. */
export type StatePath = PathOf<WebhookFunction, 'state'>;

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
  return `${baseUrl}${path}?${query.join('&')}${repeatRule}`;
}
