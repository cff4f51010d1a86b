import { cardOrder } from '../../lambdas/console/desk/calls/state/card-order.ts';

const columns = {
  task: 'demo',
  Id: 17,
  tel: '020 7946 0017',
  order: 'A-17',
  note: 'call after lunch',
  address: '',
  status: 12,
  _due_at: 'ours',
};
const namesOf = (entries: { name: string }[]) => entries.map(({ name }) => name);

test('a card shows the columns that its task chose, in its order; the others are folded away', () => {
  const { shown, folded } = cardOrder(columns, ['order', 'address', 'gone', 'note']);
  expect(namesOf(shown)).toEqual(['order', 'note']);
  expect(namesOf(folded)).toEqual(['status']);
});

test('where a task chose none, all of its own are shown, without what says how a call is ordered', () => {
  const { shown, folded } = cardOrder(columns, undefined);
  expect(namesOf(shown)).toEqual(['note', 'order']);
  expect(namesOf(folded)).toEqual(['status']);
});
