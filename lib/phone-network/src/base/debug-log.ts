import type { Clock } from './clock.ts';

export interface DebugEntry {
  at: string;
  /** Twilio's error code. */
  code: number;
  message: string;
  callSid: string;
  url: string | null;
}

const entriesKept = 500;

/** What Twilio's Debugger would show: troubles with webhooks and TwiML. */
export class DebugLog {
  readonly #entries: DebugEntry[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add({ code, message, callSid, url }: Omit<DebugEntry, 'at'>): void {
    this.#entries.push({
      at: new Date(this.#clock.now()).toISOString(),
      code,
      message,
      callSid,
      url,
    });
    if (this.#entries.length > entriesKept) this.#entries.shift();
  }

  /** Newest last. */
  entries(): readonly DebugEntry[] {
    return this.#entries;
  }
}
