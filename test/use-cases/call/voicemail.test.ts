import { markVoicemail } from '../../../lambdas/use-cases/call/mark-voicemail.ts';
import type { CallCentre } from '../../support/call-centre.ts';
import { operatorWaiting, type Scene, talking } from '../../support/scenarios.ts';

const task = { retrySeconds: { voicemail: 7200 }, maxAttempts: 2 };
const inTwoHours = { status: 10, date_callback: '2026-11-23' };

async function mark(centre: CallCentre): Promise<boolean> {
  const [attempt] = centre.attempts(17);
  if (attempt === undefined) throw new Error('there is no attempt');
  return markVoicemail(centre.world, { attempt: attempt.id, by: 'operator' });
}

const outcome = (centre: CallCentre) => centre.attempts(17)[0]?.facts.settled?.outcome;

/** It is 10:30:26: the talk is over, and was taken for one. */
async function talked(): Promise<Scene> {
  const scene = await talking({ open: { task } });
  await scene.centre.runUntil('2026-11-23T10:30:26Z');
  await scene.call.dialEnds({ as: 'completed', bridged: true, seconds: 20, callerGone: false });
  await scene.call.operatorIs('completed');
  expect(scene.centre.row(17)).toMatchObject({ status: 12 });
  return scene;
}

test('marked during the call counts as not reached, and is called again after its own rest', async () => {
  const { centre, call } = await talking({ open: { task } });
  expect(await mark(centre)).toBe(true);
  await call.dialEnds({ as: 'completed', bridged: true, seconds: 8, callerGone: true });
  expect(outcome(centre)).toBe('voicemail');
  expect(centre.row(17)).toMatchObject({ ...inTwoHours, time_callback: '12:30:06' });
});

test('marked after the call puts the row right, and uses the budget', async () => {
  const { centre } = await talked();
  expect(await mark(centre)).toBe(true);
  expect(centre.row(17)).toMatchObject({ ...inTwoHours, time_callback: '12:30:26' });
  await centre.runUntil('2026-11-23T12:30:20Z');
  expect(centre.attempts(17)).toHaveLength(2);
  expect(centre.attempts(17).map(({ usedBefore }) => usedBefore)).toContain(1);
});

test('marked twice is marked once', async () => {
  const { centre } = await talked();
  await mark(centre);
  await centre.runUntil('2026-11-23T10:30:30Z');
  const row = centre.row(17);
  expect(row).toMatchObject({ _promised_for: '2026-11-23T10:30:00.000Z' });
  await centre.runUntil('2026-11-23T10:31:00Z');
  expect(await mark(centre)).toBe(true);
  expect(centre.row(17)).toEqual(row);
});

test('the last attempt of the budget ends at 13', async () => {
  const scene = await talking({ open: { task: { ...task, maxAttempts: 1 } } });
  await mark(scene.centre);
  await scene.call.dialEnds({ as: 'completed', bridged: true, seconds: 8, callerGone: true });
  expect(scene.centre.row(17)).toMatchObject({ status: 13 });
});

test('what was ordered since the call ended stands', async () => {
  const { centre } = await talked();
  centre.write(17, { status: 10, callaftermin: 30 });
  await centre.runUntil('2026-11-23T10:30:30Z');
  expect(await mark(centre)).toBe(true);
  expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '11:00:26' });
});

test('is nothing that a call can be marked with whose customer was not dialled', async () => {
  const { centre } = await operatorWaiting({ open: { task } });
  expect(await mark(centre)).toBe(false);
  expect(centre.attempts(17)[0]?.facts).not.toHaveProperty('voicemail');
});
