import { type KeypadTurn, placeOf, takeKeys } from '../../../lambdas/domain/phone/keypad-dialog.ts';
import type { KeypadPlace } from '../../../lambdas/domain/phone/keypad-place.ts';
import { nextQuestion } from '../../../lambdas/domain/script/run/question.ts';
import { answersOf, startRun } from '../../../lambdas/domain/script/run/run-script.ts';
import type { Field, Run, Script, Value } from '../../../lambdas/domain/script/script.ts';
import { monday, scriptOf, straightScript } from '../script/sample-scripts.ts';

const result: Field = {
  id: 'result',
  type: 'choice',
  label: 'Result',
  required: true,
  choices: [
    { value: 'settled', label: 'Settled' },
    { value: 'refused', label: 'Refused', key: '5' },
  ],
};
const agreed: Field = { id: 'agreed', type: 'yes-no', label: 'Agreed?' };
const many: Field = { id: 'many', type: 'number', label: 'How many?', max: 20 };
const minutes: Field = { id: 'minutes', type: 'minutes', label: 'In?', column: 'callaftermin' };
const day: Field = { id: 'day', type: 'date', label: 'Day?' };
const time: Field = { id: 'time', type: 'time', label: 'Time?' };
const phone: Field = { id: 'phone', type: 'phone', label: 'Phone?' };

interface Asked {
  script: Script;
  run: Run;
  place: KeypadPlace;
}

function asking(field: Field, given: Partial<KeypadPlace> = {}): Asked {
  const script = straightScript([field]);
  const run = startRun(script);
  return { script, run, place: { ...placeIn(script, run), ...given } };
}

function placeIn(script: Script, run: Run): KeypadPlace {
  const open = nextQuestion({ script, run });
  if (open.kind === 'end') throw new Error('nothing is asked');
  return placeOf(open, 3);
}

function press({ script, run, place }: Asked, keys: string): KeypadTurn | undefined {
  return takeKeys({ script, run }, { place, keys }, monday);
}

/** What the decided turn answered; `nothing` for a question that was passed over. */
function answered(asked: Asked, keys: string): Value | 'nothing' {
  const turn = press(asked, keys);
  if (turn?.kind !== 'decided') throw new Error(`not decided: ${JSON.stringify(turn)}`);
  const answers = answersOf({ script: asked.script, run: turn.run });
  return answers[asked.place.question.field] ?? 'nothing';
}

describe('one key decides', () => {
  test.each<[Field, string, Value | 'nothing']>([
    [result, '1', 'settled'],
    [result, '5', 'refused'],
    [agreed, '1', true],
    [agreed, '2', false],
    [agreed, '*', 'nothing'],
    [agreed, '#', 'nothing'],
  ])('%# %j', (field, keys, value) => {
    expect(answered(asking(field), keys)).toBe(value);
  });
});

describe('several keys are read back, with what they will be taken for', () => {
  test.each<[Field, string, Value, string]>([
    [minutes, '30#', 30, '30'],
    [many, '12*5#', 12.5, '12*5'],
    [day, '2411#', '2026-11-24', '24112026'],
    [day, '2311', '2026-11-23', '23112026'],
    [day, '2211#', '2027-11-22', '22112027'],
    [day, '29022028#', '2028-02-29', '29022028'],
    [time, '930#', '09:30', '930'],
    [time, '2359', '23:59', '2359'],
    [phone, '02079460590#', '02079460590', '02079460590'],
  ])('%# %j', (field, keys, value, keyed) => {
    const asked = asking(field, { tries: 2 });
    const place = { ...asked.place, tries: 0, keyed };
    expect(press(asked, keys)).toEqual({ kind: 'read-back', field, value, place });
  });

  test('1 decides', () => {
    expect(answered(asking(minutes, { keyed: '30' }), '1')).toBe(30);
    expect(answered(asking(many, { keyed: '12*5' }), '1')).toBe(12.5);
  });

  test('2 asks again, from the beginning', () => {
    const asked = asking(minutes, { keyed: '30', tries: 2 });
    const { keyed: _, ...place } = asked.place;
    expect(press(asked, '2')).toMatchObject({ kind: 'ask', place: { ...place, tries: 0 } });
    expect(press(asked, '2')).not.toHaveProperty('problem');
  });

  test('a date that was read back stays that day after midnight', () => {
    const asked = asking(day, { keyed: '23112026' });
    const turn = takeKeys(
      { script: asked.script, run: asked.run },
      { place: asked.place, keys: '1' },
      { ...monday, today: '2026-11-24' },
    );
    expect(turn).toMatchObject({ kind: 'decided' });
    expect(answersOf({ script: asked.script, run: (turn as { run: Run }).run })).toEqual({
      day: '2026-11-23',
    });
  });

  test.each([
    ['silence', ''],
    ['another key', '7'],
    ['hash', '#'],
  ])('%s reads back again', (_, keys) => {
    const asked = asking(minutes, { keyed: '30', tries: 1 });
    const place = { ...asked.place, tries: 2 };
    expect(press(asked, keys)).toEqual({ kind: 'read-back', field: minutes, value: 30, place });
  });
});

