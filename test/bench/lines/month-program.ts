import { runCourse } from '../../properties/floor/course.ts';
import { clear } from '../../properties/floor/faults.ts';
import { planFloor, wholeFloor } from '../../properties/floor/plan.ts';

/** A program: runs a month of a whole call centre on a clock of its own, and tells how long that took. */
export interface Month {
  seconds: number;
  calls: number;
  violations: number;
}

const month = 30 * 86_400_000;
const size = { ...wholeFloor, operators: 50, rows: 10_000, span: month, withPoison: false };
const begunAt = performance.now();
const { calls, violations } = await runCourse(planFloor(1, size, clear));
const seconds = (performance.now() - begunAt) / 1_000;
console.log(JSON.stringify({ seconds, calls, violations: violations.length } satisfies Month));
