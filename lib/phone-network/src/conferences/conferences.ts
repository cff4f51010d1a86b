import type { Leg } from '../legs/leg.ts';
import { Conference, type ConferenceParts, type ConferenceStatus } from './conference.ts';

const mostKept = 500;

/** The account's conferences. They end with their legs, and are forgotten with the process. */
export class Conferences {
  readonly #all = new Map<string, Conference>();
  readonly #parts: ConferenceParts;

  constructor(parts: ConferenceParts) {
    this.#parts = parts;
  }

  /** The one of that name that is on; where there is none, it begins. */
  open(name: string): Conference {
    const found = [...this.#all.values()].find(
      (it) => it.name === name && it.status !== 'completed',
    );
    if (found) return found;
    const conference = new Conference(name, this.#parts);
    this.#all.set(conference.sid, conference);
    for (const sid of [...this.#all.keys()].slice(0, -mostKept)) this.#all.delete(sid);
    return conference;
  }

  find(sid: string): Conference | undefined {
    return this.#all.get(sid);
  }

  /** Who waits for one to start, and cannot be let wait. */
  dropWaiting({ record }: Leg): void {
    for (const conference of this.list({ status: 'init' })) {
      const waiting = conference.participant(record.sid);
      if (waiting) conference.leave(waiting, 'left');
    }
  }

  /** The newest first. */
  list(filter: { name?: string | undefined; status: ConferenceStatus }): Conference[] {
    return [...this.#all.values()]
      .filter(({ status }) => status === filter.status)
      .filter(({ name }) => filter.name === undefined || name === filter.name)
      .reverse();
  }
}
