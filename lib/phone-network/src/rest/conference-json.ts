import type { Conference, Participant } from '../conferences/conference.ts';
import { apiVersion, rfc2822 } from '../webhooks/call-parameters.ts';

/** A conference as Twilio's REST API shows it. */
export function conferenceJson(accountSid: string, conference: Conference): object {
  const { sid, name, status, createdAt, updatedAt, ended } = conference;
  const path = pathOf(accountSid, sid);
  return {
    sid,
    account_sid: accountSid,
    friendly_name: name,
    status,
    region: 'us1',
    reason_conference_ended: ended?.reason ?? null,
    call_sid_ending_conference: ended?.by ?? null,
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(updatedAt),
    api_version: apiVersion,
    uri: `${path}.json`,
    subresource_uris: { participants: `${path}/Participants.json` },
  };
}

export function participantJson(
  accountSid: string,
  { sid, createdAt, updatedAt }: Conference,
  participant: Participant,
): object {
  const { leg, label, isMuted, holdMusic, startsConference, endsConference } = participant;
  return {
    account_sid: accountSid,
    call_sid: leg.record.sid,
    conference_sid: sid,
    label,
    muted: isMuted,
    hold: holdMusic !== null,
    coaching: false,
    call_sid_to_coach: null,
    start_conference_on_enter: startsConference,
    end_conference_on_exit: endsConference,
    status: 'connected',
    queue_time: '0',
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(updatedAt),
    uri: `${pathOf(accountSid, sid)}/Participants/${leg.record.sid}.json`,
  };
}

function pathOf(accountSid: string, sid: string): string {
  return `/${apiVersion}/Accounts/${accountSid}/Conferences/${sid}`;
}
