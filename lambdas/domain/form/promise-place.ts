import type { OrderProblem } from '../order/order-problem.ts';
import type { FieldProblem } from '../script/field-problem.ts';
import type { PromiseColumn } from '../script/promise-fields.ts';
import type { PromiseFields, UnkeptPromise } from './form-promise.ts';

/** In which of the promise's columns the problem is; undefined where it is in none. */
export function columnOfProblem(
  verdict: UnkeptPromise,
  promised: PromiseFields,
): PromiseColumn | undefined {
  if (verdict.kind === 'barred') return undefined;
  if (verdict.kind === 'senseless') return columnOf(verdict.problem);
  if (promised.callaftermin !== undefined) return 'callaftermin';
  return promised.time_callback === undefined ? 'date_callback' : 'time_callback';
}

function columnOf(problem: OrderProblem): PromiseColumn | undefined {
  switch (problem.code) {
    case 'not-minutes':
      return 'callaftermin';
    case 'no-time':
    case 'past':
      return 'time_callback';
    case 'too-far':
      return 'date_callback';
    case 'misread':
    case 'no-such-day':
      return problem.column;
    default:
      return undefined;
  }
}

/** The problem as a form says it, below the field and under its own label. */
export function asFieldProblem(problem: OrderProblem): FieldProblem | undefined {
  switch (problem.code) {
    case 'not-minutes':
      return Number(problem.got) > problem.most
        ? { code: 'too-big', most: problem.most, got: Number(problem.got) }
        : { code: 'not-minutes', got: problem.got };
    case 'no-time':
      return { code: 'time-needed' };
    case 'no-such-day':
      return { code: 'no-such-day', got: problem.got };
    case 'misread':
      return problem.column === 'time_callback'
        ? { code: 'not-a-time', got: problem.got }
        : { code: 'not-a-date', got: problem.got };
    default:
      return undefined;
  }
}
