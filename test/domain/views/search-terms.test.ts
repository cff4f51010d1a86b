import { searchTermsOf, wordsOf } from '../../../lambdas/domain/views/search-terms.ts';

test.each<[string, string[]]>([
  ['Мария Иванова', ['мария', 'иванова']],
  ['Ёлкин', ['елкин']],
  ['ЁЛКИН-Петров', ['елкин', 'петров']],
  ['Zoë Müller', ['zoe', 'muller']],
  ['ﬁne ①', ['fine', '1']],
  ['A-1/2026', ['a', '1', '2026']],
  ['  …  ', []],
  ['李明', ['李明']],
])('%s reads as %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('“й” is found however it was typed', () => {
  expect(wordsOf('Андре\u0439')).toEqual(wordsOf('Андре\u0438\u0306'));
});

test('a very long word is cut, in rows as in what is looked for', () => {
  expect(wordsOf('x'.repeat(60))).toEqual(['x'.repeat(40)]);
});

test('a row is found by its Id and its own columns, not by orders, operators, numbers or ours', () => {
  const words = searchTermsOf({
    task: 'demo',
    Id: 17,
    tel: '+442079460017',
    имя: 'Мария',
    'id заказа': 4711,
    notes: { city: 'Bath' },
    empty: '',
    none: null,
    status: 10,
    callaftermin: 5,
    date_callback: '2026-11-23',
    time_callback: '10:30',
    time_zone: 'Europe/London',
    operator_number: '+442079460101',
    date_call: '2026-11-22T10:30:00.000Z',
    _problem: 'secret',
  });
  expect(words).toEqual(['17', 'мария', '4711', 'city', 'bath']);
});

test('a word is kept once, and no more than 24', () => {
  expect(searchTermsOf({ Id: 1, a: 'x x X', b: 'x' })).toEqual(['1', 'x']);
  const long = Array.from({ length: 90 }, (_, n) => `w${n}`).join(' ');
  expect(searchTermsOf({ Id: 1, long })).toHaveLength(24);
});
