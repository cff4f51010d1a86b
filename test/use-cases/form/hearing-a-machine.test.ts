import type { Script } from '../../../lambdas/domain/script/script.ts';
import { openForm } from '../../../lambdas/use-cases/form/open-form.ts';
import { submitForm } from '../../../lambdas/use-cases/form/submit-form.ts';
import { KeypadCall, shortly } from '../../support/keypad-call.ts';

/** A field of the script says that a machine answered, from a screen or by one key. */

const script: Script = {
  title: 'Short',
  start: 'end-of-talk',
  steps: [
    {
      id: 'end-of-talk',
      fields: [
        { id: 'machine', type: 'voicemail', label: 'Did a machine answer?' },
        { id: 'minutes', type: 'minutes', label: 'When again?', column: 'callaftermin' },
      ],
      next: 'end',
    },
  ],
};

const task = { retrySeconds: { voicemail: 7200 } };
const afterTalk = () => KeypadCall.afterTalk({ script, task });
const inScript = (...keys: string[]) => KeypadCall.inScript({ script, task }, ...keys);
const outcomeOf = ({ centre }: KeypadCall) => centre.attempts(17)[0]?.facts;

test('by one key of the operator’s phone: the customer was not reached, and is called after the rest', async () => {
  const call = await inScript();
  expect(shortly(call.heard)).toBe('machine?');
  expect(call.heard).toMatchObject({ question: { options: [{ key: '1' }, { key: '2' }] } });
  await call.press('1');
  expect(shortly(await call.press('*#'))).toBe('form-sent');
  expect(call.row).toMatchObject({ status: 10, time_callback: '12:30:26' });
  expect(outcomeOf(call)).toMatchObject({ voicemail: { by: 'operator' } });
});

test('a call that is promised as well stands', async () => {
  const call = await inScript('1', '5#', '1');
  expect(shortly(call.heard)).toBe('form-sent');
  expect(call.row).toMatchObject({ status: 10, time_callback: '10:35:26' });
});

test('a no says nothing', async () => {
  const call = await inScript('2', '*#');
  expect(call.row).toMatchObject({ status: 12 });
  expect(outcomeOf(call)).not.toHaveProperty('voicemail');
});

test('from a screen too', async () => {
  const call = await afterTalk();
  const [attempt] = call.centre.attempts(17);
  if (attempt === undefined) throw new Error('no attempt');
  await openForm(call.centre.ports, { attempt, surface: 'screen' });
  const run = {
    visits: [{ step: 'end-of-talk', answers: { machine: true }, left: true as const }],
  };
  expect(await submitForm(call.centre.ports, { attempt, run, by: 'anna' })).toMatchObject({
    kind: 'sent',
  });
  await call.dialEnds();
  expect(outcomeOf(call)).toMatchObject({ voicemail: { instead: { outcome: 'voicemail' } } });
  expect(call.row).toMatchObject({ status: 10, time_callback: '12:30:26' });
});
