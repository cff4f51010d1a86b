import type { FieldProblem } from '../fields/field-problem.ts';
import { type AnswerContext, readValue } from '../fields/field-value.ts';
import { isSpoken, type SpokenField } from '../fields/keypad.ts';
import { fieldsThatCount, promiseProblems } from '../fields/promise-fields.ts';
import { type Dialog, leave, openVisit, silentSteps, stepNamed } from '../path.ts';
import type { Answers, Run, Step, Value, Visit } from '../script.ts';
import { answersToBeginWith } from './run-script.ts';

/**
 * The interpreter as the telephone uses it: one field at a time. Texts are passed over, also when
 * they are required; they keep what the form would have begun with. The run is the form's own, so
 * that a dialog may change its surface on the way.
 */

/** Which question: a webhook that comes twice answers its own, and not the next. */
export interface QuestionId {
  /** The place of the visit on the path, from 0. */
  visit: number;
  field: string;
}

export type NextQuestion =
  | { kind: 'ask'; run: Run; id: QuestionId; field: SpokenField; step: Step; preamble: Step[] }
  | { kind: 'end'; run: Run; preamble: Step[] };

/**
 * The question to ask now, and the run as far as it goes without asking. The texts of `preamble`
 * are spoken before it: steps that asked nothing, and the question's own step if it is its first.
 */
export function nextQuestion(dialog: Dialog): NextQuestion {
  const { script } = dialog;
  const run = passOver(dialog);
  const visit = openVisit(run);
  const passed = silentSteps(script, run);
  if (visit === undefined) return { kind: 'end', run, preamble: passed };
  const step = stepNamed(script, visit.step);
  const [field] = openQuestions(step, visit);
  if (field === undefined) throw new Error('the steps without a question were passed over');
  const preamble = visit.asked === undefined ? [...passed, step] : [];
  const id = { visit: run.visits.length - 1, field: field.id };
  return { kind: 'ask', run, id, field, step, preamble };
}

export type QuestionAnswered = { run: Run } | { problem: FieldProblem };

export interface QuestionAnswer {
  question: QuestionId;
  given: unknown;
}

/** Answers the question that is open; of any other question nothing is changed. */
export function answerQuestion(
  dialog: Dialog,
  { question, given }: QuestionAnswer,
  context: AnswerContext,
): QuestionAnswered {
  const open = nextQuestion(dialog);
  if (!isOpen(open, question)) return { run: open.run };
  const reading = readValue(open.field, given, context);
  if ('problem' in reading) return reading;
  return decide({ ...dialog, run: open.run }, open, reading.value);
}

/** Passes over the open question, which keeps its default, or stays without an answer. */
export function skipQuestion(dialog: Dialog, question: QuestionId): QuestionAnswered {
  const open = nextQuestion(dialog);
  if (!isOpen(open, question)) return { run: open.run };
  const { required, default: value } = open.field;
  if (required === true && value === undefined) return { problem: { code: 'required' } };
  return decide({ ...dialog, run: open.run }, open, value);
}

type OpenQuestion = Extract<NextQuestion, { kind: 'ask' }>;

function isOpen(open: NextQuestion, { visit, field }: QuestionId): open is OpenQuestion {
  return open.kind === 'ask' && open.id.visit === visit && open.id.field === field;
}

function decide(
  dialog: Dialog,
  { field, step }: OpenQuestion,
  value: Value | undefined,
): QuestionAnswered {
  const visit = openVisit(dialog.run) ?? { step: step.id, answers: {} };
  const answers: Answers =
    value === undefined ? visit.answers : { ...visit.answers, [field.id]: value };
  const problem = value === undefined ? promiseProblems(step, answers)[field.id] : undefined;
  if (problem !== undefined) return { problem };
  const decided: Visit = { ...visit, answers, asked: [...(visit.asked ?? []), field.id] };
  const visits = [...dialog.run.visits.slice(0, -1), decided];
  return { run: passOver({ ...dialog, run: { ...dialog.run, visits } }) };
}

/** Leaves every step in which no question is open any more. */
function passOver(dialog: Dialog): Run {
  let run = dialog.run;
  for (let visit = openVisit(run); visit !== undefined; visit = openVisit(run)) {
    const step = stepNamed(dialog.script, visit.step);
    if (openQuestions(step, visit).length > 0) return run;
    const answers = { ...textsToKeep(step, { ...dialog, run }), ...visit.answers };
    run = leave({ ...dialog, run }, { step: step.id, answers, asked: visit.asked ?? [] });
  }
  return run;
}

function openQuestions(step: Step, { answers, asked = [] }: Visit): SpokenField[] {
  return fieldsThatCount(step, answers)
    .filter(isSpoken)
    .filter(({ id }) => !asked.includes(id));
}

function textsToKeep(step: Step, dialog: Dialog): Answers {
  const begun = answersToBeginWith(dialog);
  const kept: Answers = {};
  for (const field of step.fields.filter((it) => !isSpoken(it))) {
    const reading = readValue(field, begun[field.id], { isPhone: () => false });
    // A draft may hold a text that is not fit to be an answer.
    if ('value' in reading && reading.value !== undefined) kept[field.id] = reading.value;
  }
  return kept;
}
