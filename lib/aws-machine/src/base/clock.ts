/** Time as the local Scheduler and gateways live it; tests bring one that they move by hand. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Runs `run` once, not before `instant`; the answer cancels it. */
  at(instant: number, run: () => void): () => void;
}

/** `setTimeout` fires at once for anything longer. */
const longestTimeout = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  at(instant, run) {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const left = instant - Date.now();
      if (left <= 0) return run();
      timer = setTimeout(wait, Math.min(left, longestTimeout));
    };
    timer = setTimeout(wait, Math.min(Math.max(instant - Date.now(), 0), longestTimeout));
    return () => clearTimeout(timer);
  },
};
