/** How exactly the Scheduler keeps its times. */
export interface Punctuality {
  /** Milliseconds between the promised moment and the fire. */
  lateness(): number;
  /** Whether a fire happens twice. */
  isRepeated(): boolean;
}

export interface ImpunctualityOptions {
  /** Least and greatest lateness; EventBridge Scheduler promises 0–60. */
  latenessSeconds: readonly [number, number];
  /** 0–1 */
  duplicateProbability: number;
  seed: number;
}

export const prompt: Punctuality = { lateness: () => 0, isRepeated: () => false };

/** Late and repeating, as EventBridge Scheduler may be; the same seed gives the same faults. */
export function impunctual(options: ImpunctualityOptions): Punctuality {
  const random = randomNumbers(options.seed);
  const [least, greatest] = options.latenessSeconds;
  return {
    lateness: () => Math.round((least + random() * (greatest - least)) * 1000),
    isRepeated: () => random() < options.duplicateProbability,
  };
}

/** mulberry32: small, fast, and good enough for faults. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
