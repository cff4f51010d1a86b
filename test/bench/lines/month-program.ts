import { runCourse } from '../../properties/floor/course.ts';
import { clear } from '../../properties/floor/faults.ts';
import { planFloor, wholeFloor } from '../../properties/floor/plan.ts';

/** A program: runs a month of a whole call centre on a clock of its own, and tells how long that took. */
export interface Month {
  seconds: number;
  calls: number;
  violations: number;
}

const hour = 3_600_000;
const month = 30 * 24 * hour;
/** With the 1,800 of the witnesses, who have a call every two hours, ten thousand. */
const rows = 8_200;
/** The last orders are made when four fifths of the month are over, and are due within it. */
const span = { span: month, longestNotice: month / 5, witnessPause: 2 * hour };
const size = { ...wholeFloor, ...span, operators: 50, rows, withPoison: false };
const begunAt = performance.now();
const { calls, violations } = await runCourse(planFloor(1, size, clear));
const seconds = (performance.now() - begunAt) / 1_000;
console.log(JSON.stringify({ seconds, calls, violations: violations.length } satisfies Month));
