import type { Localized } from '../../../domain/basics/localized.ts';
import type { Script } from '../../../domain/script/script.ts';
import { language } from '../../words/language.ts';
import type { ScriptCheck } from './read-in-language.ts';
import { scriptWords } from './script-words.ts';

/** A script as somebody writes it. */
export interface ScriptDraft {
  id: string;
  source: string;
}

/**
 * What is wrong with a script as somebody writes it: the check that the server makes. It is loaded
 * when a script is edited for the first time.
 */
export async function checkScript(source: string): Promise<ScriptCheck> {
  let given: unknown;
  try {
    given = JSON.parse(source);
  } catch (error) {
    return { problems: [scriptWords().notJson(error instanceof Error ? error.message : '')] };
  }
  const { readInLanguage } = await import('./read-in-language.ts');
  return readInLanguage(given, language.value);
}

/** The script as people read it; who stored it, and as what, is not part of it. */
export function sourceOf({ title, start, steps }: Script): string {
  return JSON.stringify({ title, start, steps }, null, 2);
}

/** A new script begins with one step that works. */
export const firstSource = JSON.stringify(
  {
    title: { en: 'A new script', ru: 'Новый сценарий' } satisfies Localized,
    start: 'talk',
    steps: [
      {
        id: 'talk',
        title: { en: 'The talk', ru: 'Разговор' } satisfies Localized,
        fields: [
          {
            id: 'result',
            type: 'choice',
            required: true,
            label: { en: 'Result', ru: 'Результат' } satisfies Localized,
            choices: [
              {
                value: 'settled',
                label: { en: 'Settled', ru: 'Вопрос решён' } satisfies Localized,
              },
              {
                value: 'call-again',
                label: { en: 'Call again', ru: 'Перезвонить' } satisfies Localized,
              },
            ],
          },
        ],
        next: [{ when: { field: 'result', is: 'call-again' }, to: 'when' }, { to: 'end' }],
      },
      {
        id: 'when',
        title: { en: 'The next call', ru: 'Следующий звонок' } satisfies Localized,
        fields: [
          {
            id: 'minutes',
            type: 'minutes',
            column: 'callaftermin',
            required: true,
            label: { en: 'In how many minutes', ru: 'Через сколько минут' } satisfies Localized,
          },
        ],
        next: 'end',
      },
    ],
  },
  null,
  2,
);
