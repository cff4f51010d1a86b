import { Heartbeat } from '../../lambdas/console/shell/heartbeat.ts';

const s = 1000;

test('a line that speaks is not asked', () => {
  const line = new Heartbeat(0);
  line.heard(29 * s);
  expect(line.beat(58 * s, 'foreground')).toBe('wait');
});

test('a line that was silent for half a minute is asked once', () => {
  const line = new Heartbeat(0);
  expect(line.beat(30 * s - 1, 'foreground')).toBe('wait');
  expect(line.beat(30 * s, 'foreground')).toBe('ask');
  expect(line.beat(31 * s, 'foreground')).toBe('wait');
});

test('ten seconds without an answer are the end of a line', () => {
  const line = new Heartbeat(0);
  line.beat(30 * s, 'foreground');
  expect(line.beat(40 * s - 1, 'foreground')).toBe('wait');
  expect(line.beat(40 * s, 'foreground')).toBe('give-up');
});

test('whatever is heard is an answer', () => {
  const line = new Heartbeat(0);
  line.beat(30 * s, 'foreground');
  line.heard(39 * s);
  expect(line.beat(60 * s, 'foreground')).toBe('wait');
  expect(line.beat(69 * s, 'foreground')).toBe('ask');
});

test('a page that nobody looks at asks often enough to keep its line, and no more', () => {
  const line = new Heartbeat(0);
  expect(line.beat(239 * s, 'background')).toBe('wait');
  expect(line.beat(240 * s, 'background')).toBe('ask');
  expect(line.beat(250 * s, 'background')).toBe('give-up');
});