describe('what makes no sense is asked again, with the reason', () => {
  test.each<[Field, string, string]>([
    [result, '', 'nothing-keyed'],
    [result, '3', 'not-a-key'],
    [result, '*', 'required'],
    [result, '#', 'required'],
    [minutes, '', 'nothing-keyed'],
    [minutes, '999999#', 'too-big'],
    [minutes, '1*5#', 'not-minutes'],
    [many, '21#', 'too-big'],
    [many, '1*2*3#', 'not-a-number'],
    [day, '3111#', 'no-such-day'],
    [day, '3102#', 'no-such-day'],
    [day, '24#', 'not-day-and-month'],
    [time, '2460#', 'not-hours-and-minutes'],
    [time, '12345#', 'not-hours-and-minutes'],
    [phone, '12#', 'not-a-phone'],
  ])('%# %j: %s', (field, keys, code) => {
    const asked = asking(field, { tries: 1 });
    const place = { ...asked.place, tries: 2 };
    expect(press(asked, keys)).toMatchObject({ kind: 'ask', place, problem: { code } });
  });

  test('a date that was answered needs its time', () => {
    const date: Field = { ...day, column: 'date_callback' } as Field;
    const clock: Field = { ...time, column: 'time_callback' } as Field;
    const script = straightScript([date, clock]);
    const start = startRun(script);
    const keyed = { ...placeIn(script, start), keyed: '24112026' };
    const dated = press({ script, run: start, place: keyed }, '1');
    const run = (dated as { run: Run }).run;
    const turn = press({ script, run, place: placeIn(script, run) }, '*#');
    expect(turn).toMatchObject({ kind: 'ask', problem: { code: 'time-needed' } });
  });
});

describe('gives up after the third time', () => {
  test.each<[string, Asked, string]>([
    ['without a key', asking(result), ''],
    ['with a key that is no answer', asking(result), '9'],
    ['without a yes or no to what is read back', asking(minutes, { keyed: '30' }), ''],
  ])('%s', (_, asked, keys) => {
    const again = asked.place.keyed === undefined ? 'ask' : 'read-back';
    const turns = [0, 1, 2].map((tries) => ({ ...asked, place: { ...asked.place, tries } }));
    expect(turns.map((turn) => press(turn, keys)?.kind)).toEqual([again, again, 'given-up']);
  });
});

test('a skipped question keeps its default', () => {
  const field: Field = { ...agreed, default: true, required: true } as Field;
  expect(answered(asking(field), '*')).toBe(true);
});

test('nothing comes of a place where the run does not stand', () => {
  const asked = asking(result);
  const elsewhere = { ...asked.place, question: { visit: 0, field: 'agreed' } };
  expect(press({ ...asked, place: elsewhere }, '1')).toBeUndefined();
  const later = { ...asked.place, question: { visit: 7, field: 'result' } };
  expect(press({ ...asked, place: later }, '1')).toBeUndefined();
});

test('the same keys at the same place give the same turn', () => {
  const asked = asking(minutes);
  expect(press(asked, '30#')).toEqual(press(asked, '30#'));
  const confirmed = { ...asked, place: { ...asked.place, keyed: '30' } };
  expect(press(confirmed, '1')).toEqual(press(confirmed, '1'));
});

test('a promise that may not be is asked for anew, with what was keyed for it forgotten', () => {
  const script = scriptOf({
    title: 'Promise',
    start: 'a',
    steps: [
      {
        id: 'a',
        fields: [
          result,
          minutes,
          { ...day, column: 'date_callback' },
          { ...time, column: 'time_callback' },
        ],
        next: 'end',
      },
    ],
  });
  const run: Run = {
    visits: [
      {
        step: 'a',
        answers: { result: 'settled', day: '2026-11-24' },
        asked: ['result', 'minutes', 'day'],
      },
    ],
  };
  const question = { visit: 0, field: 'minutes' };
  const place: KeypadPlace = { question, revision: 3, tries: 0, keyed: '45', again: true };
  const turn = press({ script, run, place }, '1');
  expect(turn).toMatchObject({ kind: 'decided' });
  const answers = answersOf({ script, run: (turn as { run: Run }).run });
  expect(answers).toEqual({ result: 'settled', minutes: 45 });
});
