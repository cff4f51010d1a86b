import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Clock } from '../base/clock.ts';
import {
  type AccountResource,
  type ResourceFields,
  type ResourceKind,
  type ResourcePlace,
  resourceKey,
} from './account-resource.ts';
import type { NetworkStore } from './network-store.ts';

const sidPrefixes = {
  number: 'PN',
  application: 'AP',
  key: 'SK',
  'sip-domain': 'SD',
  'credential-list': 'CL',
  credential: 'CR',
  'calls-mapping': 'CL',
  'registrations-mapping': 'CL',
  message: 'SM',
} as const satisfies Record<ResourceKind, string>;

export interface NewResource {
  kind: ResourceKind;
  /** Random unless given. */
  sid?: string;
  parent?: string | null;
  fields: ResourceFields;
}

/** The account's numbers, TwiML Apps, API keys, SIP domains and their credentials; they survive a kill. */
export class AccountResources {
  readonly events = new EventEmitter<{ added: [AccountResource] }>();
  readonly #store: NetworkStore;
  readonly #clock: Clock;
  readonly #known = new Map<string, AccountResource>();

  constructor(store: NetworkStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    for (const resource of store.resources()) this.#known.set(resourceKey(resource), resource);
  }

  /** The oldest first. */
  all(kind: ResourceKind, parent: string | null = null): AccountResource[] {
    const isMeant = (it: AccountResource) => it.kind === kind && it.parent === parent;
    return [...this.#known.values()].filter(isMeant);
  }

  find(kind: ResourceKind, sid: string, parent: string | null = null): AccountResource | undefined {
    return this.#known.get(resourceKey({ kind, sid, parent }));
  }

  add({ kind, sid = newSid(kind), parent = null, fields }: NewResource): AccountResource {
    const now = this.#clock.now();
    const added = this.#keep({ kind, sid, parent, createdAt: now, updatedAt: now, fields });
    this.events.emit('added', added);
    return added;
  }

  change(resource: AccountResource, fields: ResourceFields): AccountResource {
    const changed = { ...resource.fields, ...fields };
    return this.#keep({ ...resource, updatedAt: this.#clock.now(), fields: changed });
  }

  /** With everything that belongs to it. */
  remove(place: ResourcePlace): void {
    for (const other of this.#known.values()) {
      if (other.parent === place.sid) this.remove(other);
    }
    this.#known.delete(resourceKey(place));
    this.#store.removeResource(resourceKey(place));
  }

  #keep(resource: AccountResource): AccountResource {
    this.#known.set(resourceKey(resource), resource);
    this.#store.saveResource(resourceKey(resource), resource);
    return resource;
  }
}

function newSid(kind: ResourceKind): string {
  return sidPrefixes[kind] + randomBytes(16).toString('hex');
}
