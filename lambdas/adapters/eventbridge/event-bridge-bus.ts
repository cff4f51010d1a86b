import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import type { PublicEvent } from '../../domain/events/event.ts';
import type { EventBus } from '../../ports/records/event-bus.ts';

/** Of all events; rules look for it. */
const source = 'callback-center';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const mostEntries = 10;
const mostBytes = 240_000;

export class EventBridgeBus implements EventBus {
  readonly #client: EventBridgeClient;
  readonly #bus: string;

  constructor(client: EventBridgeClient, bus: string) {
    this.#client = client;
    this.#bus = bus;
  }

  /** One request after the other: what was written first is told first, as far as it is up to us. */
  async publish(events: readonly PublicEvent[]): Promise<PublicEvent[]> {
    const refused: PublicEvent[] = [];
    for (const batch of batchesOf(events)) refused.push(...(await this.#put(batch)));
    return refused;
  }

  async #put(events: readonly PublicEvent[]): Promise<PublicEvent[]> {
    const Entries = events.map((event) => entryOf(event, this.#bus));
    const answer = await this.#client.send(new PutEventsCommand({ Entries }));
    return events.filter((_, n) => answer.Entries?.[n]?.EventId === undefined);
  }
}

function entryOf({ type, detail }: PublicEvent, EventBusName: string): PutEventsRequestEntry {
  return {
    EventBusName,
    Source: source,
    DetailType: type,
    Time: new Date(detail.at),
    Detail: JSON.stringify(detail),
  };
}

function batchesOf(events: readonly PublicEvent[]): PublicEvent[][] {
  const batches: PublicEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(JSON.stringify(event));
    const last = batches.at(-1);
    const fits = last && last.length < mostEntries && bytes + size <= mostBytes;
    if (fits) last.push(event);
    else batches.push([event]);
    bytes = fits ? bytes + size : size;
  }
  return batches;
}
