import type { MemoryClock } from '../support/memory/memory-clock.ts';

const mostSteps = 1_000;

/** Moves the clock from one wait to the next until the answer is there. */
export async function untilDone<T>(clock: MemoryClock, answer: Promise<T>): Promise<T> {
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  answer.then(done, done);
  for (let steps = 0; !isDone; steps++) {
    if (steps > mostSteps) throw new Error('it is stuck');
    await clock.advanceTo(clock.nextWakeAt() ?? clock.now());
  }
  return answer;
}
