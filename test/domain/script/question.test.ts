import { readDigits } from '../../../lambdas/domain/script/fields/keypad.ts';
import {
  answerQuestion,
  nextQuestion,
  type QuestionAnswered,
  skipQuestion,
} from '../../../lambdas/domain/script/run/question.ts';
import {
  answerStep,
  answersOf,
  keepDraft,
  positionOf,
  startRun,
} from '../../../lambdas/domain/script/run/run-script.ts';
import type { Field, Run, Script } from '../../../lambdas/domain/script/script.ts';
import { monday, runIn, sampleFile, scriptOf, straightScript } from './sample-scripts.ts';

const sample = scriptOf(sampleFile);

/** Keys the open question's answer. */
function key(script: Script, run: Run, digits: string): QuestionAnswered {
  const open = nextQuestion({ script, run });
  if (open.kind === 'end') throw new Error('the dialog has ended');
  const keyed = readDigits(open.field, digits, monday);
  if (keyed.kind === 'problem') return keyed;
  if (keyed.kind === 'skip') return skipQuestion({ script, run: open.run }, open.id);
  const answer = { question: open.id, given: keyed.value };
  return answerQuestion({ script, run: open.run }, answer, monday);
}

function keyed(script: Script, ...answers: string[]): Run {
  return answers.reduce<Run>((run, digits) => runIn(key(script, run, digits)), startRun(script));
}

/** What is asked now, after the steps whose texts are spoken before it. */
function asked(script: Script, run: Run): string {
  const open = nextQuestion({ script, run });
  const preamble = open.preamble.map(({ id }) => `(${id})`);
  return [...preamble, open.kind === 'end' ? 'end' : `${open.field.id}?`].join(' ');
}

describe('the sample by telephone', () => {
  test.each<[string, string[]]>([
    ['(talk) result?', []],
    ['minutes?', ['1']], // the comment is a text: it is passed over
    ['date?', ['1', '*']],
    ['time?', ['1', '*', '*']],
    ['end', ['1', '*', '*', '*']],
    ['(confirm) agreed?', ['2', '30']], // minutes make date and time needless
    ['(confirm) agreed?', ['2', '*', '2411', '1500']],
    ['(confirm) agreed?', ['2', '*', '*', '1500']],
    ['(no-moment) (talk) result?', ['2', '*', '*', '*']],
    ['end', ['2', '30', '1']],
    ['(talk) result?', ['2', '30', '2']],
    ['end', ['2', '30', '2', '3', '*', '*', '*']],
  ])('asks %s after %j', (question, answers) => {
    expect(asked(sample, keyed(sample, ...answers))).toBe(question);
  });

  test('gives the answers that the form gives', () => {
    const run = keyed(sample, '2', '*', '2411', '1500', '1');
    expect(answersOf({ script: sample, run })).toEqual({
      result: 'call-again',
      date: '2026-11-24',
      time: '15:00',
      agreed: true,
    });
  });

  test('a second round that promises nothing takes the first promise back', () => {
    const run = keyed(sample, '2', '30', '2', '3', '*', '*', '*');
    expect(answersOf({ script: sample, run })).toEqual({ result: 'refused', agreed: false });
  });

  test('a date needs a time', () => {
    const run = keyed(sample, '2', '*', '2411');
    expect(key(sample, run, '*')).toEqual({ problem: { code: 'time-needed' } });
  });
});

const note: Field = { id: 'note', type: 'text', label: 'Note', required: true };
const wants: Field = { id: 'wants', type: 'yes-no', label: 'Wants' };
const sum: Field = { id: 'sum', type: 'number', label: 'Sum' };

