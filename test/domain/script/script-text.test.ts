import { fillText, textIn } from '../../../lambdas/domain/script/script-text.ts';

test('a text in the language asked for, else in the other', () => {
  expect(textIn({ en: 'Hello', ru: 'Привет' }, 'ru')).toBe('Привет');
  expect(textIn({ en: 'Hello' }, 'ru')).toBe('Hello');
  expect(textIn({ ru: 'Привет' }, 'en')).toBe('Привет');
  expect(textIn('Hello', 'ru')).toBe('Hello');
});

const columns = { имя: 'Анна', 'id заказа': 10_007, комментарии: null, html: '<b>&amp;</b> {имя}' };

test.each([
  ['{имя}, заказ {id заказа}', 'Анна, заказ 10007'],
  ['({комментарии})', '()'],
  ['({нет такого})', '()'],
  ['({constructor}{__proto__}{toString})', '()'],
  ['{html}', '<b>&amp;</b> {имя}'],
  ['{} {имя', '{} {имя'],
  ['$& {имя}', '$& Анна'],
])('%s', (text, filled) => {
  expect(fillText(text, columns, 'ru')).toBe(filled);
});
