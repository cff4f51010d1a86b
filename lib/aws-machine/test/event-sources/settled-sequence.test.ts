import { SettledSequence } from '../../src/event-sources/settled-sequence.ts';

test('the position never moves past a record that is still open', () => {
  const sequence = new SettledSequence();
  sequence.expect(['1', '2', '3']);
  expect(sequence.settle(['2'])).toBeUndefined();
  expect(sequence.settle(['1'])).toBe('2');
  expect(sequence.openCount).toBe(1);
  sequence.expect(['4']);
  expect(sequence.settle(['4', '3'])).toBe('4');
});
