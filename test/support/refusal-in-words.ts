import { isRefusal, type Refusal } from '../../lambdas/domain/import/import-line.ts';
import { lineProblemText } from '../../lambdas/domain/import/import-problem.ts';

/** What became of a line, and with a refusal the English sentence that its file's owner reads. */
export function inWords<Outcome extends string | object>(outcome: Outcome) {
  if (typeof outcome === 'string' || !isRefusal(outcome)) return outcome;
  const { problem, ...place }: Refusal = outcome;
  return { ...place, reason: lineProblemText(problem, 'en') };
}
