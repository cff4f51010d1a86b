import {
  DraftSaver,
  type SaveResult,
} from '../../lambdas/console/desk/form/keeping/draft-saver.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A saver whose server answers as it is told, and the moments at which it was asked. */
function saverFor(answers: SaveResult[] = []) {
  const begun = Date.now();
  const savedAt: number[] = [];
  const saver = new DraftSaver(async () => {
    savedAt.push(Date.now() - begun);
    return answers.shift() ?? 'saved';
  });
  return { saver, savedAt };
}

test('what is typed is saved soon, and at most once in two seconds', async () => {
  const { saver, savedAt } = saverFor();
  for (let at = 0; at < 5000; at += 100) {
    saver.changed();
    await jest.advanceTimersByTimeAsync(100);
  }
  await jest.advanceTimersByTimeAsync(5000);
  expect(savedAt).toEqual([500, 2500, 4500, 6500]);
  expect(saver.state.value).toBe('saved');
});

test('nothing is saved while nothing is typed', async () => {
  const { saver, savedAt } = saverFor();
  saver.changed();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(savedAt).toEqual([500]);
});

test('a page that goes to sleep saves at once', async () => {
  const { saver, savedAt } = saverFor();
  saver.changed();
  saver.flush();
  await jest.advanceTimersByTimeAsync(0);
  expect(savedAt).toEqual([0]);
  saver.flush();
  await jest.advanceTimersByTimeAsync(0);
  expect(savedAt).toEqual([0]);
});

test('a server that cannot be reached is tried again, ever more slowly', async () => {
  const { saver, savedAt } = saverFor(['unreachable', 'unreachable', 'unreachable']);
  saver.changed();
  await jest.advanceTimersByTimeAsync(1000);
  expect(saver.state.value).toBe('offline');
  expect(saver.isPending).toBe(true);
  await jest.advanceTimersByTimeAsync(30_000);
  expect(savedAt).toEqual([500, 2500, 6500, 14_500]);
  expect(saver.state.value).toBe('saved');
});

test('a draft that met an older one of another desk is saved on top of it', async () => {
  const { saver, savedAt } = saverFor(['again']);
  saver.changed();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(savedAt).toEqual([500, 2500]);
});

test('a form that was sent is saved no more', async () => {
  const { saver, savedAt } = saverFor(['finished']);
  saver.changed();
  await jest.advanceTimersByTimeAsync(1000);
  saver.changed();
  saver.flush();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(savedAt).toEqual([500]);
});
