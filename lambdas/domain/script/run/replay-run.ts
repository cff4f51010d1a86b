import type { FieldProblem } from '../fields/field-problem.ts';
import type { AnswerContext } from '../fields/field-value.ts';
import { openVisit } from '../path.ts';
import type { Run, Script } from '../script.ts';
import { answerStep, type Given, startRun } from './run-script.ts';

export type Replayed = { run: Run } | { step: string; problems: Record<string, FieldProblem> };

/**
 * A run that came from somewhere else, run again from its start: a browser may send anything. The
 * answers must be fit, and lead along the path that was sent. What is not done yet stays a draft.
 */
export function replayRun(script: Script, given: Run, context: AnswerContext): Replayed {
  let run = startRun(script);
  for (const { step, answers } of answeredVisits(script, given)) {
    if (openVisit(run)?.step !== step) return { step, problems: notAsked(answers) };
    const answered = answerStep({ script, run }, answers, context);
    if ('problems' in answered) return { step, problems: answered.problems };
    run = answered.run;
  }
  return { run: given.aside === undefined ? run : { ...run, aside: given.aside } };
}

/** Steps that ask nothing are passed through by the replay itself. */
function answeredVisits(script: Script, { visits }: Run): Run['visits'] {
  const silent = script.steps.filter(({ fields }) => fields.length === 0).map(({ id }) => id);
  return visits.filter((visit) => visit.left === true && !silent.includes(visit.step));
}

function notAsked(answers: Given): Record<string, FieldProblem> {
  return Object.fromEntries(Object.keys(answers).map((id) => [id, { code: 'not-asked' }]));
}
