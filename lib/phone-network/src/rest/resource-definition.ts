import type { AccountResource, ResourceFields, ResourceKind } from '../account/account-resource.ts';
import type { AccountResources } from '../account/account-resources.ts';
import type { DebugLog } from '../base/debug-log.ts';
import type { NetworkSettings } from '../base/network-settings.ts';
import type { FieldRules } from './resource-fields.ts';
import type { Refusal } from './twilio-refusal.ts';

/** What a resource's rules may look at. */
export interface AccountState {
  accountSid: string;
  resources: AccountResources;
  settings: NetworkSettings;
  debugLog: DebugLog;
}

/** A kind of resource as Twilio's REST API serves it. */
export interface ResourceDefinition {
  kind: ResourceKind;
  /** Below the account, `:parent` standing for the SID of what it belongs to: `/Keys`. */
  path: string;
  /** What it belongs to must exist. */
  parentKind?: ResourceKind;
  /** The name of a list in JSON. */
  list: string;
  fields: FieldRules;
  /** Refuses, beyond what the fields do; `resource` is undefined for a new one. */
  check?(
    fields: ResourceFields,
    state: AccountState,
    resource?: AccountResource,
  ): Refusal | undefined;
  /** What a new resource has besides the fields of the form. */
  made?(fields: ResourceFields, state: AccountState): { sid?: string; fields: ResourceFields };
  /** What follows from a change of these fields. */
  follows?(fields: ResourceFields): ResourceFields;
  /** As JSON, without dates. */
  json(resource: AccountResource, path: string, state: AccountState): Record<string, unknown>;
  /** What is shown once, when it is made. */
  secrets?(resource: AccountResource): Record<string, unknown>;
  /** Query parameters by which a list can be narrowed. */
  filters?: Record<string, (resource: AccountResource, wanted: string) => boolean>;
  /** What cannot be done with it here. */
  lacks?: readonly ('create' | 'update' | 'delete')[];
}
