import { eventPattern } from '../../src/base/event-pattern.ts';

const insert = { eventName: 'INSERT', dynamodb: { NewImage: { status: { N: '10' } } } };

test('every field must fit one of its alternatives', () => {
  const filter = eventPattern({
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
  expect(eventPattern({ eventName: [alternative] })(insert)).toBe(expected);
});

test('absence may be asked for', () => {
  const filter = eventPattern({ dynamodb: { OldImage: [{ exists: false }] } });
  expect(filter(insert)).toBe(true);
});

test.each([
  [{ numeric: ['>', 1, '<=', 5] }, 5, true],
  [{ numeric: ['>', 1, '<=', 5] }, 6, false],
  [{ numeric: ['=', 5] }, '5', false],
  [{ 'equals-ignore-case': 'ANNA' }, 'anna', true],
  [{ wildcard: 'call.*' }, 'call.talked', true],
  [{ wildcard: 'call.*' }, 'order.taken', false],
])('%j of %j is %j', (alternative, value, expected) => {
  expect(eventPattern({ field: [alternative] })({ field: value })).toBe(expected);
});

test('of a list, one value must fit', () => {
  const fits = eventPattern({ resources: ['b', { prefix: 'x' }] });
  expect(fits({ resources: ['a', 'b'] })).toBe(true);
  expect(fits({ resources: ['a', 'c'] })).toBe(false);
});

test('one of several patterns may do', () => {
  const fits = eventPattern({ $or: [{ a: [1] }, { b: [2] }] });
  expect([fits({ a: 1 }), fits({ b: 2 }), fits({ a: 2 })]).toEqual([true, true, false]);
});

test('refuses what it does not know', () => {
  expect(() => eventPattern({ n: [{ cidr: '10.0.0.0/24' }] })).toThrow('filter operator "cidr"');
  expect(() => eventPattern({ n: [{ 'anything-but': { prefix: 'a' } }] })).toThrow(
    'filter operator "anything-but"',
  );
  expect(() => eventPattern({ n: 'not a list' })).toThrow('lists of alternatives');
});
