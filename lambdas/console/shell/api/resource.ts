import { type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, Refusal } from './ask.ts';

/** Something that the API tells, held for the page. */
export interface Resource<Value> {
  /** The last that was told; undefined before the first. */
  value: ReadonlySignal<Value | undefined>;
  /** Why the last request failed; undefined when it did not. */
  problem: ReadonlySignal<Refusal | undefined>;
  busy: ReadonlySignal<boolean>;
  /** Asks again. Calls while one is on its way share the one that follows it. */
  refresh(): Promise<void>;
  /** Puts in what another request told. */
  set(value: Value | undefined): void;
}

/** Nothing is asked before the first `refresh`. */
export function resource<Value>(load: () => Promise<Answer<Value>>): Resource<Value> {
  const value = signal<Value | undefined>();
  const problem = signal<Refusal | undefined>();
  const busy = signal(false);
  let running: Promise<void> | undefined;
  let following: Promise<void> | undefined;

  const run = async () => {
    busy.value = true;
    const answer = await load();
    busy.value = false;
    problem.value = answer.kind === 'done' ? undefined : answer;
    if (answer.kind === 'done') value.value = answer.value;
  };
  const start = () => {
    running = run().finally(() => {
      running = undefined;
    });
    return running;
  };
  const refresh = () => {
    if (running === undefined) return start();
    following ??= running.then(() => {
      following = undefined;
      return start();
    });
    return following;
  };
  const set = (next: Value | undefined) => {
    value.value = next;
  };
  return { value, problem, busy, refresh, set };
}
