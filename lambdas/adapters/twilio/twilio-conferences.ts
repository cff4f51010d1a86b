import type { AttemptId } from '../../domain/attempt/attempt.ts';
import type { Conferences } from '../../ports/calls/conferences.ts';
import type { TwilioDiallerParts } from './twilio-dialler.ts';
import { type SdkResponse, TwilioRequests } from './twilio-requests.ts';

export type TwilioConferencesParts = Pick<TwilioDiallerParts, 'account' | 'apiUrl'>;

const notFound = 404;
const firstRefusal = 400;

/**
 * By name, since only callbacks tell a conference's SID and they may be lost. Two requests written out: the
 * SDK's classes for them bring those of recordings along, 70 kB.
 * https://www.twilio.com/docs/voice/api/conference-participant-resource
 */
export class TwilioConferences implements Conferences {
  readonly #parts: TwilioConferencesParts;
  readonly #requests: TwilioRequests;

  constructor(parts: TwilioConferencesParts) {
    this.#parts = parts;
    this.#requests = new TwilioRequests(parts.account);
  }

  hold(attempt: AttemptId, leg: string, music: string | undefined): Promise<boolean> {
    const file = music === undefined ? {} : { HoldUrl: music, HoldMethod: 'GET' };
    return this.#change(attempt, leg, { Hold: true, ...file });
  }

  resume(attempt: AttemptId, leg: string): Promise<boolean> {
    return this.#change(attempt, leg, { Hold: false });
  }

  async #change(attempt: AttemptId, leg: string, data: object): Promise<boolean> {
    const { sid } = await this.#parts.account.current();
    const all = `${this.#parts.apiUrl}/2010-04-01/Accounts/${sid}/Conferences`;
    const params = { FriendlyName: attempt, Status: 'in-progress', PageSize: 1 };
    const found = await this.#requests.request({ method: 'GET', uri: `${all}.json`, params });
    const conference = first(answered(found));
    if (conference === undefined) return false;
    const uri = `${all}/${conference}/Participants/${leg}.json`;
    const changed = await this.#requests.request({ method: 'POST', uri, data: { ...data } });
    return changed.statusCode !== notFound && answered(changed) !== undefined;
  }
}

/** Twilio's own sentences may quote phone numbers, so they are left out: errors end up in the log. */
function answered({ statusCode, body }: SdkResponse): unknown {
  if (statusCode < firstRefusal) return body;
  throw new Error(`Twilio answered HTTP ${statusCode} for a conference`);
}

function first(list: unknown): string | undefined {
  const { conferences = [] } = list as { conferences?: { sid: string }[] };
  return conferences[0]?.sid;
}
