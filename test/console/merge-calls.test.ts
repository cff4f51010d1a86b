import { isMine, mergeCall } from '../../lambdas/console/desk/calls/state/merge-calls.ts';
import type { AttemptView } from '../../lambdas/contract/calls.ts';

function call(id: string, facts: number, claimedAt = '2026-11-26T09:00:00.000Z'): AttemptView {
  const fact = { kind: 'operatorRang', at: claimedAt } as const;
  const none = { state: 'none' } as const;
  return {
    id,
    task: 'demo',
    Id: 4,
    origin: 'callback',
    operator: { id: 'anna', address: 'client:anna' },
    customer: '+442079460590',
    dueAt: claimedAt,
    claimedAt,
    state: 'ringing',
    legs: { operator: none, customer: none },
    facts: Array.from({ length: facts }, () => fact),
  };
}

test('news of a call take the place of what was known', () => {
  expect(mergeCall([call('a', 1)], call('a', 2))).toEqual([call('a', 2)]);
});

test('news that come late or twice change nothing', () => {
  const known = [call('a', 3)];
  expect(mergeCall(known, call('a', 2))).toBe(known);
  expect(mergeCall(known, call('a', 3))).toBe(known);
});

test('the newest call stands first, whichever was heard of first', () => {
  const earlier = call('a', 1, '2026-11-26T09:00:00.000Z');
  const later = call('b', 1, '2026-11-26T09:01:00.000Z');
  expect(mergeCall([earlier], later)).toEqual([later, earlier]);
  expect(mergeCall([later], earlier)).toEqual([later, earlier]);
});

const anna = { id: 'anna', addresses: ['+442079460991', 'client:anna'] };

test.each([
  [{ id: 'anna', address: 'client:anna' }, true],
  [{ id: 'ivan', address: '+442079460992' }, false],
  // An address that they share with nobody, before they were registered.
  [{ address: '+442079460991' }, true],
  [{ address: '+442079460992' }, false],
])('a call of %j is Anna’s: %s', (operator, expected) => {
  expect(isMine({ ...call('a', 1), operator }, anna)).toBe(expected);
});
