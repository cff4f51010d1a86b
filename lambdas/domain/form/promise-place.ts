import type { OrderProblem } from '../order/order-problem.ts';
import type { PromiseColumn } from '../script/fields/promise-fields.ts';
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
