import type { RefusalClass } from '../../domain/attempt/facts.ts';
import { refusalCodes } from './refusal-codes.ts';

const unauthorized = new Set([401, 403]);
const timeout = 408;
const tooManyRequests = 429;

/**
 * What an error answer to `POST /Calls` means for the next try; `unknown` when the call may exist.
 * Creating is not idempotent at Twilio, so only a clear no is one. A clear no that nobody sorted is
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
  const sorted = code === undefined ? undefined : refusalCodes.get(code);
  if (sorted === 'wait') return 'wait';
  if (status === tooManyRequests) return 'retry';
  return sorted ?? (unauthorized.has(status) ? 'stop' : 'unlisted');
}
