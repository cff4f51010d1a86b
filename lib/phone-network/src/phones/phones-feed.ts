import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { AccountResource } from '../account/account-resource.ts';
import type { AccountResources } from '../account/account-resources.ts';
import type { NetworkStore } from '../account/network-store.ts';
import type { NumberRegistry } from '../account/number-registry.ts';
import type { Clock } from '../base/clock.ts';
import type { PhoneBehaviour } from '../base/phone-behaviour.ts';
import type { Leg } from '../legs/leg.ts';
import {
  type LegRecord,
  type LegStatus,
  partyOf,
  type TranscriptLine,
} from '../legs/leg-record.ts';
import type { Exchange } from '../lines/exchange.ts';
import type { VirtualPhones } from '../lines/virtual-phones.ts';

/** A phone as the page shows it. */
export interface PhoneView extends PhoneBehaviour {
  address: string;
  /** The address as people write it. */
  label: string;
  /** Whose it is, where that is known. */
  owner?: string | undefined;
  /** Somebody told it how to behave. */
  isSet: boolean;
  /** A browser phone is registered for it: its calls are taken there. */
  isHeld: boolean;
}

/** A leg as the person at its phone sees it. Instants are milliseconds since 1970. */
export interface CallView {
  sid: string;
  phone: string;
  /** What the phone displays: the caller ID, or the number that it dialled. */
  display: string;
  isIncoming: boolean;
  status: LegStatus;
  createdAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  /** Who is heard: the other leg, or the others in a conference. */
  talksWith: string | null;
  isHeld: boolean;
  transcript: TranscriptLine[];
}

/** A text (SMS) as its phone shows it. */
export interface TextView {
  sid: string;
  phone: string;
  /** Who sent it, as people write their number. */
  from: string;
  at: number;
  body: string;
}

export interface FeedUpdate {
  type: 'update';
  /** The network's clock. */
  now: number;
  /** The account's numbers; only those with a voice URL take calls. */
  numbers: { number: string; label: string; takesCalls: boolean }[];
  phones: PhoneView[];
  calls: CallView[];
  texts: TextView[];
}

interface FeedParts {
  clock: Clock;
  exchange: Exchange;
  store: NetworkStore;
  phones: VirtualPhones;
  numbers: NumberRegistry;
  resources: AccountResources;
}

type Watcher = (update: FeedUpdate) => void;

const callsAtFirst = 200;
const textsAtFirst = 200;

/** Tells pages what happens on the phones; the changes of one turn of the event loop make one update. */
export class PhonesFeed {
  readonly #parts: FeedParts;
  readonly #watchers = new Set<Watcher>();
  readonly #labels = new Map<string, string>();
  readonly #changedCalls = new Map<string, LegRecord>();
  readonly #changedPhones = new Set<string>();
  readonly #newTexts = new Set<AccountResource>();
  #isTellPlanned = false;

  constructor(parts: FeedParts) {
    this.#parts = parts;
    parts.phones.events.on('behaviour', (address) => this.#note(this.#changedPhones.add(address)));
    parts.resources.events.on('added', (resource) => {
      if (resource.kind === 'message') this.#note(this.#newTexts.add(resource));
    });
  }

  follow(leg: Leg): void {
    const changed = () => this.#note(this.#changedCalls.set(leg.record.sid, leg.record));
    leg.events.on('changed', changed);
    changed();
  }

  /** The whole picture: every phone that was set, the live calls and the last ones before. */
  snapshot(): FeedUpdate {
    const calls = new Map<string, LegRecord>();
    const recent = this.#parts.store.legs({}, { limit: callsAtFirst, offset: 0 });
    for (const record of recent.reverse()) calls.set(record.sid, record);
    for (const { record } of this.#parts.exchange.liveLegs()) calls.set(record.sid, record);
    const { phones } = this.#parts;
    const set = phones.known().map(([address]) => address);
    const known = [...new Set([...set, ...phones.named(), ...phones.held()])];
    const texts = this.#parts.resources.all('message').slice(-textsAtFirst);
    return this.#update([...calls.values()], known, texts);
  }

  /** The function returned ends the watch. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #note(pending: Map<string, LegRecord> | Set<unknown>): void {
    if (this.#watchers.size === 0) {
      pending.clear();
    } else if (!this.#isTellPlanned) {
      this.#isTellPlanned = true;
      setImmediate(() => this.#tell());
    }
  }

  #tell(): void {
    this.#isTellPlanned = false;
    const texts = [...this.#newTexts];
    const update = this.#update([...this.#changedCalls.values()], [...this.#changedPhones], texts);
    this.#changedCalls.clear();
    this.#changedPhones.clear();
    this.#newTexts.clear();
    for (const watcher of this.#watchers) watcher(update);
  }

  #update(records: LegRecord[], addresses: string[], messages: AccountResource[]): FeedUpdate {
    const { clock, numbers } = this.#parts;
    const texts = messages.map((message) => this.#text(message));
    const phones = new Set([
      ...addresses,
      ...records.map(partyOf),
      ...texts.map(({ phone }) => phone),
    ]);
    return {
      type: 'update',
      now: clock.now(),
      numbers: numbers.all().map((number) => ({
        number,
        label: this.#label(number),
        takesCalls: numbers.configOf(number) !== undefined,
      })),
      phones: [...phones].map((address) => this.#phone(address)),
      calls: records.map((record) => this.#call(record)),
      texts,
    };
  }

  #text({ sid, createdAt, fields }: AccountResource): TextView {
    const { to, from, body } = fields;
    const sender = this.#label(String(from));
    return { sid, phone: String(to), from: sender, at: createdAt, body: String(body) };
  }

  #phone(address: string): PhoneView {
    const { phones } = this.#parts;
    return {
      address,
      label: this.#label(address),
      owner: phones.ownerOf(address),
      isSet: phones.isSet(address),
      isHeld: phones.isHeld(address),
      ...phones.behaviourOf(address),
    };
  }

  #call(record: LegRecord): CallView {
    const { sid, status, createdAt, answeredAt, endedAt, transcript, direction } = record;
    const isIncoming = direction !== 'inbound';
    const heard = record.conference?.hears ?? [record.bridgedWith ?? ''];
    const others = heard.flatMap((it) => this.#parts.exchange.live(it) ?? []);
    return {
      sid,
      phone: partyOf(record),
      display: this.#label(isIncoming ? record.from : record.to),
      isIncoming,
      status,
      createdAt,
      answeredAt,
      endedAt,
      talksWith: others.map((it) => this.#label(partyOf(it.record))).join(', ') || null,
      isHeld: record.conference?.isHeld ?? false,
      transcript,
    };
  }

  #label(address: string): string {
    const known = this.#labels.get(address);
    if (known) return known;
    const label = labelOf(address);
    this.#labels.set(address, label);
    return label;
  }
}

function labelOf(address: string): string {
  if (address === '') return 'the call centre';
  const number = /^(?:sips?:)?(\+\d+)(?:@|$)/.exec(address)?.[1];
  if (!number) return address.replace(/^(?:client|sips?):/, '');
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
