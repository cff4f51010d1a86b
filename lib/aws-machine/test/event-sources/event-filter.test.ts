import { eventFilter } from '../../src/event-sources/event-filter.ts';

const insert = { eventName: 'INSERT', dynamodb: { NewImage: { status: { N: '10' } } } };

test('every field must fit one of its alternatives', () => {
  const filter = eventFilter({
    eventName: ['INSERT', 'MODIFY'],
    dynamodb: { NewImage: { status: { N: ['10'] } } },
  });
  expect(filter(insert)).toBe(true);
  expect(filter({ ...insert, eventName: 'REMOVE' })).toBe(false);
  expect(filter({ eventName: 'INSERT' })).toBe(false);
});

test.each([
  [{ prefix: 'IN' }, true],
  [{ suffix: 'ERT' }, true],
  [{ prefix: 'MO' }, false],
  [{ exists: true }, true],
  [{ exists: false }, false],
  [{ 'anything-but': ['REMOVE'] }, true],
  [{ 'anything-but': 'INSERT' }, false],
])('%j decides', (alternative, expected) => {
  expect(eventFilter({ eventName: [alternative] })(insert)).toBe(expected);
});

test('absence may be asked for', () => {
  const filter = eventFilter({ dynamodb: { OldImage: [{ exists: false }] } });
  expect(filter(insert)).toBe(true);
});

test('refuses what it does not know', () => {
  expect(() => eventFilter({ n: [{ numeric: ['>', 1] }] })).toThrow('filter operator "numeric"');
  expect(() => eventFilter({ n: 'not a list' })).toThrow('lists of alternatives');
});
