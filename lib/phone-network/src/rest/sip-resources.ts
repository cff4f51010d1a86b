import type { AccountResource, ResourceFields, ResourceKind } from '../account/account-resource.ts';
import { apiVersion } from '../webhooks/call-parameters.ts';
import type { AccountState, ResourceDefinition } from './resource-definition.ts';
import {
  booleanField,
  defaultsOf,
  type FieldRules,
  methodField,
  nameField,
  textField,
  urlField,
} from './resource-fields.ts';
import { badRequest, notFound, type Refusal } from './twilio-refusal.ts';

/** https://www.twilio.com/docs/api/errors */
const invalidDomain = 21232;
const wrongParameter = 21231;
const invalidParameter = 20001;

const domainFields: FieldRules = {
  DomainName: { name: 'domain_name', read: (value) => value.toLowerCase() },
  FriendlyName: nameField(),
  VoiceUrl: urlField('voice_url', wrongParameter),
  VoiceMethod: methodField('voice_method', wrongParameter),
  VoiceFallbackUrl: urlField('voice_fallback_url', wrongParameter),
  VoiceFallbackMethod: methodField('voice_fallback_method', wrongParameter),
  VoiceStatusCallbackUrl: urlField('voice_status_callback_url', wrongParameter),
  VoiceStatusCallbackMethod: methodField('voice_status_callback_method', wrongParameter),
  SipRegistration: booleanField('sip_registration'),
  Secure: booleanField('secure'),
};

/** Where desk phones belong. A name is given once in the world. */
export const sipDomainResource: ResourceDefinition = {
  kind: 'sip-domain',
  path: '/SIP/Domains',
  list: 'domains',
  fields: domainFields,
  check: checkDomainName,
  json: (resource, path, { resources }) => ({
    ...inAccount(path),
    ...defaultsOf(domainFields),
    ...resource.fields,
    api_version: apiVersion,
    auth_type: resources.all('calls-mapping', resource.sid).length > 0 ? 'CREDENTIAL_LIST' : '',
    emergency_calling_enabled: false,
    subresource_uris: { credential_list_mappings: `${path}/CredentialListMappings.json` },
  }),
};

export const credentialListResource: ResourceDefinition = {
  kind: 'credential-list',
  path: '/SIP/CredentialLists',
  list: 'credential_lists',
  fields: { FriendlyName: textField('friendly_name') },
  json: ({ fields }, path) => ({
    ...inAccount(path),
    friendly_name: fields.friendly_name,
    subresource_uris: { credentials: `${path}/Credentials.json` },
  }),
};

/** Its password is never shown. */
export const credentialResource: ResourceDefinition = {
  kind: 'credential',
  path: '/SIP/CredentialLists/:parent/Credentials',
  parentKind: 'credential-list',
  list: 'credentials',
  fields: {
    Username: { name: 'username', check: checkUsername },
    Password: { name: 'password', check: checkPassword },
  },
  json: ({ parent, fields }, path) => ({
    ...inAccount(path),
    credential_list_sid: parent,
    username: fields.username,
  }),
};

export const callsMappingResource = mapping('calls-mapping', 'Calls');
export const registrationsMappingResource = mapping('registrations-mapping', 'Registrations');

/** Which credentials a domain takes calls, or registrations, from. */
function mapping(kind: ResourceKind, name: 'Calls' | 'Registrations'): ResourceDefinition {
  return {
    kind,
    path: `/SIP/Domains/:parent/Auth/${name}/CredentialListMappings`,
    parentKind: 'sip-domain',
    list: 'contents',
    fields: { CredentialListSid: textField('credential_list_sid') },
    lacks: ['update'],
    check: ({ credential_list_sid: list }, { resources }) =>
      resources.find('credential-list', String(list)) ? undefined : notFound(`${list}`),
    made: ({ credential_list_sid: list }, { resources }) => ({
      sid: String(list),
      fields: {
        friendly_name: resources.find('credential-list', String(list))?.fields.friendly_name ?? '',
      },
    }),
    json: ({ fields }, path) => ({
      account_sid: inAccount(path).account_sid,
      friendly_name: fields.friendly_name,
    }),
  };
}

function checkDomainName(
  { domain_name: given }: ResourceFields,
  { resources, settings }: AccountState,
  resource?: AccountResource,
): Refusal | undefined {
  if (given === undefined) return undefined;
  const name = String(given);
  const isPossible = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.sip\.twilio\.com$/.test(name);
  const isOurs = resources
    .all('sip-domain')
    .some((it) => it.sid !== resource?.sid && it.fields.domain_name === name);
  return isPossible && !isOurs && !settings.takenSipDomains.includes(name)
    ? undefined
    : badRequest(invalidDomain, 'Domain name is invalid or already in use');
}

/** It can be up to 32 characters long. */
function checkUsername(value: string): Refusal | undefined {
  return /^[^\s@:]{1,32}$/.test(value)
    ? undefined
    : badRequest(invalidParameter, `Username must be 1-32 characters, got ${value}`);
}

function checkPassword(value: string): Refusal | undefined {
  const isStrong = value.length >= 12 && [/\d/, /[a-z]/, /[A-Z]/].every((it) => it.test(value));
  return isStrong
    ? undefined
    : badRequest(
        invalidParameter,
        'Password must be at least 12 characters with a digit and mixed case',
      );
}

function inAccount(path: string): Record<string, unknown> {
  return { account_sid: /\/Accounts\/([^/]+)\//.exec(path)?.[1], uri: `${path}.json` };
}
