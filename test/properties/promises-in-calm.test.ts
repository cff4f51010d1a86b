import { courses, expectPromisesKept, patience } from './course.ts';
import { calm } from './steps.ts';

test(
  `keeps promises 1–7 over ${courses} random courses of a good day`,
  () => expectPromisesKept(calm),
  patience,
);
