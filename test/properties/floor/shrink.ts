import { runCourse } from './course.ts';
import { type FaultKind, noFaults } from './faults.ts';
import type { FloorPlan } from './plan.ts';

/** Which promise a sentence is about, without the particulars. */
function promiseOf(violation: string): string {
  const sentence = violation.slice(25);
  return /^\d+:/.exec(sentence)?.[0] ?? sentence.slice(0, 40);
}

/**
 * A smaller plan that breaks the same promise: fewer steps first, then fewer kinds of faults. It stops
 * looking when the time is over, in milliseconds.
 */
export async function shrink(plan: FloorPlan, violation: string, time: number): Promise<FloorPlan> {
  const endsAt = performance.now() + time;
  const broken = promiseOf(violation);
  const fails = async (it: FloorPlan) => {
    if (performance.now() > endsAt) return false;
    const { violations } = await runCourse(it);
    return violations[0] !== undefined && promiseOf(violations[0]) === broken;
  };
  const fewer = await withFewerSteps(plan, fails);
  return withFewerRows(await withFewerFaults(fewer, fails), fails);
}

type Fails = (plan: FloorPlan) => Promise<boolean>;

async function withFewerSteps(plan: FloorPlan, fails: Fails): Promise<FloorPlan> {
  let least = plan;
  for (let size = Math.ceil(least.steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < least.steps.length; ) {
      const steps = least.steps.toSpliced(from, size);
      if (await fails({ ...least, steps })) least = { ...least, steps };
      else from += size;
    }
  }
  return least;
}

async function withFewerFaults(plan: FloorPlan, fails: Fails): Promise<FloorPlan> {
  let least = plan;
  for (const kind of Object.keys(noFaults) as FaultKind[]) {
    if (least.faults[kind] === 0) continue;
    const fewer = { ...least, faults: { ...least.faults, [kind]: 0 } };
    if (await fails(fewer)) least = fewer;
  }
  return least;
}

/** Rows that nobody writes are scenery. */
async function withFewerRows(plan: FloorPlan, fails: Fails): Promise<FloorPlan> {
  const named = new Set(
    plan.steps.map(({ step }) => ('row' in step ? `${step.row.task}.${step.row.Id}` : '')),
  );
  const rows = plan.rows.filter(({ task, Id }) => named.has(`${task}.${Id}`));
  const fewer = { ...plan, rows };
  return (await fails(fewer)) ? fewer : plan;
}
