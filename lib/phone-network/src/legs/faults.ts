import { z } from 'zod';
import type { LegRecord } from './leg-record.ts';

const probability = z.number().min(0).max(1);
const longestDelayMilliseconds = 600_000;

const rule = z.strictObject({
  /** `parent` and `child` mean first legs and legs of a Dial; anything else is a SID or the called address. */
  leg: z.string().optional(),
  status: z.string().optional(),
  lose: probability.default(0),
  repeat: probability.default(0),
  reorder: probability.default(0),
  delayMs: z.number().min(0).max(longestDelayMilliseconds).default(0),
  /** How many messages the rule hits at most; without it, all. */
  times: z.number().int().min(1).optional(),
});

const createFault = z.strictObject({
  mode: z.enum(['answer-5xx-but-call', 'answer-5xx-no-call', 'hang-but-call', '429']),
  times: z.number().int().min(1).default(1),
});

const faultPlan = z.strictObject({
  seed: z.number().int().default(1),
  /** Status callbacks. */
  callbacks: z.array(rule).default([]),
  /** Requests for TwiML: voice URLs, actions, whispers. They cannot be reordered. */
  webhooks: z.array(rule).default([]),
  /** Status callbacks of recordings; `leg` is the one that dialled. They cannot be reordered. */
  recordings: z.array(rule).default([]),
  /** Answers of `POST /Calls`. */
  create: createFault.optional(),
});

export type FaultPlan = z.input<typeof faultPlan>;
export type CreateFault = z.output<typeof createFault>['mode'];

/** What becomes of one message. */
export interface Fate {
  /** How often it is sent; 0 is lost. */
  copies: number;
  delayMilliseconds: number;
  /** Goes out only when the leg's next message has arrived. */
  isHeldBack: boolean;
}

const smooth: Fate = { copies: 1, delayMilliseconds: 0, isHeldBack: false };

/** Everything that goes wrong on purpose; the same seed makes the same things go wrong. */
export class Faults {
  #plan = faultPlan.parse({});
  #random = seededRandom(1);

  /** Replaces the whole plan. Throws a ZodError for what is no plan. */
  set(given: unknown): void {
    this.#plan = faultPlan.parse(given);
    this.#random = seededRandom(this.#plan.seed);
  }

  reset(): void {
    this.set({});
  }

  /** The plan as it stands; `times` say how many are left. */
  plan(): FaultPlan {
    return this.#plan;
  }

  /** Decides over one message about a leg; the first rule that fits, counts. */
  fateOf(kind: 'callbacks' | 'webhooks' | 'recordings', leg: LegRecord, status: string): Fate {
    const hit = this.#plan[kind].find((candidate) => fits(candidate, leg, status));
    if (!hit) return smooth;
    if (hit.times !== undefined) hit.times -= 1;
    const [isLost, isRepeated, isHeldBack] = [hit.lose, hit.repeat, hit.reorder].map(
      (chance) => this.#random() < chance,
    );
    return {
      copies: isLost ? 0 : isRepeated ? 2 : 1,
      delayMilliseconds: hit.delayMs,
      isHeldBack: isHeldBack === true,
    };
  }

  /** The fault of the next create, if there is one left. */
  takeCreateFault(): CreateFault | undefined {
    const fault = this.#plan.create;
    if (!fault || fault.times === 0) return undefined;
    fault.times -= 1;
    return fault.mode;
  }
}

function fits(candidate: z.output<typeof rule>, leg: LegRecord, status: string): boolean {
  if (candidate.times === 0) return false;
  if (candidate.status !== undefined && candidate.status !== status) return false;
  if (candidate.leg === undefined) return true;
  return [leg.parentSid === null ? 'parent' : 'child', leg.sid, leg.to].includes(candidate.leg);
}

/** Mulberry32: a number in [0, 1) at each call, the same ones for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
