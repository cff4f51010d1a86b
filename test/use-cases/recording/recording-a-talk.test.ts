import type { RecordingNews } from '../../../lambdas/ports/calls/recorder.ts';
import { changeRecording } from '../../../lambdas/use-cases/recording/change-recording.ts';
import { noteRecording } from '../../../lambdas/use-cases/recording/note-recording.ts';
import { sayRecordingNotice } from '../../../lambdas/use-cases/recording/say-recording-notice.ts';
import { reconcile } from '../../../lambdas/use-cases/recovery/reconcile.ts';
import { CallCentre } from '../../support/call-centre.ts';
import type { OperatorCall } from '../../support/operator-call.ts';
import type { sampleTask } from '../../support/sample-task.ts';

const row = {
  tel: '020 7946 0017',
  status: 10,
  date_callback: '2026-11-23',
  time_callback: '10:30',
  operator_number: '+442079460991',
};

let centre: CallCentre;

/** Row 17 is due at half past ten, and what the operator's phone is told then. */
async function dialled(task: Parameters<typeof sampleTask>[0]) {
  centre = await CallCentre.open({ task });
  centre.put(17, row);
  await centre.runUntil('2026-11-23T10:29:46Z');
  const call = centre.lastCall();
  await call.answers();
  await centre.answerBy('2026-11-23T10:29:51Z', call.presses('1'));
  await centre.runUntil('2026-11-23T10:29:59.500Z');
  const step = await centre.answerBy('2026-11-23T10:30:00Z', call.comesBack());
  return { call, step };
}

async function talking(task: Parameters<typeof sampleTask>[0] = { recording: 'on' }) {
  const { call } = await dialled(task);
  await centre.runUntil('2026-11-23T10:30:06Z');
  await call.customerIs('answered');
  return call;
}

const hangUp = { as: 'completed', bridged: true, seconds: 20, callerGone: true } as const;

async function talked(task: Parameters<typeof sampleTask>[0] = { recording: 'on' }) {
  const call = await talking(task);
  await centre.runUntil('2026-11-23T10:30:26Z');
  await call.dialEnds(hangUp);
  return call;
}

const news = (call: OperatorCall, more: Partial<RecordingNews> = {}): RecordingNews => ({
  sid: 'RE1',
  call: call.operator.sid,
  state: 'completed',
  seconds: 20,
  channels: 2,
  startedAt: Date.parse('2026-11-23T10:30:06Z'),
  ...more,
});

const attempt = () => centre.attempts(17)[0];
const note = (call: OperatorCall, more: Partial<RecordingNews> = {}) =>
  noteRecording(centre.ports, call.attempt, news(call, more));

describe('what is asked of the network', () => {
  test.each([
    [undefined, undefined],
    ['off', undefined],
    ['on-demand', undefined],
    ['on', 'on'],
    ['notice', 'notice'],
  ] as const)(
    'a task that says %s: %s; the customer’s phone rings on the second',
    async (rule, recording) => {
      const { step } = await dialled(rule === undefined ? {} : { recording: rule });
      expect(step).toMatchObject({ kind: 'dial' });
      expect((step as { recording?: string }).recording).toBe(recording);
      expect(attempt()?.facts.dialling?.at).toBeGreaterThan(Date.parse('2026-11-23T10:29:59.900Z'));
    },
  );

  test('the same request again gets the same answer, though the task records no more', async () => {
    const { call, step } = await dialled({ recording: 'notice' });
    await centre.changeTask({ recording: 'off' });
    expect(await call.comesBack()).toEqual(step);
  });

  test.each([
    ['ru', { ru: 'Пишем.', en: 'Recorded.' }, 'Пишем.'],
    ['en', { ru: 'Пишем.' }, undefined],
  ] as const)(
    'the notice is in the task’s language (%s)',
    async (language, recordingNotice, words) => {
      const { call } = await dialled({ recording: 'notice', language, recordingNotice });
      expect(await sayRecordingNotice(centre.ports, call)).toEqual({
        kind: 'say-notice',
        words,
        tongue: { language },
      });
    },
  );
});

