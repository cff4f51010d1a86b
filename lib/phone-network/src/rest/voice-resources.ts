import { randomBytes } from 'node:crypto';
import type { AccountResource, ResourceFields } from '../account/account-resource.ts';
import { apiVersion } from '../webhooks/call-parameters.ts';
import type { AccountState, ResourceDefinition } from './resource-definition.ts';
import {
  booleanField,
  defaultsOf,
  type FieldRules,
  methodField,
  nameField,
  sidField,
  urlField,
} from './resource-fields.ts';
import { badRequest, type Refusal } from './twilio-refusal.ts';

/** https://www.twilio.com/docs/api/errors */
const invalidUrl = 21402;
const invalidMethod = 21403;
const invalidApplication = 21218;

const voiceFields: FieldRules = {
  FriendlyName: nameField(),
  VoiceUrl: urlField('voice_url', invalidUrl),
  VoiceMethod: methodField('voice_method', invalidMethod),
  VoiceFallbackUrl: urlField('voice_fallback_url', invalidUrl),
  VoiceFallbackMethod: methodField('voice_fallback_method', invalidMethod),
  StatusCallback: urlField('status_callback', invalidUrl),
  StatusCallbackMethod: methodField('status_callback_method', invalidMethod),
  VoiceCallerIdLookup: booleanField('voice_caller_id_lookup'),
};

const numberFields: FieldRules = {
  ...voiceFields,
  VoiceApplicationSid: sidField('voice_application_sid'),
  TrunkSid: sidField('trunk_sid'),
};

/** The account's numbers. This network sells none. */
export const numberResource: ResourceDefinition = {
  kind: 'number',
  path: '/IncomingPhoneNumbers',
  list: 'incoming_phone_numbers',
  fields: numberFields,
  lacks: ['create', 'delete'],
  check: checkApplication,
  /** A trunk and an application exclude each other: the one that is set deletes the other. */
  follows: ({ voice_application_sid: app, trunk_sid: trunk }) => ({
    ...(app && { trunk_sid: null }),
    ...(trunk && { voice_application_sid: null }),
  }),
  filters: {
    FriendlyName: isNamed,
    PhoneNumber: ({ fields }, wanted) => matches(String(fields.phone_number), wanted),
  },
  json: (resource, path) => ({
    ...inAccount(path),
    ...defaultsOf(numberFields),
    ...resource.fields,
    origin: 'twilio',
    beta: false,
    capabilities: { voice: true, sms: true, mms: false, fax: false },
    voice_receive_mode: 'voice',
    status: 'in-use',
  }),
};

export const applicationResource: ResourceDefinition = {
  kind: 'application',
  path: '/Applications',
  list: 'applications',
  fields: voiceFields,
  filters: { FriendlyName: isNamed },
  json: (resource, path) => ({
    ...inAccount(path),
    ...defaultsOf(voiceFields),
    ...resource.fields,
    public_application_connect_enabled: false,
  }),
};

/** API keys. Their secret is shown when they are made, and never again. */
export const keyResource: ResourceDefinition = {
  kind: 'key',
  path: '/Keys',
  list: 'keys',
  fields: { FriendlyName: nameField() },
  made: () => ({ fields: { secret: randomBytes(16).toString('hex') } }),
  json: ({ fields }) => ({ friendly_name: fields.friendly_name }),
  secrets: ({ fields }) => ({ secret: fields.secret }),
};

function checkApplication(
  { voice_application_sid: app }: ResourceFields,
  { resources }: AccountState,
): Refusal | undefined {
  if (!app || resources.find('application', String(app))) return undefined;
  return badRequest(invalidApplication, `VoiceApplicationSid ${app} is not valid`);
}

function isNamed({ fields }: AccountResource, wanted: string): boolean {
  return fields.friendly_name === wanted;
}

/** Part of a number, `*` standing for any digit. */
function matches(number: string, wanted: string): boolean {
  const pattern = wanted.replace(/[^\d*]/g, '').replaceAll('*', '\\d');
  return new RegExp(pattern).test(number);
}

function inAccount(path: string): Record<string, unknown> {
  const accountSid = /\/Accounts\/([^/]+)\//.exec(path)?.[1];
  return { account_sid: accountSid, api_version: apiVersion, uri: `${path}.json` };
}
