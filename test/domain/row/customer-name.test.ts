import { customerName } from '../../../lambdas/domain/row/customer-name.ts';

test.each([
  ['{имя} {фамилия}', { имя: 'Мария', фамилия: 'Иванова' }, 'Мария Иванова'],
  ['{имя} {фамилия}', { имя: 'Мария' }, 'Мария'],
  ['{имя}, order {id заказа}', { имя: 'Zoë', 'id заказа': 7 }, 'Zoë, order 7'],
  ['{имя} {фамилия}', {}, undefined],
  ['{имя}', { имя: '  ' }, undefined],
])('%s is filled in from %j', (whisper, columns, name) => {
  expect(customerName({ whisper }, columns)).toBe(name);
});
