import type { NetworkStore } from '../account/network-store.ts';
import type { Clock } from '../base/clock.ts';
import type { NetworkSettings } from '../base/network-settings.ts';
import { Leg } from '../legs/leg.ts';
import { type LegOrder, type LegRecord, newLegRecord } from '../legs/leg-record.ts';
import type { VirtualPhones } from './virtual-phones.ts';

const millisecondsPerSecond = 1000;

export interface ExchangeParts {
  clock: Clock;
  settings: NetworkSettings;
  store: NetworkStore;
  phones: VirtualPhones;
  /** Sees every leg before anything happens to it. */
  attend: (leg: Leg) => void;
}

/** Opens legs, dials them, and knows the live ones. */
export class Exchange {
  readonly #parts: ExchangeParts;
  readonly #live = new Map<string, Leg>();
  /** When the next call may leave the queue. */
  #nextSlotAt = 0;

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
  }

  /** The leg is on disk when this returns. */
  open(order: LegOrder): Leg {
    const record = newLegRecord(order, this.#parts.clock.now());
    this.#parts.store.saveNow(record);
    return this.#attend(record);
  }

  /** Takes a leg over that an earlier process left behind. */
  adopt(record: LegRecord): Leg {
    return this.#attend(record);
  }

  live(sid: string): Leg | undefined {
    return this.#live.get(sid);
  }

  liveLegs(): Leg[] {
    return [...this.#live.values()];
  }

  /** Whether the account may have so many legs more. */
  hasRoomFor(legs: number): boolean {
    const { concurrentCalls } = this.#parts.settings;
    return concurrentCalls === null || this.#live.size + legs <= concurrentCalls;
  }

  dial(leg: Leg, timeoutSeconds: number): void {
    leg.dial();
    if (leg.isLive) this.#parts.phones.ring(leg, timeoutSeconds);
  }

  /** Dials as soon as the account's calls per second allow it. */
  dialInTurn(leg: Leg, timeoutSeconds: number): void {
    const { callsPerSecond } = this.#parts.settings;
    if (callsPerSecond === null) {
      this.dial(leg, timeoutSeconds);
      return;
    }
    const now = this.#parts.clock.now();
    const slotAt = Math.max(now, this.#nextSlotAt);
    this.#nextSlotAt = slotAt + millisecondsPerSecond / callsPerSecond;
    if (slotAt === now) this.dial(leg, timeoutSeconds);
    else leg.after(slotAt - now, () => this.dial(leg, timeoutSeconds));
  }

  #attend(record: LegRecord): Leg {
    const leg = new Leg(record, this.#parts.clock);
    this.#live.set(record.sid, leg);
    leg.events.on('changed', () =>
      leg.isLive ? this.#parts.store.saveSoon(record) : this.#parts.store.saveNow(record),
    );
    this.#parts.attend(leg);
    leg.events.once('ended', () => this.#live.delete(record.sid));
    return leg;
  }
}
