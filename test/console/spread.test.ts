import { spread } from '../../lambdas/console/shell/spread.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('what many desks ask for at once is asked for within a second, and once', () => {
  const asked: string[] = [];
  const [early, late] = [0.1, 0.9].map((share) =>
    spread(
      () => asked.push(String(share)),
      () => share,
    ),
  );
  for (const ask of [early, late, early, late]) ask?.();
  expect(asked).toEqual([]);
  jest.advanceTimersByTime(100);
  expect(asked).toEqual(['0.1']);
  jest.advanceTimersByTime(900);
  expect(asked).toEqual(['0.1', '0.9']);
  early?.();
  jest.advanceTimersByTime(1000);
  expect(asked).toEqual(['0.1', '0.9', '0.1']);
});
