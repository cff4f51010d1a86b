import type { RefusalClass } from '../../domain/attempt/attempt.ts';

/** The account's limits on calls at the same time; an older and a newer code. */
const tooManyCalls = new Set([10004, 86008]);

/** The number that was to be called cannot or must not be: malformed, unreachable, premium, blocked. */
const badNumber = new Set([21202, 21211, 21214, 21216, 21217, 32009]);

/** The account may not call this number: abroad, its country, or on trial none that was not verified. */
const noPermission = new Set([21203, 21215, 21219, 573005]);

/** The account, its credentials or the caller ID: no call can be made with them. */
const ownFault = new Set([10001, 10005, 20003, 20005, 20403, 20404, 21210, 21212, 21213]);
const unauthorized = new Set([401, 403]);

const timeout = 408;
const tooManyRequests = 429;

/**
 * What an error answer to `POST /Calls` means for the next try; `unknown` when the call may exist.
 * Creating is not idempotent at Twilio, so only a clear no is one. A clear no that nobody listed is
 * taken for the one call's: what is wrong with one operator's number must not stop the others.
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
  if (code !== undefined && badNumber.has(code)) return 'number';
  if (code !== undefined && noPermission.has(code)) return 'permission';
  const isOwnFault = unauthorized.has(status) || (code !== undefined && ownFault.has(code));
  return isOwnFault ? 'stop' : 'unlisted';
}
