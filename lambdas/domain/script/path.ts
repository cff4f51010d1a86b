import { holds } from './condition.ts';
import type { Answers, Run, Script, Step, StepAnswers, Visit } from './script.ts';

/**
 * The path of a dialog through its script, a list of visits:
 *
 *   open   the last visit, while its questions are not answered
 *   left   answered, or without a question: passed through as soon as it is entered
 *
 * The dialog has ended when its last visit is left. A visit is never entered beyond the hundredth,
 * so that every dialog ends, whatever the script says.
 */
const mostVisits = 100;

/** A script, and how far it has come. */
export interface Dialog {
  script: Script;
  run: Run;
}

export function stepNamed(script: Script, id: string): Step {
  const step = script.steps.find((it) => it.id === id);
  if (step === undefined) throw new Error(`the script has no step “${id}”`);
  return step;
}

/** The visit whose questions are to be answered; undefined at the end. */
export function openVisit({ visits }: Run): Visit | undefined {
  const last = visits.at(-1);
  return last?.left === true ? undefined : last;
}

/** Goes to a step, through those that ask nothing, to the next one that asks something. */
export function enter(script: Script, before: readonly Visit[], stepId: string): Visit[] {
  const visits = [...before];
  let to = stepId;
  while (to !== 'end' && visits.length < mostVisits) {
    if (stepNamed(script, to).fields.length > 0) return [...visits, { step: to, answers: {} }];
    visits.push({ step: to, answers: {}, left: true });
    to = nextStep(script, visits);
  }
  return visits;
}

/** Leaves the open visit, done as it is given, and goes on to where its answers lead. */
export function leave({ script, run }: Dialog, done: Visit): Run {
  const visits: Visit[] = [...run.visits.slice(0, -1), { ...done, left: true }];
  const aside = withoutFirst(done.step, run.aside ?? []);
  return runOf(enter(script, visits, nextStep(script, visits)), aside);
}

/** What was set aside for a step that may be visited several times is used in its order. */
export function withoutFirst(step: string, aside: readonly StepAnswers[]): StepAnswers[] {
  const first = aside.findIndex((it) => it.step === step);
  return aside.filter((_, index) => index !== first);
}

export function runOf(visits: Visit[], aside: readonly StepAnswers[]): Run {
  return aside.length === 0 ? { visits } : { visits, aside: aside.slice(0, mostVisits) };
}

function nextStep(script: Script, visits: readonly Visit[]): string {
  const { next } = stepNamed(script, visits.at(-1)?.step ?? script.start);
  if (typeof next === 'string') return next;
  const answers = answersAlong(script, visits);
  const taken = next.find(({ when }) => when === undefined || holds(when, answers));
  return taken?.to ?? 'end';
}

/** The answers along the path. A step that was visited again says what it said last. */
export function answersAlong(script: Script, visits: readonly Visit[]): Answers {
  const answers: Answers = {};
  for (const visit of visits) {
    for (const id of decidedFields(script, visit)) {
      const answer = visit.answers[id];
      if (answer === undefined) delete answers[id];
      else answers[id] = answer;
    }
  }
  return answers;
}

function decidedFields(script: Script, visit: Visit): string[] {
  if (visit.left !== true) return visit.asked ?? [];
  return stepNamed(script, visit.step).fields.map(({ id }) => id);
}

/** The steps since the last question that asked nothing: their texts stand before what comes next. */
export function silentSteps(script: Script, { visits }: Run): Step[] {
  const passed = visits.filter((visit) => visit.left === true);
  const lastAsked = passed.findLastIndex((visit) => !isSilent(script, visit));
  return passed.slice(lastAsked + 1).map((visit) => stepNamed(script, visit.step));
}

function isSilent(script: Script, { step, asked }: Visit): boolean {
  return asked?.length === 0 || stepNamed(script, step).fields.length === 0;
}
