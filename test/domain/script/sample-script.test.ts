import type { Text } from '../../../lambdas/domain/script/script.ts';
import { fillText, textIn } from '../../../lambdas/domain/script/script-text.ts';
import { sampleFile, scriptOf } from './sample-scripts.ts';

const sample = scriptOf(sampleFile);

const texts: Text[] = [
  sample.title,
  ...sample.steps.flatMap((step) => [
    step.title,
    step.text,
    ...step.fields.flatMap((field) => [
      field.label,
      field.say,
      field.help,
      ...(field.type === 'choice' ? field.choices.map(({ label }) => label) : []),
    ]),
  ]),
].filter((text) => text !== undefined);

test('the sample speaks English and Russian throughout', () => {
  for (const text of texts)
    expect(text).toEqual({ en: expect.any(String), ru: expect.any(String) });
  const russian = texts.map((text) => textIn(text, 'ru'));
  expect(russian.filter((text) => !/[а-яё]/i.test(text))).toEqual([]);
});

test('its texts show the columns of the sample’s table', () => {
  const row = { имя: 'Анна', фамилия: 'Смирнова', 'id заказа': 10_014 };
  const [talk] = sample.steps;
  expect(fillText(talk?.text ?? '', row, 'ru')).toBe('Анна Смирнова, заказ 10014.');
});
