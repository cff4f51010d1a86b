import { numberSid } from '../account/number-sid.ts';
import { type LegRecord, secondsTalked } from '../legs/leg-record.ts';
import { apiVersion, rfc2822 } from '../webhooks/call-parameters.ts';

const subresources = [
  'events',
  'notifications',
  'payments',
  'recordings',
  'siprec',
  'streams',
  'transcriptions',
  'user_defined_message_subscriptions',
  'user_defined_messages',
];

/**
 * A call as Twilio's REST API shows it. While it waits in the queue it has no dates: so answers to `POST
 * /Calls` were seen; that a GET shows the same is assumed.
 */
export function callJson(accountSid: string, leg: LegRecord): Record<string, unknown> {
  const isQueued = leg.dialledAt === null && leg.endedAt === null;
  const path = `/${apiVersion}/Accounts/${accountSid}/Calls/${leg.sid}`;
  return {
    sid: leg.sid,
    account_sid: accountSid,
    parent_call_sid: leg.parentSid,
    to: leg.to,
    to_formatted: formatted(leg.to),
    from: leg.from,
    from_formatted: formatted(leg.from),
    phone_number_sid: phoneNumberSid(leg),
    status: leg.status,
    start_time: dateOrNull(leg.dialledAt),
    end_time: dateOrNull(leg.endedAt),
    duration: leg.endedAt === null ? null : (secondsTalked(leg, leg.endedAt)?.toString() ?? null),
    price: null,
    price_unit: 'USD',
    direction: leg.direction,
    answered_by: null,
    api_version: apiVersion,
    annotation: null,
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: '0',
    trunk_sid: null,
    uri: `${path}.json`,
    date_created: isQueued ? null : rfc2822(leg.createdAt),
    date_updated: isQueued ? null : rfc2822(leg.updatedAt),
    subresource_uris: Object.fromEntries(
      subresources.map((name) => [name, `${path}/${pascalCase(name)}.json`]),
    ),
  };
}

function dateOrNull(instant: number | null): string | null {
  return instant === null ? null : rfc2822(instant);
}

/** `(202) 555-0142` for North America; everything else as it is. */
function formatted(address: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(address);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : address;
}

/** Browser and SIP phones call no number of the account, whatever they dial. */
function phoneNumberSid({ direction, from, to }: LegRecord): string | null {
  const own = direction === 'inbound' ? to : from;
  const isNumber = own.startsWith('+') && (direction !== 'inbound' || from.startsWith('+'));
  return isNumber ? numberSid(own) : null;
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
