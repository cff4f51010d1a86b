/** A program: runs a month of a whole call centre on a clock of its own, and tells how long that took. */
export interface Month {
  seconds: number;
  calls: number;
  violations: number;
}

interface Course {
  violations: string[];
  calls: number;
}

const folder = '../../properties/floor';
const [{ runCourse }, { planFloor, wholeFloor }, { clear }] = (await Promise.all(
  ['course', 'plan', 'faults'].map((file) => import(`${folder}/${file}.ts`)),
)) as [
  { runCourse(plan: unknown): Promise<Course> },
  { planFloor(seed: number, size: object, faults: unknown): unknown; wholeFloor: object },
  { clear: unknown },
];

const month = 30 * 86_400_000;
const size = { ...wholeFloor, operators: 50, rows: 10_000, span: month, withPoison: false };
const begunAt = performance.now();
const { calls, violations } = await runCourse(planFloor(1, size, clear));
const seconds = (performance.now() - begunAt) / 1_000;
console.log(JSON.stringify({ seconds, calls, violations: violations.length } satisfies Month));
