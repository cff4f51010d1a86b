import { suggestColumns } from '../../lambdas/table-files/suggest-columns.ts';

test.each([
  [['Phone Number', 'First Name'], { 'Phone Number': 'tel' }],
  [['phone_number', 'first_name', 'tz'], { phone_number: 'tel', tz: 'time_zone' }],
  [
    ['Контактный телефон', 'Часовой пояс'],
    { 'Контактный телефон': 'tel', 'Часовой пояс': 'time_zone' },
  ],
  // One number is called: the one that is named like it most.
  [['Mobile', 'Phone'], { Phone: 'tel' }],
  // What the file names as we do needs no guess.
  [['tel', 'Phone', 'Agent'], { Agent: 'operator_number' }],
  [['constructor', '__proto__', 'имя'], {}],
])('%j', (header, suggested) => {
  expect(Object.fromEntries(suggestColumns(header))).toEqual(suggested);
});
