import {
  nothingChosen,
  stillShown,
  toggled,
  toggledAll,
} from '../../../lambdas/console/supervisor/rows/selection.ts';

const shown = ['a', 'b', 'c', 'd', 'e'];
const one = { shown, toRange: false };
const range = { shown, toRange: true };
const chosenOf = ({ chosen }: { chosen: ReadonlySet<string> }) => [...chosen].sort().join('');

test('rows are chosen and left one by one', () => {
  const two = toggled(toggled(nothingChosen, 'b', one), 'd', one);
  expect(chosenOf(two)).toBe('bd');
  expect(chosenOf(toggled(two, 'b', one))).toBe('d');
});

test.each([
  ['b', 'd', 'bcd'],
  ['d', 'b', 'bcd'],
  ['a', 'e', 'abcde'],
])('with shift from %s to %s', (from, to, chosen) => {
  expect(chosenOf(toggled(toggled(nothingChosen, from, one), to, range))).toBe(chosen);
});

test('with shift a chosen row takes the range back', () => {
  const all = toggledAll(nothingChosen, shown);
  const without = toggled(all, 'b', one);
  expect(chosenOf(toggled(without, 'd', range))).toBe('ae');
});

test('a range from a row that is not shown any more is that one row', () => {
  const gone = toggled(nothingChosen, 'z', { shown: ['z'], toRange: false });
  expect(chosenOf(toggled(gone, 'c', range))).toBe('cz');
});

test('all are chosen, then none', () => {
  const some = toggled(nothingChosen, 'c', one);
  const all = toggledAll(some, shown);
  expect(chosenOf(all)).toBe('abcde');
  expect(chosenOf(toggledAll(all, shown))).toBe('');
});

test('nobody changes what they do not see', () => {
  const all = toggledAll(nothingChosen, shown);
  expect(chosenOf(stillShown(all, ['b', 'x']))).toBe('b');
});
