import type { Answers, Script } from '../../../lambdas/domain/script/script.ts';
import { openForm } from '../../../lambdas/use-cases/form/open-form.ts';
import { submitForm } from '../../../lambdas/use-cases/form/submit-form.ts';
import { liftNumber } from '../../../lambdas/use-cases/numbers/bar-number.ts';
import { KeypadCall, shortly } from '../../support/keypad-call.ts';

/** A field of the script puts the number on the do-not-call list, from a screen or by one key. */

const script = (all?: true): Script => ({
  title: 'Short',
  start: 'end-of-talk',
  steps: [
    {
      id: 'end-of-talk',
      fields: [
        { id: 'minutes', type: 'minutes', label: 'When again?', column: 'callaftermin' },
        { id: 'no', type: 'do-not-call', label: 'No more calls?', ...(all && { all }) },
      ],
      next: 'end',
    },
  ],
});

const number = '+442079460017';

async function afterTalk(all?: true) {
  const call = await KeypadCall.afterTalk({ script: script(all) });
  call.centre.put(18, { tel: number, status: 10, callaftermin: 90 });
  await call.centre.follow();
  return call;
}

async function sendFromScreen({ centre, call }: KeypadCall, answers: Answers) {
  const [attempt] = centre.attempts(17);
  if (attempt === undefined) throw new Error('no attempt');
  await openForm(centre.ports, { attempt, surface: 'screen' });
  const run = { visits: [{ step: 'end-of-talk', answers, left: true as const }] };
  const sent = await submitForm(centre.ports, { attempt, run, by: 'anna' });
  await call.dialEnds({ as: 'completed', bridged: true, seconds: 20 });
  await centre.follow();
  return sent;
}

const recordOf = async ({ centre }: KeypadCall) =>
  (await centre.world.doNotCall.find(number))?.entries;

test('from a screen: every row of the task with the number is at 14, also the one they talked about', async () => {
  const call = await afterTalk();
  expect(await sendFromScreen(call, { no: true })).toMatchObject({ kind: 'sent' });
  expect(call.row).toMatchObject({ status: 14 });
  expect(call.centre.row(18)).toMatchObject({ status: 14 });
  expect(await recordOf(call)).toMatchObject([
    { kind: 'added', task: 'demo', by: 'anna', door: 'form', attempt: call.call.attempt },
  ]);
});

test('where the field is about all tasks, it is noted for all', async () => {
  const call = await afterTalk(true);
  await sendFromScreen(call, { no: true });
  expect((await recordOf(call))?.[0]?.task).toBeUndefined();
});

test('by one key of the operator’s phone', async () => {
  const call = await afterTalk();
  await call.dialEnds();
  call.heard = await call.call.beginsScript();
  await call.press('*#');
  expect(call.heard).toMatchObject({ question: { options: [{ key: '1' }, { key: '2' }] } });
  expect(shortly(await call.press('1'))).toBe('form-sent');
  expect(call.row).toMatchObject({ status: 14 });
  expect(await recordOf(call)).toMatchObject([{ kind: 'added', door: 'keypad' }]);
});

test('a no to the question notes nothing', async () => {
  const call = await afterTalk();
  await sendFromScreen(call, { no: false });
  expect(await recordOf(call)).toBeUndefined();
});

test('a form that promises a call as well is refused, and notes nothing', async () => {
  const call = await afterTalk();
  expect(await sendFromScreen(call, { no: true, minutes: 5 })).toMatchObject({
    kind: 'no-promise',
    verdict: { kind: 'barred' },
  });
  expect(await recordOf(call)).toBeUndefined();
});

test('is noted also where the row was deleted during the talk', async () => {
  const call = await afterTalk();
  call.centre.delete(17);
  await sendFromScreen(call, { no: true });
  expect(await recordOf(call)).toHaveLength(1);
});

test('a form that is sent again after it was lifted changes nothing', async () => {
  const call = await afterTalk();
  await sendFromScreen(call, { no: true });
  await liftNumber(call.centre.ports, { number, door: 'list', by: 'eva', reason: 'by mistake' });
  await sendFromScreen(call, { no: true });
  expect(call.row).not.toHaveProperty('status');
  expect(await recordOf(call)).toHaveLength(2);
});
