import { runCourse, timeOf } from './course.ts';
import type { FloorPlan } from './plan.ts';
import type { Traced } from './trace.ts';

const longestStory = 60;

/** What happened, as a person reads it: all that is about the row, and what went wrong around it. */
export async function tellStory(plan: FloorPlan): Promise<string> {
  const { violations, floor } = await runCourse(plan, { isTraced: true });
  const [broken = 'nothing broke this time'] = violations;
  const row = /[A-Za-z]+\.\d+/.exec(broken.slice(25))?.[0];
  const about = floor.trace.events.filter((it) => isAbout(it, row)).slice(-longestStory);
  const faults = Object.entries(plan.faults).filter(([, much]) => much > 0);
  return [
    `${plan.steps.length} steps, ${plan.rows.length} rows, ${plan.operators.length} operators, calls a second: ${plan.callsPerSecond ?? 'any'}`,
    `faults: ${faults.map(([name, much]) => `${name} ${much}`).join(', ') || 'none'}`,
    ...about.map(({ at, text }) => `  ${timeOf(at)} ${text.slice(0, 260)}`),
    broken,
  ].join('\n');
}

function isAbout({ text }: Traced, row: string | undefined): boolean {
  if (row === undefined || text.startsWith('BROKEN') || text.includes('weather')) return true;
  return text.includes(`${row}.`) || text.includes(`${row} `) || / dies|replayed|stands/.test(text);
}
