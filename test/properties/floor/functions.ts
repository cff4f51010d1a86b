import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import type { Clock } from '../../../lambdas/ports/clock.ts';
import type { Chance } from './chance.ts';
import type { Faults } from './faults.ts';

/** What AWS says when it has no room for the moment, or says nothing: trying again helps. */
export class Unanswered extends Error {}

export interface FunctionsHost {
  now(): Instant;
  chance: Chance;
  readonly faults: Faults;
  sleepUntil(at: Instant): Promise<void>;
  /** Refuses what the place has no room for at present. */
  admit(port: string, method: string, args: readonly unknown[]): void;
  /** A use case failed by a fault of its own. */
  broken(error: unknown, fn: string): void;
  note(event: string): void;
}

/** How an invocation ended; one that died or failed is tried again by whoever asked, or not at all. */
export type Ended<Result> = { isDone: true; result: Result } | { isDone: false };

interface Container<P> {
  ports: P;
  isDead: boolean;
  died: Promise<void>;
  die(): void;
}

/**
 * Functions as Lambda runs them: each invocation alone in a container that others use after it, with
 * a clock of its own. It may die between any two calls to a port.
 */
export class Functions<P extends { clock: Clock }> {
  readonly #host: FunctionsHost;
  readonly #ports: Omit<P, 'clock'>;
  readonly #idle: Container<P>[] = [];

  constructor(host: FunctionsHost, ports: Omit<P, 'clock'>) {
    this.#host = host;
    this.#ports = ports;
  }

  async invoke<R>(fn: string, run: (ports: P) => Promise<R>): Promise<Ended<R>> {
    const container = this.#idle.pop() ?? this.#start();
    try {
      const ended = run(container.ports).then((result) => ({ isDone: true as const, result }));
      const either = await Promise.race([ended, container.died]);
      if (either !== undefined) return either;
      this.#host.note(`${fn} dies`);
    } catch (error) {
      if (!isPassing(error)) this.#host.broken(error, fn);
    } finally {
      if (!container.isDead) this.#idle.push(container);
    }
    return { isDone: false };
  }

  #start(): Container<P> {
    const { chance, faults, now, sleepUntil } = this.#host;
    const ahead = Math.round((chance.next() - 0.5) * faults.skew);
    const clock: Clock = {
      now: () => now() + ahead,
      sleepUntil: (at) => sleepUntil(at - ahead),
    };
    let die = () => {};
    const died = new Promise<void>((resolve) => {
      die = resolve;
    });
    const container = { isDead: false, died } as Container<P>;
    container.die = () => {
      container.isDead = true;
      die();
    };
    const wrapped = Object.entries(this.#ports).map(([name, port]) => [
      name,
      typeof port === 'function' ? port : this.#mortal(container, name, port as object),
    ]);
    container.ports = { ...Object.fromEntries(wrapped), clock } as P;
    return container;
  }

  /** The port with calls that take their time, so that what runs at once interleaves in every way. */
  #mortal(container: Container<P>, port: string, target: object): object {
    const host = this.#host;
    const isFaulty = () => host.faults.died > 0 || host.faults.unanswered > 0;
    const call = async (name: string, member: (...args: unknown[]) => unknown, args: unknown[]) => {
      for (let n = host.chance.between(0, 2); n > 0; n--) await undefined;
      if (container.isDead || isFaulty()) await this.#strike(container, port, name, args);
      else host.admit(port, name, args);
      const result = await member.apply(target, args);
      if (container.isDead || isFaulty()) await this.#strike(container, port, name, []);
      return result;
    };
    const members = new Map<string | symbol, unknown>();
    return new Proxy(target, {
      get(_, name) {
        if (members.has(name)) return members.get(name);
        const member = Reflect.get(target, name) as unknown;
        if (typeof member !== 'function') return member;
        const method = member as (...args: unknown[]) => unknown;
        const isPlain = port === 'journal' || name === 'allDueBefore';
        const made = isPlain
          ? method.bind(target)
          : (...args: unknown[]) => call(String(name), method, args);
        members.set(name, made);
        return made;
      },
    });
  }

  async #strike(
    container: Container<P>,
    port: string,
    method: string,
    args: unknown[],
  ): Promise<void> {
    const { chance, faults } = this.#host;
    if (!container.isDead && faults.died > 0 && chance.happens(faults.died / 2)) container.die();
    if (container.isDead) await never;
    if (args.length > 0) this.#host.admit(port, method, args);
    if (faults.unanswered > 0 && chance.happens(faults.unanswered / 2)) {
      throw new Unanswered(`${port}.${method} is not answered`);
    }
  }
}

const never = new Promise<never>(() => {});

/** What the handlers' boundaries throw in place of what they logged. */
const boundary = /the log says why|not followed within/;

export function isPassing(error: unknown): boolean {
  return error instanceof Unanswered || (error instanceof Error && boundary.test(error.message));
}
