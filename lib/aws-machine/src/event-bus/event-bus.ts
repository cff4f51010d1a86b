import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AwsError } from '../base/aws-error.ts';
import type { Clock } from '../base/clock.ts';
import type { BusEvent } from './bus-event.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { EventStore } from './event-store.ts';
import type { Rule } from './rules.ts';

export interface EventBusOptions {
  region: string;
  accountId: string;
  /** By name. */
  buses: readonly string[];
  rules: readonly Rule[];
  store: EventStore;
  deliveries: Pick<DeliveryQueue, 'wake'>;
  clock: Clock;
}

const entry = z.strictObject({
  EventBusName: z.string().default('default'),
  Source: z.string().default(''),
  DetailType: z.string().default(''),
  Detail: z.string().default(''),
  Resources: z.array(z.string()).default([]),
  Time: z.number().optional(),
});

type Entry = z.infer<typeof entry>;

const mostEntries = 10;
const mostBytes = 262_144;

const putEventsInput = z.strictObject({ Entries: z.array(entry).min(1) });

type EntryAnswer = { EventId: string } | { ErrorCode: string; ErrorMessage: string };

/** The buses of a stack: what is put on one goes to the targets of the rules that it fits. */
export class EventBuses {
  readonly #options: EventBusOptions;

  constructor(options: EventBusOptions) {
    this.#options = options;
  }

  /** Each entry is taken or refused for itself. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
  putEvents(input: unknown): { FailedEntryCount: number; Entries: EntryAnswer[] } {
    const given = (input as { Entries?: unknown[] }).Entries ?? [];
    if (given.length > mostEntries) {
      throw new AwsError(
        'ValidationException',
        `Member must have length less than or equal to ${mostEntries}`,
      );
    }
    const { Entries } = putEventsInput.parse(input);
    if (JSON.stringify(Entries).length > mostBytes) {
      throw new AwsError(
        'ValidationException',
        'Total size of the entries in the request is over the limit.',
      );
    }
    const answers = Entries.map((it) => this.#take(it));
    this.#options.deliveries.wake();
    return {
      FailedEntryCount: answers.filter((it) => 'ErrorCode' in it).length,
      Entries: answers,
    };
  }

  #take(given: Entry): EntryAnswer {
    const bus = busName(given.EventBusName);
    const fault = faultOf(given, this.#options.buses.includes(bus));
    if (fault) return fault;
    const event = this.#event(given);
    const { store, rules, clock } = this.#options;
    store.keep({ bus, event });
    const body = JSON.stringify(event);
    const now = clock.now();
    for (const { arn, targets } of rules.filter((it) => it.bus === bus && it.fits(event))) {
      for (const target of targets) {
        store.add({ ruleArn: arn, target, body, createdAt: now, fireAt: now, attempt: 1 });
      }
    }
    return { EventId: event.id };
  }

  #event({ DetailType, Source, Detail, Resources, Time }: Entry): BusEvent {
    const { region, accountId, clock } = this.#options;
    const at = Time === undefined ? clock.now() : Time * 1000;
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': DetailType,
      source: Source,
      account: accountId,
      time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
      region,
      resources: Resources,
      detail: JSON.parse(Detail),
    };
  }
}

/** A bus may be named by its ARN. */
export function busName(given: string): string {
  return given.split('/').at(-1) ?? given;
}

function faultOf({ EventBusName, Source, DetailType, Detail }: Entry, isKnown: boolean) {
  if (!isKnown)
    return fault('ResourceNotFoundException', `Event bus ${EventBusName} does not exist.`);
  const missing = Object.entries({ Source, DetailType, Detail }).find(([, text]) => text === '');
  if (missing)
    return fault(
      'InvalidArgument',
      `Parameter ${missing[0]} is not valid. Reason: ${missing[0]} is a required argument.`,
    );
  return isObject(Detail) ? undefined : fault('MalformedDetail', 'Detail is malformed.');
}

function fault(ErrorCode: string, ErrorMessage: string): EntryAnswer {
  return { ErrorCode, ErrorMessage };
}

function isObject(text: string): boolean {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
