/** What an account consists of, and the texts that it sent; calls are legs. */
export type ResourceKind =
  | 'number'
  | 'application'
  | 'key'
  | 'sip-domain'
  | 'credential-list'
  | 'credential'
  | 'calls-mapping'
  | 'registrations-mapping'
  | 'message';

export type FieldValue = string | boolean | null;
export type ResourceFields = Record<string, FieldValue>;

/** A part of the account, as its REST resource shows it. */
export interface AccountResource {
  kind: ResourceKind;
  /** Of a mapping, that of the credential list: one list may be mapped to several domains. */
  sid: string;
  /** A credential belongs to a list, a mapping to a domain. */
  parent: string | null;
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
  /** By their names in Twilio's JSON; a secret among them is never shown again. */
  fields: ResourceFields;
}

/** Where a resource is found. */
export type ResourcePlace = Pick<AccountResource, 'kind' | 'sid' | 'parent'>;

/** Tells resources apart. */
export function resourceKey({ kind, sid, parent }: ResourcePlace): string {
  return [kind, parent ?? '', sid].join(' ');
}
