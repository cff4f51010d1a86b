import type { PublicEvent } from '../../domain/events/event.ts';

/** Where other software listens. An event that is published twice is told twice, with the same id. */
export interface EventBus {
  /**
   * Publishes them all, and answers those that were not taken now and may be later.
   *
   * @throws where nothing was taken
   */
  publish(events: readonly PublicEvent[]): Promise<PublicEvent[]>;
}
