import { pageErrorOf } from '../../lambdas/console/shell/page-error.ts';

function failed(stack: string): TypeError {
  const error = new TypeError('Zoë Miller, +44 7700 900123, wants her money back');
  error.stack = stack;
  return error;
}

test.each([
  [
    'Chromium',
    'TypeError: Zoë Miller wants\n    at save (https://desk.example/assets/desk-AB12CD34.js:3:1204)\n    at https://desk.example/assets/chunk-EF.js:1:9',
  ],
  [
    'Firefox',
    'save@https://desk.example/assets/desk-AB12CD34.js:3:1204\n@https://desk.example/assets/chunk-EF.js:1:9',
  ],
])(
  'an error of a page is told by its kind and place, as %s names them, without its words',
  (_, stack) => {
    const told = pageErrorOf(failed(stack), 'desk');
    expect(told).toEqual({
      page: 'desk',
      name: 'TypeError',
      stack: [
        { file: 'desk-AB12CD34.js', line: 3, column: 1204 },
        { file: 'chunk-EF.js', line: 1, column: 9 },
      ],
    });
    expect(JSON.stringify(told)).not.toMatch(/Zoë|7700/);
  },
);

test('what is thrown and is no error is told as that', () => {
  expect(pageErrorOf('Zoë Miller', 'supervisor')).toEqual({
    page: 'supervisor',
    name: 'NotAnError',
    stack: [],
  });
});