describe('passing over', () => {
  test('an optional question leaves it without an answer, or with its default', () => {
    const script = straightScript([wants, { ...sum, default: 5 }]);
    const run = keyed(script, '*', '*');
    expect(answersOf({ script, run })).toEqual({ sum: 5 });
  });

  test('a required question is refused, unless it has a default', () => {
    const script = straightScript([{ ...wants, required: true }]);
    expect(key(script, startRun(script), '*')).toEqual({ problem: { code: 'required' } });
    const eased = straightScript([{ ...wants, required: true, default: false }]);
    expect(answersOf({ script: eased, run: keyed(eased, '*') })).toEqual({ wants: false });
  });

  test('texts keep their default, also where they are required', () => {
    const script = straightScript([note, { ...note, id: 'other', default: 'as ever' }, wants]);
    expect(asked(script, startRun(script))).toBe('(step0) wants?');
    const run = keyed(script, '1');
    expect(answersOf({ script, run })).toEqual({ other: 'as ever', wants: true });
  });

  test('steps with texts alone are spoken, and passed through', () => {
    const script = straightScript([note], [wants], [{ ...note, id: 'last' }]);
    expect(asked(script, startRun(script))).toBe('(step0) (step1) wants?');
    expect(asked(script, keyed(script, '1'))).toBe('(step2) end');
  });

  test('what a script without a question says is said before the end', () => {
    const script = straightScript([], []);
    expect(asked(script, startRun(script))).toBe('(step0) (step1) end');
  });
});

describe('a dialog that changes its surface', () => {
  const script = straightScript([note], [wants, { ...note, id: 'more', required: false }, sum]);
  const filled = runIn(answerStep({ script, run: startRun(script) }, { note: 'x' }, monday));

  test('goes on by telephone where the form stopped, with the texts of its draft', () => {
    const drafted = keepDraft({ script, run: filled }, { wants: true, more: ' drafted ' });
    expect(asked(script, drafted)).toBe('(step1) wants?');
    const run = runIn(key(script, runIn(key(script, drafted, '2')), '7'));
    const answers = { note: 'x', wants: false, more: 'drafted', sum: 7 };
    expect(answersOf({ script, run })).toEqual(answers);
    expect(positionOf({ script, run }).at).toBe('end');
  });

  test('counts what was keyed, and hands the step on to the form', () => {
    const run = runIn(key(script, filled, '1'));
    expect(answersOf({ script, run })).toEqual({ note: 'x', wants: true });
    const ended = runIn(answerStep({ script, run }, { wants: false }, monday));
    expect(answersOf({ script, run: ended })).toEqual({ note: 'x', wants: false });
  });

  test('a draft’s text that does not fit is left out', () => {
    const drafted = keepDraft({ script, run: filled }, { more: 'x'.repeat(501) });
    const run = runIn(key(script, runIn(key(script, drafted, '*')), '*'));
    expect(answersOf({ script, run })).toEqual({ note: 'x' });
  });
});

describe('a webhook that comes twice', () => {
  test('answers its own question, and not the next', () => {
    const script = straightScript([wants, { ...wants, id: 'too' }]);
    const first = nextQuestion({ script, run: startRun(script) });
    if (first.kind === 'end') throw new Error('nothing is asked');
    const answer = { question: first.id, given: true };
    const once = runIn(answerQuestion({ script, run: first.run }, answer, monday));
    expect(answerQuestion({ script, run: once }, answer, monday)).toEqual({ run: once });
    expect(skipQuestion({ script, run: once }, first.id)).toEqual({ run: once });
    expect(asked(script, once)).toBe('too?');
  });

  test('also where the same step is asked again', () => {
    const first = nextQuestion({ script: sample, run: startRun(sample) });
    if (first.kind === 'end') throw new Error('nothing is asked');
    const run = keyed(sample, '2', '*', '*', '*');
    expect(asked(sample, run)).toBe('(no-moment) (talk) result?');
    const answer = { question: first.id, given: 'settled' };
    expect(answerQuestion({ script: sample, run }, answer, monday)).toEqual({ run });
  });
});

test('an answer that does not fit is refused, whoever read it', () => {
  const script = straightScript([{ ...sum, max: 9 }]);
  const open = nextQuestion({ script, run: startRun(script) });
  if (open.kind === 'end') throw new Error('nothing is asked');
  const answer = { question: open.id, given: 10 };
  expect(answerQuestion({ script, run: open.run }, answer, monday)).toEqual({
    problem: { code: 'too-big', most: 9, got: 10 },
  });
});
