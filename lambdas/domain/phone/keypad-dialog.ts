import type { FieldProblem } from '../script/fields/field-problem.ts';
import {
  isReadBack,
  type KeypadContext,
  readDigits,
  type SpokenField,
} from '../script/fields/keypad.ts';
import type { Dialog } from '../script/path.ts';
import {
  answerQuestion,
  type NextQuestion,
  nextQuestion,
  type QuestionAnswered,
  skipQuestion,
} from '../script/run/question.ts';
import type { Run, Value } from '../script/script.ts';
import type { KeypadPlace } from './keypad-place.ts';
import { reopenPromise } from './reopen-promise.ts';

/**
 * A script on the telephone's keys, from one request to the next:
 *
 *   asked      ─keys that make sense─▶ decided, or read back where they were several
 *              ─none, or nonsense────▶ asked again with the reason, twice; then given up
 *   read back  ─1────────────────────▶ decided
 *              ─2────────────────────▶ asked
 *              ─none, or others──────▶ read back again, twice; then given up
 *   decided    the run has the answer and is stored; the next question is asked
 *
 * Only what is decided changes the run, and what follows from it follows from the run alone. So a
 * request that comes again gets the same answer: before the run is stored, because it does the same
 * again; afterwards, because its place is of an older revision.
 */
export type KeypadTurn =
  | { kind: 'ask'; open: OpenQuestion; place: KeypadPlace; problem?: FieldProblem }
  | { kind: 'read-back'; field: SpokenField; value: Value; place: KeypadPlace }
  | { kind: 'decided'; run: Run; field: SpokenField }
  | { kind: 'given-up' };

export type OpenQuestion = Extract<NextQuestion, { kind: 'ask' }>;

/** A question is asked three times in all. */
const mostTries = 3;

const yes = '1';
const no = '2';

/** The question's place when it is asked for the first time. */
export function placeOf({ id }: OpenQuestion, revision: number): KeypadPlace {
  return { question: id, revision, tries: 0 };
}

export interface Pressed {
  place: KeypadPlace;
  /** With the `#` that ended them; empty after silence. */
  keys: string;
}

/**
 * What comes of the keys that were pressed at the place, which is of the run's own revision.
 * Undefined when the place is not where the run stands.
 */
export function takeKeys(
  { script, run: stored }: Dialog,
  { place, keys }: Pressed,
  context: KeypadContext,
): KeypadTurn | undefined {
  const { question, again } = place;
  const run = again ? reopenPromise({ script, run: stored }, question.visit) : stored;
  const dialog = { script, run };
  const open = nextQuestion(dialog);
  if (open.kind === 'end' || open.id.visit !== question.visit || open.id.field !== question.field)
    return undefined;
  const turn = { dialog, open, place, context };
  return place.keyed === undefined ? answer(turn, keys) : confirm(turn, place.keyed, keys);
}

interface Turn {
  dialog: Dialog;
  open: OpenQuestion;
  place: KeypadPlace;
  context: KeypadContext;
}

function answer({ open, ...turn }: Turn, keys: string): KeypadTurn {
  const digits = keys.replace(/#$/, '');
  const isSkipped = keys === '#' || digits === '*';
  if (isSkipped) return decided({ open, ...turn }, skipQuestion(turn.dialog, open.id));
  const read = readDigits(open.field, digits, turn.context);
  if (read.kind === 'problem') return askAgain({ open, ...turn }, read.problem);
  if (read.kind === 'skip') return decided({ open, ...turn }, skipQuestion(turn.dialog, open.id));
  if (!isReadBack(open.field)) return decide({ open, ...turn }, read.value);
  const keyed = keysOf(open.field, read.value, digits);
  const place = { ...turn.place, tries: 0, keyed };
  return { kind: 'read-back', field: open.field, value: read.value, place };
}

/** A date is read back with its year, so that midnight changes nothing about what is confirmed. */
function keysOf({ type }: SpokenField, value: Value, digits: string): string {
  return type === 'date' ? String(value).split('-').reverse().join('') : digits;
}

function confirm(turn: Turn, keyed: string, keys: string): KeypadTurn {
  const { open, place, context } = turn;
  const read = readDigits(open.field, keyed, context);
  const { keyed: _, ...asking } = place;
  if (read.kind !== 'value' || keys === no)
    return { kind: 'ask', open, place: { ...asking, tries: 0 } };
  if (keys === yes) return decide(turn, read.value);
  const tries = place.tries + 1;
  if (tries >= mostTries) return { kind: 'given-up' };
  return { kind: 'read-back', field: open.field, value: read.value, place: { ...place, tries } };
}

function decide(turn: Turn, given: Value): KeypadTurn {
  const { dialog, open, context } = turn;
  return decided(turn, answerQuestion(dialog, { question: open.id, given }, context));
}

function decided(turn: Turn, answered: QuestionAnswered): KeypadTurn {
  if ('problem' in answered) return askAgain(turn, answered.problem);
  return { kind: 'decided', run: answered.run, field: turn.open.field };
}

function askAgain(
  { open, place: { keyed: _, ...place } }: Turn,
  problem: FieldProblem,
): KeypadTurn {
  const tries = place.tries + 1;
  if (tries >= mostTries) return { kind: 'given-up' };
  return { kind: 'ask', open, place: { ...place, tries }, problem };
}