describe('what is heard of it', () => {
  test('stands with the attempt, and nothing else of it changes', async () => {
    const call = await talked();
    const before = attempt();
    await note(call);
    expect(attempt()).toEqual({
      ...before,
      recordings: [{ ...news(call), at: centre.ports.clock.now() }],
    });
  });

  test('twice is once, and an absence that comes late changes nothing', async () => {
    const call = await talked();
    await note(call);
    const before = attempt();
    await note(call);
    await note(call, { state: 'absent' });
    expect(attempt()).toEqual(before);
  });

  test('before the end of the talk is heard, it settles nothing', async () => {
    const call = await talking();
    await note(call);
    expect(attempt()?.facts.settled).toBeUndefined();
    expect(centre.row(17).status).toBe(11);
  });

  test('lost: it is looked up ten minutes later, once', async () => {
    const call = await talked();
    centre.world.recorder.kept.set('RE1', news(call));
    await centre.runUntil('2026-11-23T10:40:25Z');
    expect(attempt()?.recordings).toBeUndefined();
    await centre.runUntil('2026-11-23T10:40:27Z');
    expect(attempt()?.recordings).toMatchObject([{ sid: 'RE1', state: 'completed', seconds: 20 }]);
  });

  test('lost, and not ready yet: it is looked up again', async () => {
    const call = await talked();
    centre.world.recorder.kept.set('RE1', news(call, { state: 'open' }));
    await centre.runUntil('2026-11-23T10:41:00Z');
    centre.world.recorder.kept.set('RE1', news(call));
    await centre.runUntil('2026-11-23T10:51:00Z');
    expect(attempt()?.recordings).toMatchObject([{ state: 'completed' }]);
  });

  test('a task that records nothing asks for nothing', async () => {
    await talked({});
    const asked = jest.spyOn(centre.ports.recorder, 'ofCall');
    await centre.runUntil('2026-11-23T11:00:00Z');
    expect(asked).not.toHaveBeenCalled();
  });

  test('of a number that was erased meanwhile, it is deleted', async () => {
    const call = await talked();
    centre.world.tables.attempts.clear();
    await note(call);
    expect(await centre.ports.recordings.dueBy(centre.ports.clock.now(), 10)).toMatchObject([
      { sid: 'RE1', attempt: call.attempt },
    ]);
  });
});

describe('the operator', () => {
  const change = (call: OperatorCall, to: 'recording' | 'paused') =>
    changeRecording(centre.ports, { attempt: call.attempt, to });
  const open = (call: OperatorCall) =>
    centre.world.recorder.kept.set('RE1', news(call, { state: 'open' }));

  test('pauses it, and goes on', async () => {
    const call = await talking();
    open(call);
    expect((await change(call, 'paused'))?.recordings).toMatchObject([{ state: 'paused' }]);
    expect((await change(call, 'recording'))?.recordings).toMatchObject([{ state: 'recording' }]);
  });

  test('begins one where that is theirs to say, and pauses that', async () => {
    const call = await talking({ recording: 'on-demand' });
    expect(await change(call, 'paused')).toBeUndefined();
    expect((await change(call, 'recording'))?.recordings).toMatchObject([{ state: 'recording' }]);
    expect((await change(call, 'paused'))?.recordings).toMatchObject([{ state: 'paused' }]);
    expect(centre.world.recorder.kept.size).toBe(1);
  });

  test('cannot where nothing is recorded, and not before they talk', async () => {
    expect(await change(await talking({}), 'recording')).toBeUndefined();
    expect(await change(await talking(), 'paused')).toBeUndefined();
    const { call } = await dialled({ recording: 'on-demand' });
    expect(await change(call, 'recording')).toBeUndefined();
    expect(centre.world.recorder.kept.size).toBe(0);
  });
});

describe('what was kept long enough', () => {
  test('is deleted at the network after the task’s days, and its row’s story says so', async () => {
    const call = await talked({ recording: 'on', keepRecordingsDays: 2 });
    centre.world.recorder.kept.set('RE1', news(call));
    await note(call);
    await centre.runUntil('2026-11-25T10:30:05Z');
    await reconcile(centre.ports);
    expect(centre.world.recorder.removed).toEqual([]);
    await centre.runUntil('2026-11-25T10:30:07Z');
    await reconcile(centre.ports);
    await centre.runUntil('2026-11-25T10:30:08Z');
    expect(centre.world.recorder.removed).toEqual(['RE1']);
    expect(attempt()?.recordings).toMatchObject([{ state: 'deleted' }]);
  });

  test('stays on the list while the network does not answer', async () => {
    const call = await talked({ recording: 'on', keepRecordingsDays: 1 });
    await note(call);
    jest.spyOn(centre.ports.recorder, 'remove').mockRejectedValueOnce(new Error('no answer'));
    await centre.runUntil('2026-11-24T10:31:00Z');
    for (const at of ['2026-11-24T10:31:30Z', '2026-11-24T10:32:30Z']) {
      await reconcile(centre.ports);
      await centre.runUntil(at);
    }
    expect(attempt()?.recordings).toMatchObject([{ state: 'deleted' }]);
  });
});
