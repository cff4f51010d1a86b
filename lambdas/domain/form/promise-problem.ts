import type { OrderProblem } from '../order/order-problem.ts';
import type { FieldProblem } from '../script/fields/field-problem.ts';

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
