import { type Language, languageAmong } from '../../../lambdas/domain/basics/language.ts';

test.each<[string[], Language | undefined]>([
  [['ru'], 'ru'],
  [['ru-RU', 'en'], 'ru'],
  [['EN-us'], 'en'],
  [['fr-CA', 'de', 'ru'], 'ru'],
  [['rue', 'england'], undefined],
  [['*'], undefined],
  [[''], undefined],
  [[], undefined],
])('of the wanted %p the first that we speak is %p', (tags, language) => {
  expect(languageAmong(tags)).toBe(language);
});
