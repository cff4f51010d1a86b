import { Hono } from 'hono';
import { AccountResources } from './account/account-resources.ts';
import { addKey, secretOfKey } from './account/api-keys.ts';
import { NetworkStore } from './account/network-store.ts';
import { NumberRegistry } from './account/number-registry.ts';
import { VoiceAddresses } from './account/voice-addresses.ts';
import type { VoiceConfigInput } from './account/voice-config.ts';
import { type Clock, realClock } from './base/clock.ts';
import { DebugLog } from './base/debug-log.ts';
import { type NetworkSettings, networkSettings } from './base/network-settings.ts';
import { Conferences } from './conferences/conferences.ts';
import { DeviceLine } from './devices/device-line.ts';
import type { DeviceNews } from './devices/device-messages.ts';
import { RegisteredDevices } from './devices/registered-devices.ts';
import { type FaultPlan, Faults } from './legs/faults.ts';
import type { Leg } from './legs/leg.ts';
import { Exchange } from './lines/exchange.ts';
import { ManualPhones } from './lines/manual-phones.ts';
import { VirtualPhones } from './lines/virtual-phones.ts';
import { localApi } from './phones/local-api.ts';
import { phonesApi } from './phones/phones-api.ts';
import { PhonesFeed } from './phones/phones-feed.ts';
import { phonesPage } from './phones/phones-page.ts';
import { Recordings } from './recordings/recordings.ts';
import { restApi } from './rest/rest-api.ts';
import type { NetworkParts } from './twiml/scene.ts';
import { performWhisper } from './verbs/perform-twiml.ts';
import { playMusic } from './verbs/play-music.ts';
import { StatusCallbacks } from './webhooks/status-callbacks.ts';
import { WebhookSender } from './webhooks/webhook-sender.ts';

export interface PhoneNetworkOptions {
  accountSid: string;
  authToken: string;
  /** An API key of the account; access tokens of browser phones are signed with the secret of any. */
  apiKeySid: string;
  apiKeySecret: string;
  /** What browser phones ask when they call. */
  twimlAppSid: string;
  /** The account's own numbers, E.164. */
  numbers: string[];
  /** An SQLite file, or `:memory:`. Calls and phone behaviours survive a kill in it. */
  dataFile: string;
  clock?: Clock;
  settings?: Partial<NetworkSettings>;
}

/**
 * The local stand-in for Twilio: REST for calls and texts, TwiML, signed webhooks, and phones that pick up by themselves or by
 * hand. `app` answers `/2010-04-01/…`, `/local/phones`, `/local/calls` and `/phones…`, and nothing else.
 */
export class PhoneNetwork {
  readonly app = new Hono();
  /** What goes wrong on purpose. */
  readonly faults = new Faults();
  /** What pages are told. */
  readonly feed: PhonesFeed;
  /** Phones in a person's hand. */
  readonly hand: ManualPhones;
  readonly #network: NetworkParts;
  readonly #store: NetworkStore;
  readonly #devices: RegisteredDevices;
  readonly #resources: AccountResources;

  constructor(options: PhoneNetworkOptions) {
    const { authToken, dataFile, clock = realClock } = options;
    const store = new NetworkStore(dataFile);
    const resources = new AccountResources(store, clock);
    const parts = { store, resources, faults: this.faults };
    const { network, feed, devices } = assembleParts(options, parts);
    const { phones, exchange } = network;
    addKey(resources, options);
    this.#resources = resources;
    this.#store = store;
    this.#network = network;
    this.#devices = devices;
    this.feed = feed;
    this.hand = new ManualPhones(exchange, phones);
    this.app.route('/', restApi({ network, store, resources, authToken }));
    this.app.route('/', localApi({ phones, store, resources }));
    this.app.route('/', phonesApi(network));
    this.app.route('/', phonesPage());
  }

