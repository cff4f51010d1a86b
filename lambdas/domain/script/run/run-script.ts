import type { FieldProblem } from '../fields/field-problem.ts';
import { type AnswerContext, readValue } from '../fields/field-value.ts';
import { fieldsThatCount, promiseProblems } from '../fields/promise-fields.ts';
import {
  answersAlong,
  type Dialog,
  enter,
  leave,
  openVisit,
  runOf,
  silentSteps,
  stepNamed,
  withoutFirst,
} from '../path.ts';
import type { Answers, Run, Script, Step } from '../script.ts';

/** The interpreter as the form uses it: a whole step at a time. */

export function startRun(script: Script): Run {
  return { visits: enter(script, [], script.start) };
}

/** Where the dialog stands; `before` are the steps without a question just passed: show their texts. */
export type Position = { at: 'step'; step: Step; before: Step[] } | { at: 'end'; before: Step[] };

export function positionOf({ script, run }: Dialog): Position {
  const visit = openVisit(run);
  const before = silentSteps(script, run);
  if (visit === undefined) return { at: 'end', before };
  return { at: 'step', step: stepNamed(script, visit.step), before };
}

/** All answers that count: those of the path, without what was gone back from. */
export function answersOf({ script, run }: Dialog): Answers {
  return answersAlong(script, run.visits);
}

export type Given = Readonly<Record<string, unknown>>;
export type Answered = { run: Run } | { problems: Record<string, FieldProblem> };

/** Answers the open step, all its fields at once. After the end nothing is open: nothing changes. */
export function answerStep(dialog: Dialog, given: Given, context: AnswerContext): Answered {
  const visit = openVisit(dialog.run);
  if (visit === undefined) return { run: dialog.run };
  const step = stepNamed(dialog.script, visit.step);
  const { answers, problems } = readAnswers(step, given, context);
  if (Object.keys(problems).length > 0) return { problems };
  return { run: leave(dialog, { step: step.id, answers }) };
}

interface StepReading {
  answers: Answers;
  problems: Record<string, FieldProblem>;
}

function readAnswers(step: Step, given: Given, context: AnswerContext): StepReading {
  const problems: Record<string, FieldProblem> = {};
  for (const id of Object.keys(given)) {
    if (!step.fields.some((field) => field.id === id)) problems[id] = { code: 'not-asked' };
  }
  const answers: Answers = {};
  for (const field of step.fields) {
    // Minutes stand first, and decide whether date and time are looked at at all.
    if (!fieldsThatCount(step, answers).includes(field)) continue;
    const reading = readValue(field, given[field.id], context);
    if ('problem' in reading) problems[field.id] = reading.problem;
    else if (reading.value !== undefined) answers[field.id] = reading.value;
  }
  return { answers, problems: { ...promiseProblems(step, answers), ...problems } };
}

/** What the open step's form begins with: what was answered there before, else the defaults. */
export function answersToBeginWith({ script, run }: Dialog): Answers {
  const visit = openVisit(run);
  if (visit === undefined) return {};
  const aside = run.aside?.find((it) => it.step === visit.step);
  const earlier = run.visits.findLast((it) => it.step === visit.step && it !== visit);
  const step = stepNamed(script, visit.step);
  const known = aside?.answers ?? (earlier && askedAnew(step, earlier.answers));
  return { ...(known ?? defaultsOf(step)), ...visit.answers };
}

/** What a step begins with that the script came round to again: a yes confirmed what stood then. */
function askedAnew(step: Step, before: Answers): Answers {
  const answers = { ...before };
  for (const { id, type, default: value } of step.fields) {
    if (!asksYesOrNo(type)) continue;
    if (value === undefined) delete answers[id];
    else answers[id] = value;
  }
  return answers;
}

/** A yes is about this talk: nobody says it again by leaving it as it stands. */
function asksYesOrNo(type: Step['fields'][number]['type']): boolean {
  return type === 'yes-no' || type === 'do-not-call' || type === 'voicemail';
}

function defaultsOf({ fields }: Step): Answers {
  const answers: Answers = {};
  for (const { id, default: value } of fields) if (value !== undefined) answers[id] = value;
  return answers;
}

/** Keeps what stands in the open step's form, whatever it is worth yet; the form begins with it. */
export function keepDraft({ run }: Dialog, draft: Answers): Run {
  const visit = openVisit(run);
  if (visit === undefined) return run;
  const others = withoutFirst(visit.step, run.aside ?? []);
  return runOf(run.visits, [{ step: visit.step, answers: draft }, ...others]);
}

/** Goes back to the step asked before. What was answered is kept, and begins the form again. */
export function stepBack(dialog: Dialog): Run {
  const { script, run } = dialog;
  const asked = run.visits.filter(({ step }) => stepNamed(script, step).fields.length > 0);
  const target = openVisit(run) === undefined ? asked.at(-1) : asked.at(-2);
  if (target === undefined) return run;
  const at = run.visits.indexOf(target);
  const answered = run.visits
    .slice(at)
    .filter((visit) => asked.includes(visit))
    .filter((visit) => visit.left === true || Object.keys(visit.answers).length > 0)
    .map(({ step, answers }) => ({ step, answers }));
  const visits = [...run.visits.slice(0, at), { step: target.step, answers: {} }];
  return runOf(visits, [...answered, ...(run.aside ?? [])]);
}
