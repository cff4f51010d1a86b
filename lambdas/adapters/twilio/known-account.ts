import { type Instant, minute } from '../../domain/basics/instant.ts';
import type { Clock } from '../../ports/clock.ts';

export interface TwilioAccount {
  sid: string;
  /** The auth token in force, and during a rotation the one that comes after it. */
  authTokens: readonly [string, ...string[]];
}

const leastAge = minute;

/**
 * The account's credentials, read once and kept. Whoever finds that they do not fit asks for newer
 * ones: a rotation needs no deployment, and a flood of forged requests no more than one reading a
 * minute.
 */
export class KnownAccount {
  readonly #read: () => Promise<TwilioAccount>;
  readonly #clock: Pick<Clock, 'now'>;
  #reading: { account: Promise<TwilioAccount>; at: Instant } | undefined;

  constructor(read: () => Promise<TwilioAccount>, clock: Pick<Clock, 'now'>) {
    this.#read = read;
    this.#clock = clock;
  }

  /** Throws when the credentials cannot be read; the next call tries again. */
  async current(): Promise<TwilioAccount> {
    return (this.#reading ?? this.#startReading()).account;
  }

  /** The account as read after the one that did not fit; undefined when that is less than a minute old. */
  async newerThan(unfit: TwilioAccount): Promise<TwilioAccount | undefined> {
    const last = this.#reading;
    if (last === undefined || this.#clock.now() - last.at >= leastAge) this.#startReading();
    const account = await this.current();
    return account === unfit ? undefined : account;
  }

  #startReading() {
    const before = this.#reading;
    const reading = { account: this.#read(), at: this.#clock.now() };
    this.#reading = reading;
    reading.account.catch(() => {
      this.#reading = before && { account: before.account, at: reading.at };
    });
    return reading;
  }
}
