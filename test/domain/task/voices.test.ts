import { readFileSync } from 'node:fs';
import { languages } from '../../../lambdas/domain/basics/language.ts';
import { voiceNamed, voices } from '../../../lambdas/domain/task/voices.ts';
import { taskBody } from '../../../lambdas/handlers/api/http/supervisor-schemas.ts';
import { sampleTask } from '../../support/sample-task.ts';

const types = readFileSync(require.resolve('twilio/lib/twiml/VoiceResponse.d.ts'), 'utf8');

describe.each(languages)('%s', (language) => {
  test('has voices that the SDK knows, each for a language that it knows', () => {
    const unknown = voices[language].filter(
      ({ name, speaks }) => !types.includes(`"${name}"`) || !types.includes(`"${speaks}"`),
    );
    expect(unknown).toEqual([]);
    expect(voices[language].every(({ speaks }) => speaks.startsWith(`${language}-`))).toBe(true);
  });

  test('names each of them once', () => {
    const names = voices[language].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => voiceNamed(language, name)?.name === name)).toBe(true);
  });
});

describe('a task', () => {
  const { id: _, ...body } = sampleTask();
  const isTaken = (change: object) => taskBody.safeParse({ ...body, ...change }).success;

  test.each([
    [{ language: 'ru', voice: 'Polly.Maxim' }],
    [{ language: 'en', voice: 'Polly.Amy' }],
    [{ language: 'ru' }],
  ])('takes %j', (change) => {
    expect(isTaken(change)).toBe(true);
  });

  test.each([
    [{ language: 'ru', voice: 'Polly.Joanna' }],
    [{ language: 'en', voice: 'Polly.Tatyana' }],
    [{ language: 'en', voice: 'Polly.Nobody-Neural' }],
    [{ language: 'en', voice: '' }],
  ])('refuses %j', (change) => {
    expect(isTaken(change)).toBe(false);
  });
});
