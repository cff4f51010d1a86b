import fc from 'fast-check';
import { problemsOfScript, readScript } from '../../../lambdas/domain/script/check/check-script.ts';
import {
  optionsOf,
  readDigits,
  type SpokenField,
} from '../../../lambdas/domain/script/fields/keypad.ts';
import { columnsOf, promiseOf } from '../../../lambdas/domain/script/fields/promise-fields.ts';
import {
  answerQuestion,
  nextQuestion,
  skipQuestion,
} from '../../../lambdas/domain/script/run/question.ts';
import { replayRun } from '../../../lambdas/domain/script/run/replay-run.ts';
import {
  answerStep,
  answersOf,
  answersToBeginWith,
  keepDraft,
  positionOf,
  startRun,
  stepBack,
} from '../../../lambdas/domain/script/run/run-script.ts';
import {
  type Answers,
  type Field,
  type Run,
  runSchema,
  type Script,
  type Value,
} from '../../../lambdas/domain/script/script.ts';
import { possibleValues, scripts, spokenScripts } from './random-script.ts';
import { monday, runIn, sampleFile } from './sample-scripts.ts';

/** What somebody answers each time that they are asked; undefined: nothing, where that is allowed. */
type Mind = (visit: number, field: Field) => Value | undefined;

const minds: fc.Arbitrary<Mind> = fc
  .array(fc.nat(3), { minLength: 1, maxLength: 40 })
  .map((choices) => (visit, field) => {
    const at = (visit * 7 + field.id.length * 3 + field.type.length) % choices.length;
    const value = possibleValues[field.type][choices[at] ?? 0];
    return value ?? (field.required === true ? possibleValues[field.type][0] : field.default);
  });

function formFor(mind: Mind, run: Run, fields: readonly Field[]): Answers {
  const visit = run.visits.length - 1;
  const form: Answers = {};
  for (const field of fields) {
    const value = mind(visit, field);
    if (value !== undefined) form[field.id] = value;
  }
  return form;
}

const noon = '12:00';

/** Sends one form, with a time where one is asked for. */
function sendForm(script: Script, run: Run, mind: Mind): Run {
  const position = positionOf({ script, run });
  if (position.at === 'end') throw new Error('the dialog has ended');
  const form = formFor(mind, run, position.step.fields);
  const answered = answerStep({ script, run }, form, monday);
  if ('run' in answered) return answered.run;
  return runIn(answerStep({ script, run }, { ...form, time: noon }, monday));
}

function byForm(script: Script, mind: Mind): Run {
  let run = startRun(script);
  while (positionOf({ script, run }).at !== 'end') run = sendForm(script, run, mind);
  return run;
}

function digitsFor(field: SpokenField, value: Value): string {
  switch (field.type) {
    case 'choice':
    case 'yes-no':
    case 'do-not-call':
    case 'voicemail':
      return optionsOf(field).find((option) => option.value === value)?.key ?? '';
    case 'number':
      return String(value).replace('.', '*');
    case 'date':
      return String(value).split('-').reverse().join('');
    default:
      return String(value).replace(/[:+]/g, '');
  }
}

function byTelephone(script: Script, mind: Mind): Run {
  let run = startRun(script);
  for (let open = nextQuestion({ script, run }); ; open = nextQuestion({ script, run })) {
    if (open.kind === 'end') return open.run;
    const { id, field } = open;
    const press = (digits: string) => {
      const keyed = readDigits(field, digits, monday);
      if (keyed.kind === 'problem') throw new Error(`refused: ${JSON.stringify(keyed.problem)}`);
      if (keyed.kind === 'skip') return skipQuestion({ script, run }, id);
      return answerQuestion({ script, run }, { question: id, given: keyed.value }, monday);
    };
    const value = mind(id.visit, field);
    const pressed = press(value === undefined ? '*' : digitsFor(field, value));
    run = 'run' in pressed ? pressed.run : runIn(press('1200'));
  }
}

const pathOf = (run: Run) => run.visits.map(({ step }) => step);

/** By telephone a number comes without its plus. */
const plain = (answers: Answers) =>
  Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [
      id,
      typeof value === 'string' ? value.replace('+', '') : value,
    ]),
  );

test('both surfaces take the same path and give the same answers', () => {
  fc.assert(
    fc.property(spokenScripts, minds, (script, mind) => {
      const [form, telephone] = [byForm(script, mind), byTelephone(script, mind)];
      expect(pathOf(telephone)).toEqual(pathOf(form));
      const [typed, keyed] = [form, telephone].map((run) => answersOf({ script, run }));
      expect(keyed).toEqual(plain(typed as Answers));
      expect(promiseOf(script, keyed as Answers)).toEqual(promiseOf(script, typed as Answers));
    }),
    { numRuns: 500 },
  );
});

