import type { Step } from './script.ts';

/** Where the steps of a script lead, whatever is answered. */

export function targetsOf({ next }: Step): string[] {
  return typeof next === 'string' ? [next] : next.map(({ to }) => to);
}

/** The steps by id, `end` not among them; of two with one id the first. */
export function stepsById(steps: readonly Step[]): Map<string, Step> {
  const byId = new Map<string, Step>();
  for (const step of steps) if (!byId.has(step.id)) byId.set(step.id, step);
  return byId;
}

/** The step itself and all that can come after it, `end` included. */
export function reachableFrom(start: string, steps: ReadonlyMap<string, Step>): Set<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const step = steps.get(id);
    if (step !== undefined) waiting.push(...targetsOf(step));
  }
  return reached;
}

/** The way around a loop that stays within the steps, its first step again at its end. */
export function loopWithin(steps: ReadonlyMap<string, Step>): string[] | undefined {
  const cleared = new Set<string>();
  for (const start of steps.keys()) {
    const loop = loopFrom([start], steps, cleared);
    if (loop !== undefined) return loop;
  }
  return undefined;
}

function loopFrom(
  way: string[],
  steps: ReadonlyMap<string, Step>,
  cleared: Set<string>,
): string[] | undefined {
  const id = way.at(-1) ?? '';
  const step = steps.get(id);
  if (step === undefined || cleared.has(id)) return undefined;
  for (const target of targetsOf(step)) {
    const seenAt = way.indexOf(target);
    const loop = seenAt >= 0 ? way.slice(seenAt) : loopFrom([...way, target], steps, cleared);
    if (loop !== undefined) return seenAt >= 0 ? [...loop, target] : loop;
  }
  cleared.add(id);
  return undefined;
}
