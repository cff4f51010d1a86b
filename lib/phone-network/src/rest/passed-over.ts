import type { DebugLog } from '../base/debug-log.ts';

/** https://www.twilio.com/docs/api/errors/20001: a parameter that Twilio does not know is passed over. */
const unknownParameter = 20001;

/** Says of which parameters nothing becomes here. Ranges of instants are written `StartTime<`. */
export function warnOfPassedOver(
  debugLog: DebugLog,
  { path, given, known }: { path: string; given: URLSearchParams; known: readonly string[] },
): void {
  const names = new Set([...given.keys()].map((it) => it.replace(/[<>]$/, '')));
  for (const name of names) {
    if (known.includes(name)) continue;
    const message = `${name} of ${path} is not played`;
    debugLog.add({ code: unknownParameter, message, callSid: '', url: path });
  }
}

/** Of every list. */
export const pageParameters = ['Page', 'PageSize', 'PageToken'];