test('every path ends, on both surfaces, within a hundred steps', () => {
  fc.assert(
    fc.property(scripts, minds, (script, mind) => {
      for (const run of [byForm(script, mind), byTelephone(script, mind)]) {
        expect(run.visits.length).toBeLessThanOrEqual(100);
        expect(positionOf({ script, run }).at).toBe('end');
      }
    }),
    { numRuns: 300 },
  );
});

test('going back and forth keeps answers, path and what forms begin with', () => {
  fc.assert(
    fc.property(scripts, minds, fc.nat(8), fc.nat(4), (script, mind, forms, steps) => {
      let run = startRun(script);
      for (let sent = 0; sent < forms && positionOf({ script, run }).at === 'step'; sent += 1) {
        run = sendForm(script, run, mind);
      }
      const trail = [run];
      for (let back = 0; back < steps; back += 1)
        trail.push(stepBack({ script, run: trail.at(-1) as Run }));
      const taken = trail.filter((it, index) => index === 0 || it !== trail[index - 1]).slice(1);
      let forth = taken.at(-1) ?? run;
      for (const _ of taken) {
        const begun = answersToBeginWith({ script, run: forth });
        forth = runIn(answerStep({ script, run: forth }, begun, monday));
      }
      expect(forth.visits).toEqual(run.visits);
      const begins = [run, forth].map((it) => answersToBeginWith({ script, run: it }));
      expect(begins[1]).toEqual(begins[0]);
    }),
    { numRuns: 300 },
  );
});

test('a run is plain data, and an honest one is the same once it was replayed', () => {
  fc.assert(
    fc.property(scripts, minds, (script, mind) => {
      const run = byForm(script, mind);
      expect(runSchema.parse(JSON.parse(JSON.stringify(run)))).toEqual(run);
      expect(replayRun(script, run, monday)).toEqual({ run });
      expect(runSchema.safeParse(byTelephone(script, mind)).success).toBe(true);
    }),
  );
});

const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(...Object.values(possibleValues).flat(), '', ' ', null, undefined, Number.NaN),
);

test('a script that was accepted is run without a fault, whatever comes in', () => {
  fc.assert(
    fc.property(
      scripts,
      fc.array(fc.tuple(fc.nat(4), anything), { maxLength: 60 }),
      (script, acts) => {
        let run = startRun(script);
        for (const [act, given] of acts) {
          run = disturb(script, run, act, given);
          const answers = answersOf({ script, run });
          columnsOf(script, answers);
          promiseOf(script, answers);
          positionOf({ script, run });
          replayRun(script, run, monday);
        }
      },
    ),
    { numRuns: 300 },
  );
});

function disturb(script: Script, run: Run, act: number, given: unknown): Run {
  const position = positionOf({ script, run });
  const fields = position.at === 'step' ? position.step.fields : [];
  const open = nextQuestion({ script, run });
  const same = Object.fromEntries(fields.map(({ id }) => [id, given]));
  const result: object = [
    () => answerStep({ script, run }, same, monday),
    () => (open.kind === 'ask' ? skipQuestion({ script, run }, open.id) : {}),
    () =>
      open.kind === 'ask'
        ? answerQuestion({ script, run }, { question: open.id, given }, monday)
        : {},
    () => ({ run: stepBack({ script, run }) }),
    () => ({ run: keepDraft({ script, run }, same as Answers) }),
  ][act]?.() as object;
  return 'run' in result ? (result.run as Run) : run;
}

test('whatever is said to be a script is read or refused with sentences', () => {
  fc.assert(
    fc.property(anything, (given) => {
      expect(problemsOfScript(given).every((it) => it.endsWith('.') || /: /.test(it))).toBe(true);
    }),
  );
});

test('a script with one thing wrong is read or refused, never a fault', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), anything, (way, given) => {
      const spoilt = structuredClone(sampleFile);
      spoil(spoilt as Record<string, unknown>, way, given);
      const reading = readScript(spoilt);
      if ('script' in reading) startRun(reading.script);
      else expect(reading.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

/** Goes into the value by the way's numbers, and puts the given in the place that is found. */
function spoil(value: Record<string, unknown>, way: readonly number[], given: unknown): void {
  const keys = Object.keys(value);
  const key = keys[(way[0] ?? 0) % keys.length] ?? 'none';
  const inner = value[key];
  if (way.length > 1 && typeof inner === 'object' && inner !== null) {
    spoil(inner as Record<string, unknown>, way.slice(1), given);
  } else value[key] = given;
}
