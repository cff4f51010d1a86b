import type { RefusalClass } from '../../domain/attempt/attempt.ts';

/** The account's limits on calls at the same time; an older and a newer code. */
const tooManyCalls = new Set([10004, 86008]);

/** The number that was to be called cannot or must not be: malformed, unreachable, premium, blocked. */
const badNumber = new Set([21202, 21211, 21214, 21216, 21217, 32009]);

const timeout = 408;
const tooManyRequests = 429;

/**
 * What an error answer to `POST /Calls` means for the next try; `unknown` when the call may exist.
 * Creating is not idempotent at Twilio, so only a clear no is one. A clear no that nobody listed
 * stops: it is more likely our credentials, settings or a mistake of ours than the one number.
 *
 * @param status the HTTP status, undefined when there was no answer
 * @param code Twilio's error code, undefined when the body was not Twilio's
 */
export function classifyRefusal(
  status: number | undefined,
  code: number | undefined,
): RefusalClass | 'unknown' {
  if (status === undefined || status < 400 || status >= 500 || status === timeout) return 'unknown';
  if (code !== undefined && tooManyCalls.has(code)) return 'wait';
  if (status === tooManyRequests) return 'retry';
  return code !== undefined && badNumber.has(code) ? 'number' : 'stop';
}
