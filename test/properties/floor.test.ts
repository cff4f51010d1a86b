import { runCourse } from './floor/course.ts';
import { calm, clear, type Faults, storm } from './floor/faults.ts';
import { corner, type FloorSize, limitedCorner, planFloor, wholeFloor } from './floor/plan.ts';

/** Seeds are fixed: `npm run soak` goes on with others, and shortens the story of a failure. */
async function brokenIn(seeds: number[], size: FloorSize, faults: Faults): Promise<string[]> {
  const broken: string[] = [];
  for (const seed of seeds) {
    const { violations } = await runCourse(planFloor(seed, size, faults));
    broken.push(...violations.slice(0, 3).map((it) => `seed ${seed}: ${it}`));
  }
  return broken;
}

const from = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);

/** Long enough for a loaded machine. */
const hang = 600_000;

/** This seed's account has no limit of calls a second: rows that nothing concerns must be on time there. */
const unlimited = 2;

test(
  'a floor of fifty operators and two thousand rows keeps its promises while poison comes in',
  async () => expect(await brokenIn([unlimited], wholeFloor, clear)).toEqual([]),
  hang,
);

/** Faults on a whole floor take a minute and more: `npm run soak` has the time. */
const smallFloor = { ...wholeFloor, operators: 20, rows: 300 };

test(
  'a small floor keeps its promises on a bad day',
  async () => expect(await brokenIn([2], smallFloor, storm)).toEqual([]),
  hang,
);

test(
  'few rows and operators keep their promises on good days',
  async () => expect(await brokenIn(from(1, 40), corner, calm)).toEqual([]),
  hang,
);

test(
  'few rows and operators keep their promises on bad days',
  async () => expect(await brokenIn(from(1, 40), corner, storm)).toEqual([]),
  hang,
);

test(
  'nobody is called more often than the limits by number say, in whatever order things happen',
  async () =>
    expect(await brokenIn(from(1, 20), limitedCorner, { ...calm, trouble: 0.6 })).toEqual([]),
  hang,
);