  /** Ends the calls that an earlier process left behind, as failed and with their callbacks. Call it once webhooks can be received. */
  async start(): Promise<void> {
    const legs = this.#store.liveLegs().map((record) => this.#network.exchange.adopt(record));
    for (const leg of legs) leg.fail();
    this.#network.recordings.resumeWork();
  }

  /** Nothing is sent or written any more; live calls stay in the data file for the next start. */
  async stop(): Promise<void> {
    for (const leg of this.#network.exchange.liveLegs()) leg.abandon();
    this.#network.sender.close();
    this.#store.close();
  }

  /** Where calls go that come in by the account's numbers, its TwiML App and its SIP domains. */
  get routes(): Pick<NetworkParts, 'numbers' | 'addresses' | 'twimlAppSid'> {
    return this.#network;
  }

  /** Where calls to one of the account's numbers go. Throws for a number that is not the account's. */
  configureNumber(number: string, config: VoiceConfigInput): void {
    this.#network.numbers.configure(number, config);
  }

  /** Where calls of browser phones go. */
  configureApp(config: VoiceConfigInput): void {
    this.#network.addresses.configureApp(this.#network.twimlAppSid, config);
  }

  /** Where calls of the desk phones `sip:user@domain` go. */
  configureSipDomain(domain: string, config: VoiceConfigInput): void {
    this.#network.addresses.configureSipDomain(domain, config);
  }

  /** A browser phone comes; `tell` gives it the news. */
  openDeviceLine(tell: (news: DeviceNews) => void): DeviceLine {
    const secretOf = (sid: string) => secretOfKey(this.#resources, sid);
    const keys = { accountSid: this.#network.accountSid, secretOf };
    return new DeviceLine({ network: this.#network, devices: this.#devices, keys, tell });
  }

  /** Fails with a ZodError for what is no behaviour. */
  setPhone(address: string, behaviour: unknown): void {
    this.#network.phones.setBehaviour(address, behaviour);
  }

  /** Shows at /phones whose phone it is. */
  nameOwner(address: string, name: string): void {
    this.#network.phones.nameOwner(address, name);
  }

  setFaults(plan: FaultPlan): void {
    this.faults.set(plan);
  }

  /** Resolves when no webhook is under way and what the answers led to has happened. */
  settled(): Promise<void> {
    return this.#network.sender.settled();
  }
}

function assembleParts(
  options: PhoneNetworkOptions,
  {
    store,
    resources,
    faults,
  }: { store: NetworkStore; resources: AccountResources; faults: Faults },
): { network: NetworkParts; feed: PhonesFeed; devices: RegisteredDevices } {
  const { accountSid, authToken, twimlAppSid, numbers, clock = realClock, settings } = options;
  const debugLog = new DebugLog(clock);
  const sender = new WebhookSender(authToken, clock);
  const callbacks = new StatusCallbacks({ accountSid, clock, sender, faults, debugLog });
  const phones = new VirtualPhones(store);
  const devices = new RegisteredDevices(phones);
  const rules = networkSettings.parse(settings ?? {});
  const attend = (leg: Leg) => {
    callbacks.follow(leg);
    feed.follow(leg);
    devices.follow(leg);
  };
  const addresses = new VoiceAddresses(resources);
  const registry = new NumberRegistry(numbers, { resources, addresses });
  const exchange = new Exchange({ clock, settings: rules, store, phones, attend });
  const feed = new PhonesFeed({ clock, exchange, store, phones, resources, numbers: registry });
  const network: NetworkParts = {
    accountSid,
    twimlAppSid,
    clock,
    settings: rules,
    numbers: registry,
    addresses,
    phones,
    sender,
    faults,
    debugLog,
    exchange,
    recordings: new Recordings({ accountSid, clock, sender, faults, store }),
    conferences: new Conferences({
      now: () => clock.now(),
      play: (...music) => playMusic(network, ...music),
    }),
    whisper: (callee, source) => performWhisper(network, callee, source),
  };
  return { network, feed, devices };
}
