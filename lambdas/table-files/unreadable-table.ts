import { type TableProblem, tableProblemText } from './table-problem.ts';

/** The file as a whole cannot be read as a table; the message is a sentence for its owner. */
export class UnreadableTable extends Error {
  override name = 'UnreadableTable';
  readonly problem: TableProblem;

  constructor(problem: TableProblem, options?: ErrorOptions) {
    super(tableProblemText(problem, 'en'), options);
    this.problem = problem;
  }
}
