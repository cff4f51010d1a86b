import type { ResourceFields } from '../account/account-resource.ts';
import { addressKind } from '../base/address.ts';
import type { AccountState, ResourceDefinition } from './resource-definition.ts';
import { textField } from './resource-fields.ts';
import { badRequest, type Refusal } from './twilio-refusal.ts';

/** https://www.twilio.com/docs/api/errors */
const noBody = 21602;
const noFrom = 21603;
const noTo = 21604;
const invalidTo = 21211;
const notOurs = 21606;
const notPermitted = 21408;
const tooLong = 21617;

const mostCharacters = 1600;

/** Texts (SMS): they arrive at once, and nobody answers them. */
export const messageResource: ResourceDefinition = {
  kind: 'message',
  path: '/Messages',
  list: 'messages',
  fields: { To: textField('to', ''), From: textField('from', ''), Body: textField('body', '') },
  lacks: ['update', 'delete'],
  check: checkMessage,
  filters: {
    To: ({ fields }, wanted) => fields.to === wanted,
    From: ({ fields }, wanted) => fields.from === wanted,
  },
  json: ({ fields, createdAt }, path, { accountSid }) => ({
    ...fields,
    account_sid: accountSid,
    api_version: '2010-04-01',
    date_sent: new Date(createdAt).toUTCString(),
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    messaging_service_sid: null,
    num_media: '0',
    num_segments: String(segmentsOf(String(fields.body))),
    price: null,
    price_unit: null,
    status: 'queued',
    subresource_uris: { media: `${path}/Media.json` },
    uri: `${path}.json`,
  }),
};

function checkMessage(
  { to, from, body }: ResourceFields,
  { resources, settings }: AccountState,
): Refusal | undefined {
  if (!to) return badRequest(noTo, "A 'To' phone number is required.");
  if (!from) return badRequest(noFrom, "A 'From' phone number is required.");
  if (!body) return badRequest(noBody, 'Message body is required.');
  if (addressKind(String(to)) !== 'phone')
    return badRequest(invalidTo, `Invalid 'To' Phone Number: ${to}`);
  if (String(body).length > mostCharacters)
    return badRequest(tooLong, `The message body exceeds the ${mostCharacters} character limit.`);
  const isOurs = resources.all('number').some(({ fields }) => fields.phone_number === from);
  if (!isOurs)
    return badRequest(notOurs, `The 'From' phone number ${from} is no number of this account.`);
  const isBlocked = settings.blockedPrefixes.some((prefix) => String(to).startsWith(prefix));
  return isBlocked
    ? badRequest(notPermitted, `Permission to send an SMS to ${to} has not been enabled.`)
    : undefined;
}

/** A long text goes in parts: of 67 characters in Unicode, and of 153 in the telephone's own alphabet. */
function segmentsOf(body: string): number {
  const isPlain = /^[\n\r -~£¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà€]*$/.test(body);
  const [alone, part] = isPlain ? [160, 153] : [70, 67];
  return body.length <= alone ? 1 : Math.ceil(body.length / part);
}
