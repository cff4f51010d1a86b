import { readJson } from '../../lambdas/handlers/api/http/read-json.ts';

const refusal = (text: string, most?: number) => readJson(text, most).refused?.status;

test.each([
  ['{"a": [1, "b", null, true, 1.5e3]}'],
  ['"a text with \\" and [[[[[[ in it"'],
  [`${'['.repeat(30)}${']'.repeat(30)}`],
  ['{"__proto__": {"x": 1}, "constructor": 2}'],
  ['0'],
])('reads %s', (text) => {
  expect(readJson(text)).toEqual({ value: JSON.parse(text) });
});

test.each([
  ['what is no JSON', '{"a": '],
  ['a text without its end', `"${'\\"'.repeat(1000)}`],
  ['nothing', ''],
  ['lists within lists', `${'['.repeat(31)}${']'.repeat(31)}`],
  ['a million lists', '['.repeat(999_999)],
  ['a number that is none', '{"a": 1e400}'],
  ['a number that no table keeps', '[1e125]'],
  ['a number that is next to nothing', '[1e-131]'],
  ['half a character', '{"a": "\\ud800"}'],
  ['half a character in a name', '{"\\ud800": 1}'],
  ['a name without a letter', '{"": 1}'],
])('refuses %s with 400', (_, text) => {
  expect(refusal(text)).toBe(400);
});

test('refuses what is too long, or of too many parts, with 413', () => {
  expect(refusal('[1, 2]', 5)).toBe(413);
  expect(refusal(`[${'1,'.repeat(120_001)}1]`)).toBe(413);
});
