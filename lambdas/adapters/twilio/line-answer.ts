import type { LegEnd, LineRefusal, RefusalClass } from '../../domain/attempt/facts.ts';
import { refusalCodes } from './refusal-codes.ts';

/** What a line or a carrier answers to a call (RFC 3261, section 21). */
const sip = {
  notFound: 404,
  temporarilyUnavailable: 480,
  addressIncomplete: 484,
  busyHere: 486,
  busyEverywhere: 600,
  decline: 603,
  doesNotExistAnywhere: 604,
} as const;

const noSuchNumber: ReadonlySet<number> = new Set([
  sip.notFound,
  sip.addressIncomplete,
  sip.doesNotExistAnywhere,
]);
const busy: ReadonlySet<number> = new Set([sip.busyHere, sip.busyEverywhere]);

/** Whose an error of a dialled leg is, where its callback names one. */
const becauseOf: Partial<Record<RefusalClass, LineRefusal['because']>> = {
  number: 'no-such-number',
  permission: 'our-account',
  wait: 'our-account',
  stop: 'our-account',
  request: 'our-account',
};

export interface LineEnd {
  as: LegEnd;
  refused?: LineRefusal;
}

/**
 * How a dialled leg ended. Twilio's status is coarse: `failed` is a number that does not exist as well as
 * a carrier without a line; the line's own answer says which.
 */
export function lineEnd(
  status: LegEnd,
  answer: { sip: number | undefined; code: number | undefined },
): LineEnd {
  if (status === 'completed' || status === 'canceled') return { as: status };
  const refused = refusalOf(answer);
  if (refused !== undefined) return { as: status, refused };
  if (answer.sip === undefined) return { as: status };
  if (busy.has(answer.sip)) return { as: 'busy' };
  return { as: answer.sip === sip.temporarilyUnavailable ? 'no-answer' : status };
}

function refusalOf({
  sip: answered,
  code,
}: Parameters<typeof lineEnd>[1]): LineRefusal | undefined {
  const because = code && becauseOf[refusalCodes.get(code) ?? 'unlisted'];
  if (because) return { because, code };
  if (answered === sip.decline) return { because: 'declined', sip: answered };
  const isUnknown = answered !== undefined && noSuchNumber.has(answered);
  return isUnknown ? { because: 'no-such-number', sip: answered } : undefined;
}
