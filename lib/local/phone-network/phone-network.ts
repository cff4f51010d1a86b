import { Hono } from 'hono';
import { type Clock, realClock } from './clock.ts';
import { DebugLog } from './debug-log.ts';
import { Exchange } from './exchange.ts';
import { type FaultPlan, Faults } from './faults.ts';
import { Hand } from './hand.ts';
import type { Leg } from './leg.ts';
import { localApi } from './local-api.ts';
import { type NetworkSettings, networkSettings } from './network-settings.ts';
import { NetworkStore } from './network-store.ts';
import { type NumberConfigInput, NumberRegistry } from './number-registry.ts';
import { phonesApi } from './phones-api.ts';
import { PhonesFeed } from './phones-feed.ts';
import { phonesPage } from './phones-page.ts';
import { callsApi } from './rest/calls-api.ts';
import { performWhisper } from './twiml/perform-twiml.ts';
import type { Stage } from './twiml/scene.ts';
import { VirtualPhones } from './virtual-phones.ts';
import { StatusCallbacks } from './webhooks/status-callbacks.ts';
import { WebhookSender } from './webhooks/webhook-sender.ts';

export interface PhoneNetworkOptions {
  accountSid: string;
  authToken: string;
  /** The account's own numbers, E.164. */
  numbers: string[];
  /** An SQLite file, or `:memory:`. Calls and phone behaviours survive a kill in it. */
  dataFile: string;
  clock?: Clock;
  settings?: Partial<NetworkSettings>;
}

/**
 * The local stand-in for Twilio: REST for calls, TwiML, signed webhooks, and phones that pick up by themselves or by
 * hand. `app` answers `/2010-04-01/…`, `/local/phones`, `/local/calls` and `/phones…`, and nothing else.
 */
export class PhoneNetwork {
  readonly app = new Hono();
  /** What goes wrong on purpose. */
  readonly faults = new Faults();
  /** What pages are told. */
  readonly feed: PhonesFeed;
  /** Phones in a person's hand. */
  readonly hand: Hand;
  readonly #stage: Stage;
  readonly #store: NetworkStore;

  constructor(options: PhoneNetworkOptions) {
    const { authToken, dataFile } = options;
    const store = new NetworkStore(dataFile);
    const { stage, feed } = setStage(options, { store, faults: this.faults });
    const { phones, exchange } = stage;
    this.#store = store;
    this.#stage = stage;
    this.feed = feed;
    this.hand = new Hand(exchange, phones);
    this.app.route('/', callsApi({ stage, store, authToken }));
    this.app.route('/', localApi({ phones, store }));
    this.app.route('/', phonesApi(stage));
    this.app.route('/', phonesPage());
  }

  /** Ends the calls that an earlier process left behind, as failed and with their callbacks. Call it once webhooks can be received. */
  async start(): Promise<void> {
    const legs = this.#store.liveLegs().map((record) => this.#stage.exchange.adopt(record));
    for (const leg of legs) leg.fail();
  }

  /** Nothing is sent or written any more; live calls stay in the data file for the next start. */
  async stop(): Promise<void> {
    for (const leg of this.#stage.exchange.liveLegs()) leg.abandon();
    this.#stage.sender.close();
    this.#store.close();
  }

  /** Where calls to one of the account's numbers go. Throws for a number that is not the account's. */
  configureNumber(number: string, config: NumberConfigInput): void {
    this.#stage.numbers.configure(number, config);
  }

  /** Fails with a ZodError for what is no behaviour. */
  setPhone(address: string, behaviour: unknown): void {
    this.#stage.phones.setBehaviour(address, behaviour);
  }

  setFaults(plan: FaultPlan): void {
    this.faults.set(plan);
  }

  /** Resolves when no webhook is under way and what the answers led to has happened. */
  settled(): Promise<void> {
    return this.#stage.sender.settled();
  }
}

function setStage(
  { accountSid, authToken, numbers, clock = realClock, settings }: PhoneNetworkOptions,
  { store, faults }: { store: NetworkStore; faults: Faults },
): { stage: Stage; feed: PhonesFeed } {
  const debugLog = new DebugLog(clock);
  const sender = new WebhookSender(authToken, clock);
  const callbacks = new StatusCallbacks({ accountSid, clock, sender, faults, debugLog });
  const phones = new VirtualPhones(store);
  const rules = networkSettings.parse(settings ?? {});
  const attend = (leg: Leg) => {
    callbacks.follow(leg);
    feed.follow(leg);
  };
  const registry = new NumberRegistry(numbers);
  const exchange = new Exchange({ clock, settings: rules, store, phones, attend });
  const feed = new PhonesFeed({ clock, exchange, store, phones, numbers: registry });
  const stage: Stage = {
    accountSid,
    clock,
    settings: rules,
    numbers: registry,
    phones,
    sender,
    faults,
    debugLog,
    exchange,
    whisper: (callee, source) => performWhisper(stage, callee, source),
  };
  return { stage, feed };
}
