import {
  type PromiseColumn,
  promiseColumnOf,
  promiseFieldTypes,
} from '../fields/promise-fields.ts';
import type { Field, Script, Step } from '../script.ts';
import { reachableFrom, stepsById } from '../script-graph.ts';
import { fieldAt } from './check-fields.ts';
import type { ScriptProblem } from './script-problem.ts';

/** Whether what is answered can be written to the row. */
export function problemsOfColumns(script: Script): ScriptProblem[] {
  return [
    ...script.steps.flatMap((step) => step.fields.flatMap((field) => typeProblems(step, field))),
    ...script.steps.flatMap(momentProblems),
    ...rivals(script),
  ];
}

const neededTypes: Record<string, Field['type']> = { ...promiseFieldTypes, tel: 'phone' };

function typeProblems(step: Step, field: Field): ScriptProblem[] {
  const { column = '' } = field;
  const needed = Object.hasOwn(neededTypes, column) ? neededTypes[column] : undefined;
  if (needed === undefined || needed === field.type) return [];
  return [{ place: fieldAt(step, field), code: 'column-type', column, needed, got: field.type }];
}

/**
 * A date alone says no moment, and minutes make date and time needless. A telephone asks in this
 * order, and one step at a time is checked: hence all in one step, minutes first and time last.
 */
function momentProblems(step: Step): ScriptProblem[] {
  const at = (column: PromiseColumn) =>
    step.fields.findIndex((field) => promiseColumnOf(field) === column);
  const [minutes, date, time] = [at('callaftermin'), at('date_callback'), at('time_callback')];
  const place = [{ of: 'step', name: step.id } as const];
  const problems: ScriptProblem[] = [];
  if (date >= 0 && time < date) problems.push({ place, code: 'date-without-time' });
  if (minutes >= 0 && [date, time].some((it) => it >= 0 && it < minutes)) {
    problems.push({ place, code: 'minutes-after-date' });
  }
  return problems;
}

/** Two fields may write to one column only where no dialog asks both. */
function rivals(script: Script): ScriptProblem[] {
  const byId = stepsById(script.steps);
  const writers = script.steps.flatMap((step) => {
    const onwards = reachableFrom(step.id, byId);
    return step.fields.map((field) => ({ step, field, onwards }));
  });
  return writers.flatMap((one, index) =>
    writers.slice(index + 1).flatMap((other): ScriptProblem[] => {
      const { column } = one.field;
      if (column === undefined || other.field.column !== column) return [];
      if (!one.onwards.has(other.step.id) && !other.onwards.has(one.step.id)) return [];
      const place = fieldAt(other.step, other.field);
      return [{ place, code: 'column-rival', column, field: one.field.id }];
    }),
  );
}
