import { numbersIn } from '../../../lambdas/console/supervisor/do-not-call/numbers-in-text.ts';

test.each<[string, string, string[]]>([
  ['one a line', '020 7946 0017\r\n\r\n+44 20 7946 0018\n', ['020 7946 0017', '+44 20 7946 0018']],
  ['the first cell that can be one', 'Zoë;"020 7946 0017";5', ['020 7946 0017']],
  ['what is none stands as it is, to be refused', 'tel;name', ['tel;name']],
  ['nothing', ' \n ', []],
])('%s', (_, text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});
