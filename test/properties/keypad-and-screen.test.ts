import fc from 'fast-check';
import { optionsOf, type SpokenField } from '../../lambdas/domain/script/fields/keypad.ts';
import { answerStep, positionOf, startRun } from '../../lambdas/domain/script/run/run-script.ts';
import type { Answers, Field, Run, Script, Value } from '../../lambdas/domain/script/script.ts';
import { openForm } from '../../lambdas/use-cases/form/open-form.ts';
import { type SubmitResult, submitForm } from '../../lambdas/use-cases/form/submit-form.ts';
import { possibleValues, spokenScripts } from '../domain/script/random-script.ts';
import { monday, runIn } from '../domain/script/sample-scripts.ts';
import { KeypadCall } from '../support/keypad-call.ts';

/** What somebody answers when they are asked; undefined: nothing, where that is allowed. */
type Mind = (visit: number, field: Field) => Value | undefined;

const minds: fc.Arbitrary<Mind> = fc
  .array(fc.nat(3), { minLength: 1, maxLength: 40 })
  .map((choices) => (visit, field) => {
    const at = (visit * 7 + field.id.length * 3 + field.type.length) % choices.length;
    const values = possibleValues[field.type].map(fit);
    return values[choices[at] ?? 0] ?? (field.required ? values[0] : field.default);
  });

const today = '2026-11-23';
const tomorrow = '2026-11-24';

/** A number as keys write it; and no promise that is past: keys would be told so at once. */
function fit(value: Value): Value {
  return typeof value === 'string' ? value.replace('+', '').replace(today, tomorrow) : value;
}

const noon = '12:00';

async function byScreen(script: Script, mind: Mind): Promise<[KeypadCall, SubmitResult]> {
  const call = await KeypadCall.afterTalk({ script });
  const { ports } = call.centre;
  const [attempt] = call.centre.attempts(17);
  if (attempt === undefined) throw new Error('no attempt');
  await openForm(ports, { attempt, surface: 'screen' });
  const result = await submitForm(ports, { attempt, run: filledIn(script, mind), by: 'anna' });
  await call.centre.follow();
  return [call, result];
}

function filledIn(script: Script, mind: Mind): Run {
  let run = startRun(script);
  for (let at = positionOf({ script, run }); at.at === 'step'; at = positionOf({ script, run })) {
    const visit = run.visits.length - 1;
    const form: Answers = {};
    for (const field of at.step.fields) {
      const value = mind(visit, field);
      if (value !== undefined) form[field.id] = value;
    }
    const answered = answerStep({ script, run }, form, monday);
    run =
      'run' in answered
        ? answered.run
        : runIn(answerStep({ script, run }, { ...form, time: noon }, monday));
  }
  return run;
}

async function byKeypad(script: Script, mind: Mind): Promise<KeypadCall> {
  const call = await KeypadCall.inScript({ script });
  const fields = script.steps.flatMap((step) => step.fields);
  for (let step = call.heard; step.kind !== 'form-sent'; step = call.heard) {
    if (step.kind === 'read-back') await call.press('1');
    else if (step.kind === 'ask-question') {
      const { visit, field: id } = step.place.question;
      const field = fields.find((it) => it.id === id) as SpokenField;
      const value = step.remark === undefined ? mind(visit, field) : noon;
      await call.press(value === undefined ? '*#' : keysFor(field, value));
    } else throw new Error(`heard ${JSON.stringify(step)}`);
  }
  return call;
}

function keysFor(field: SpokenField, value: Value): string {
  switch (field.type) {
    case 'choice':
    case 'yes-no':
    case 'do-not-call':
    case 'voicemail':
      return optionsOf(field).find((option) => option.value === value)?.key ?? '';
    case 'number':
      return `${String(value).replace('.', '*')}#`;
    case 'date':
      return `${String(value).split('-').reverse().join('')}#`;
    default:
      return `${String(value).replace(':', '')}#`;
  }
}

test('keys and a screen send the same form, and make the same row of it', async () => {
  await fc.assert(
    fc.asyncProperty(spokenScripts, minds, async (script, mind) => {
      const [screen, result] = await byScreen(script, mind);
      const keypad = await byKeypad(script, mind);
      expect(result.kind).toBe('sent');
      const [typed, keyed] = [await screen.form(), await keypad.form()];
      expect(keyed?.answers).toEqual(typed?.answers);
      expect(keyed?.promisedFor).toEqual(typed?.promisedFor);
      expect(keyed?.sentAt).toEqual(typed?.sentAt);
      expect(withoutIds(keypad.row)).toEqual(withoutIds(screen.row));
    }),
    { numRuns: 100 },
  );
});

/** Attempts have ids of their own. */
function withoutIds(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== '_attempt'));
}
