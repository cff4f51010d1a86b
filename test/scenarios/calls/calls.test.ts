import { floor } from './floor.ts';
import './attached-calls.ts';
import './holding.ts';
import './keypad.ts';
import './outside-writers.ts';
import './promise.ts';
import './recording.ts';
import './retries.ts';

test('no log line tells a number or a name', () => {
  expect(floor.leaks()).toEqual([]);
});
