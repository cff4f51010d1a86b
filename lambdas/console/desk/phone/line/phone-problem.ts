/** Why the browser phone does not work; said in words where it is shown, in the reader's language. */
export type PhoneProblem =
  | { kind: 'microphone-refused' | 'microphone-missing' }
  /** The telephone network takes the access token no more. */
  | { kind: 'not-admitted' }
  | { kind: 'not-connected' }
  | { kind: 'browser-unfit' }
  /** The server's own words. */
  | { kind: 'said'; sentence: string }
  | { kind: 'unknown'; code: number | undefined };

/** Codes of the Voice SDK: https://www.twilio.com/docs/api/errors, and its `errors/generated.ts`. */
const notAdmitted = new Set([
  20101, 20102, 20103, 20104, 20105, 20106, 20107, 20151, 20157, 31201, 31202, 31203, 31204, 31205,
  31207,
]);
const microphoneRefused = new Set([31208, 31401]);
const microphoneMissing = new Set([31006, 31402]);
/** What the SDK mends by itself: it opens its line again for as long as it takes. */
const notConnected = new Set([
  31000, 31003, 31005, 31009, 31209, 31408, 31480, 53000, 53001, 53405,
]);

export function problemOf(error: unknown): PhoneProblem {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (name === 'NotSupportedError') return { kind: 'browser-unfit' };
  if (typeof code !== 'number') return { kind: 'unknown', code: undefined };
  if (notAdmitted.has(code)) return { kind: 'not-admitted' };
  if (microphoneRefused.has(code)) return { kind: 'microphone-refused' };
  if (microphoneMissing.has(code)) return { kind: 'microphone-missing' };
  return notConnected.has(code) ? { kind: 'not-connected' } : { kind: 'unknown', code };
}
