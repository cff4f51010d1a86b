import { courses, expectPromisesKept, patience } from './course.ts';
import { storm } from './steps.ts';

test(
  `keeps promises 1–7 over ${courses} random courses of a bad day`,
  () => expectPromisesKept(storm),
  patience,
);
