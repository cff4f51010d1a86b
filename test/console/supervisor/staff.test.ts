import {
  countStates,
  inOrder,
  isAtWork,
  type Staff,
  staffOf,
} from '../../../lambdas/console/supervisor/board/staff.ts';
import type { OperatorState } from '../../../lambdas/contract/people.ts';

function operator(name: string, given: Partial<OperatorState> = {}, at = 'client:anna'): Staff {
  return staffOf({ id: name, name, state: 'free', online: true, ...given }, at);
}

test('operators stand in the order in which people count', () => {
  const seats = ['Seat 10', 'Seat 2', 'Seat 1'].map((name) => operator(name));
  expect(inOrder(seats).map(({ name }) => name)).toEqual(['Seat 1', 'Seat 2', 'Seat 10']);
});

test('nobody without a desk is free: they may be by another phone, or are not there', () => {
  const all = [
    operator('here'),
    operator('phone', { online: false }, '+442079460991'),
    operator('browser', { online: false }),
    operator('talks', { state: 'talking', online: false }),
  ];
  expect(all.map(({ shown }) => shown)).toEqual(['free', 'by-phone', 'no-desk', 'talking']);
  expect(all.filter(isAtWork).map(({ name }) => name)).toEqual(['here', 'phone', 'talks']);
});

test('it is counted how many are in which state', () => {
  const all = [operator('a'), operator('b', { state: 'away' }), operator('c')];
  expect(countStates(all)).toEqual([
    ['free', 2],
    ['away', 1],
  ]);
});
