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

test.each([
  [{ имя: 'Мария', фамилия: 'Иванова', name: 'M. I.' }, 'Мария Иванова'],
  [{ First_Name: 'Zoë', LastName: 'Miller' }, 'Zoë Miller'],
  [{ 'Full name': ' Zoë Miller ' }, 'Zoë Miller'],
  [{ ФИО: 'Иванова М.' }, 'Иванова М.'],
  [{ surname: 'Miller' }, 'Miller'],
  [{ order: '17' }, undefined],
])('where the task says nothing, the columns that are called names say it: %j', (columns, name) => {
  expect(customerName({ whisper: ' ' }, columns)).toBe(name);
});
