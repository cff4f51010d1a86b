import type { AttemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { Recording } from '../../lambdas/domain/attempt/recording.ts';
import { claimed, noon, second } from './samples.ts';
import type { OpenStore } from './store.ts';

const first = { sid: 'RE01', call: 'CA01' };
const news = (state: Recording['state'], at = noon): Recording => ({ ...first, state, at });

/** What `Recordings` promises. */
export function recordingsContract(open: OpenStore): void {
  test('what is heard of a recording stands with its attempt, beside its facts', async () => {
    const store = await open();
    const { id, facts } = await claimed(store);
    const completed = { ...news('completed'), startedAt: noon, seconds: 20, channels: 2 };
    expect(await store.recordings.note(id, completed)).toMatchObject({ recordings: [completed] });
    expect(await store.attempts.get(id)).toMatchObject({ facts, recordings: [completed] });
  });

  test('several stand in the order in which they were made', async () => {
    const store = await open();
    const { id } = await claimed(store);
    const later = { ...news('completed'), sid: 'RE00', startedAt: noon + second };
    await store.recordings.note(id, later);
    await store.recordings.note(id, { ...news('completed'), startedAt: noon });
    const stored = await store.attempts.get(id);
    expect(stored?.recordings?.map(({ sid }) => sid)).toEqual(['RE01', 'RE00']);
  });

  test.each<[Recording['state'], Recording['state'], boolean]>([
    ['recording', 'paused', true],
    ['paused', 'recording', true],
    ['paused', 'completed', true],
    ['absent', 'completed', true],
    ['completed', 'completed', false],
    ['completed', 'paused', false],
    ['completed', 'absent', false],
    ['completed', 'deleted', true],
    ['deleted', 'completed', false],
  ])('after %s, %s: %s', async (before, after, isTaken) => {
    const store = await open();
    const { id } = await claimed(store);
    await store.recordings.note(id, news(before));
    const noted = await store.recordings.note(id, news(after, noon + second));
    const kept = isTaken ? news(after, noon + second) : news(before);
    expect(noted?.recordings).toEqual([kept]);
    expect((await store.attempts.get(id))?.recordings).toEqual([kept]);
  });

  test('an attempt that is gone is not made again', async () => {
    const store = await open();
    const gone = 'demo.17.gone' as AttemptId;
    expect(await store.recordings.note(gone, news('completed'))).toBeUndefined();
    expect(await store.attempts.get(gone)).toBeUndefined();
  });

  test('those to be deleted come when they are due, the longest due first', async () => {
    const store = await open();
    const kept = { ...first, attempt: 'demo.17.k3x' as AttemptId };
    await store.recordings.keepUntil({ ...kept, sid: 'RE03' }, noon + 2 * second);
    await store.recordings.keepUntil({ ...kept, sid: 'RE02' }, noon + second);
    await store.recordings.keepUntil(kept, noon);
    await store.recordings.keepUntil(kept, noon);
    const due = await store.recordings.dueBy(noon + second, 10);
    expect(due).toEqual([
      { ...kept, deleteAt: noon },
      { ...kept, sid: 'RE02', deleteAt: noon + second },
    ]);
    expect(await store.recordings.dueBy(noon + second, 1)).toEqual(due.slice(0, 1));
    for (const it of due) await store.recordings.forget(it);
    expect(await store.recordings.dueBy(noon + second, 10)).toEqual([]);
  });
}
