import { isSpoken } from '../script/fields/keypad.ts';
import { promiseColumnOf, promiseOf } from '../script/fields/promise-fields.ts';
import { type Dialog, stepNamed } from '../script/path.ts';
import { answersOf } from '../script/run/run-script.ts';
import type { Answers, Field, Run, Visit } from '../script/script.ts';

/** The place on the path of the visit that made the promise which counts; undefined without one. */
export function promiseVisit({ script, run }: Dialog): number | undefined {
  const promised = promiseOf(script, answersOf({ script, run })) ?? {};
  const place = run.visits.findLastIndex(({ step, answers }) =>
    stepNamed(script, step).fields.some(
      (field) => (promiseColumnOf(field) ?? '') in promised && answers[field.id] !== undefined,
    ),
  );
  return place < 0 ? undefined : place;
}

/**
 * The run back at that visit, its promise to be asked for again. What else was answered there
 * stands; what came after it is asked anew.
 */
export function reopenPromise({ script, run }: Dialog, place: number): Run {
  const visit = run.visits[place];
  if (visit === undefined) return run;
  const { fields } = stepNamed(script, visit.step);
  const asked = decided(visit, fields).filter((field) => promiseColumnOf(field) === undefined);
  const reopened: Visit = {
    step: visit.step,
    answers: withoutPromise(visit.answers, fields),
    asked: asked.map(({ id }) => id),
  };
  return { ...run, visits: [...run.visits.slice(0, place), reopened] };
}

/** A form answers a whole step at once; the telephone notes what it asked. */
function decided({ asked, left }: Visit, fields: readonly Field[]): Field[] {
  if (asked === undefined) return left === true ? fields.filter(isSpoken) : [];
  return fields.filter(({ id }) => asked.includes(id));
}

function withoutPromise(answers: Answers, fields: readonly Field[]): Answers {
  const rest = { ...answers };
  for (const field of fields) if (promiseColumnOf(field) !== undefined) delete rest[field.id];
  return rest;
}
