import { operatorLock } from '../../../lambdas/domain/attempt/lock.ts';
import { leaveMessage, sayMessage } from '../../../lambdas/use-cases/call/leave-message.ts';
import { type Scene, talking } from '../../support/scenarios.ts';

const task = { language: 'en', voicemailText: { en: 'Please call us back.' } } as const;

let scene: Scene;
beforeEach(async () => {
  scene = await talking({ open: { task: { ...task, wrapUpSeconds: 30 } } });
  scene.call.customer.state = 'answered';
});

const leave = () => leaveMessage(scene.centre.ports, { attempt: scene.call.attempt });
const attempt = () => {
  const [found] = scene.centre.attempts(17);
  if (found === undefined) throw new Error('row 17 was called');
  return found;
};
/** The Dial of a leg that was sent away is over, and has no duration. */
const dialEnds = () => scene.call.dialEnds({ as: 'completed', bridged: true, seconds: 0 });

test('the machine hears the message; the operator’s leg is hung up', async () => {
  expect(await leave()).toBe(true);
  expect(scene.centre.dialler.messagesLeft).toEqual([scene.call.customer.sid]);
  expect(await sayMessage(scene.centre.ports, scene.call)).toEqual({
    kind: 'leave-message',
    words: 'Please call us back.',
    tongue: { language: 'en' },
  });
  expect(await dialEnds()).toEqual({ kind: 'hang-up' });
});

test('the operator wraps up while the message is being left; the number is still held', async () => {
  await leave();
  await dialEnds();
  await scene.call.operatorIs('completed');
  const freeAt = scene.centre.ports.clock.now() + 30_000;
  const { facts, operator } = attempt();
  expect(facts).toMatchObject({ operatorReleased: { freeAt } });
  expect(facts.settled).toBeUndefined();
  expect(scene.centre.row(17).status).toBe(11);
  const [lock] = await scene.centre.ports.attempts.locks([operatorLock(operator)]);
  expect(lock?.freeAt).toBe(freeAt);
});

test('when it is left, the call was a voicemail, and is tried again after the rest for that', async () => {
  await leave();
  await dialEnds();
  await scene.call.operatorIs('completed');
  await scene.call.customerIs('completed', 25);
  expect(attempt().facts.settled).toMatchObject({ outcome: 'voicemail' });
  expect(scene.centre.row(17)).toMatchObject({ status: 10 });
});

test('in whatever order that is told, and however often', async () => {
  await leave();
  await scene.call.customerIs('completed', 25);
  await scene.call.operatorIs('completed');
  await leave();
  await dialEnds();
  await scene.call.operatorIs('completed');
  expect(attempt().facts.settled).toMatchObject({ outcome: 'voicemail' });
  expect(scene.centre.dialler.messagesLeft).toHaveLength(1);
});

test('who asks again after the network failed to hear of it is heard', async () => {
  const { dialler } = scene.centre;
  const send = dialler.leaveMessage.bind(dialler);
  dialler.leaveMessage = () => Promise.reject(new Error('503'));
  await expect(leave()).rejects.toThrow('503');
  dialler.leaveMessage = send;
  expect(await leave()).toBe(true);
  expect(dialler.messagesLeft).toEqual([scene.call.customer.sid]);
});

test('an end that is never told is looked up', async () => {
  await leave();
  await dialEnds();
  await scene.call.operatorIs('completed');
  scene.call.end(scene.call.customer, 'completed', 25);
  await scene.centre.runUntil('2026-11-23T10:31:00Z');
  expect(attempt().facts.settled).toMatchObject({ outcome: 'voicemail' });
});

test.each([
  ['the task has no message', () => scene.centre.changeTask({ language: 'ru' })],
  ['the call is over', () => scene.call.dialEnds({ as: 'completed', bridged: true, seconds: 5 })],
  [
    'nobody answered',
    async () => {
      scene.call.customer.state = 'ringing';
    },
  ],
])('not where %s', async (_, before) => {
  await before();
  expect(await leave()).toBe(false);
  expect(scene.centre.dialler.messagesLeft).toEqual([]);
});
