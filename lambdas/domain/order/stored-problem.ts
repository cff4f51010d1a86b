import type { Instant } from '../basics/instant.ts';
import type { Language } from '../basics/language.ts';
import { shortened } from '../basics/localized.ts';
import { type OrderProblem, orderProblemText } from './order-problem.ts';

/** What is wrong with a row, as the row keeps it: the English sentence, and the code it came from. */
export type StoredProblem = {
  problem?: string;
  /** JSON of an `OrderProblem`; absent where an earlier release wrote the sentence alone. */
  problemCode?: string;
};

/** The columns that a problem is kept in; both or none. */
export function problemColumns(problem: OrderProblem | undefined) {
  return {
    _problem: problem && orderProblemText(problem, 'en'),
    _problem_code: problem && JSON.stringify(problem, shortTexts),
  };
}

/** What others wrote may be as long as the row can hold; no sentence shows so much of it. */
function shortTexts(_: string, value: unknown): unknown {
  return typeof value === 'string' ? shortened(value) : value;
}

/** The problem in the language; English where no code says what it is. */
export function shownProblem(stored: StoredProblem, language: Language): string | undefined {
  const { problem, problemCode } = stored;
  if (language === 'en' || problem === undefined || problemCode === undefined) return problem;
  try {
    return orderProblemText(JSON.parse(problemCode), language);
  } catch {
    return problem; // others may write anything into any column, also into ours
  }
}

/** Which problem it is; undefined where no code says so. */
export function problemCodeOf(stored: StoredProblem): OrderProblem['code'] | undefined {
  return storedCode(stored)?.code;
}

/** The promise that was missed, of a row that says so. */
export function missedPromiseOf(stored: StoredProblem): Instant | undefined {
  const found = storedCode(stored);
  const isMissed = found?.code === 'missed' && typeof found.promisedFor === 'number';
  return isMissed ? found.promisedFor : undefined;
}

function storedCode({ problemCode }: StoredProblem): Partial<OrderProblem> | undefined {
  if (problemCode === undefined) return undefined;
  try {
    return (JSON.parse(problemCode) as Partial<OrderProblem> | null) ?? undefined;
  } catch {
    return undefined; // as above
  }
}
