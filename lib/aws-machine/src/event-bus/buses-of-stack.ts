import type { Clock } from '../base/clock.ts';
import type { Stack } from '../template/stack.ts';
import { apiDestinationsOf, type Secrets } from './api-destination.ts';
import type { KeptEvent } from './bus-event.ts';
import { DeliveryQueue } from './delivery-queue.ts';
import { EventBuses } from './event-bus.ts';
import { type Delivery, EventStore } from './event-store.ts';
import { rulesOf } from './rules.ts';
import { TargetCall, type TargetCallOptions } from './target-call.ts';

export interface StackBusesOptions extends Omit<TargetCallOptions, 'destinations' | 'accountId'> {
  stack: Stack;
  file: string;
  clock: Clock;
  secrets: Secrets;
}

export interface StackBuses {
  buses: EventBuses;
  /** The oldest first. */
  lastEvents(): KeptEvent[];
  /** What is on its way, the soonest first. */
  waiting(): Delivery[];
  start(): void;
  stop(): Promise<void>;
  close(): void;
}

const mostShown = 100;

/** The stack's buses with its rules and API destinations. Events are delivered once it is started. */
export function stackBuses({
  stack,
  file,
  clock,
  secrets,
  ...parts
}: StackBusesOptions): StackBuses {
  const { region, accountId } = stack;
  const store = new EventStore(file);
  const destinations = apiDestinationsOf(stack, secrets);
  const call = new TargetCall({ ...parts, destinations, accountId });
  const deliveries = new DeliveryQueue({
    store,
    clock,
    deliver: (delivery) => call.deliver(delivery),
    discard: (delivery) => call.discard(delivery),
  });
  const names = stack.resources('AWS::Events::EventBus').map(({ name }) => name);
  const buses = new EventBuses({
    region,
    accountId,
    buses: ['default', ...names],
    rules: rulesOf(stack),
    store,
    deliveries,
    clock,
  });
  return {
    buses,
    lastEvents: () => store.lastEvents(),
    waiting: () => store.upcoming(mostShown),
    start: () => deliveries.start(),
    stop: () => {
      call.stop();
      return deliveries.stop();
    },
    close: () => store.close(),
  };
}
