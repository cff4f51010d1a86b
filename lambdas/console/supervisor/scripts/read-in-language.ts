import type { Language } from '../../../domain/basics/language.ts';
import { readScript } from '../../../domain/script/check/check-script.ts';
import {
  type ScriptWords,
  scriptProblemText,
} from '../../../domain/script/check/script-problem.ts';
import { englishScript } from '../../../domain/script/check/script-words-en.ts';
import { russianScript } from '../../../domain/script/check/script-words-ru.ts';
import type { Script } from '../../../domain/script/script.ts';

export type ScriptCheck = { script: Script } | { problems: readonly string[] };

const words: Record<Language, ScriptWords> = { en: englishScript, ru: russianScript };

/** The check that the server makes, its findings in the reader's language. */
export function readInLanguage(given: unknown, language: Language): ScriptCheck {
  const reading = readScript(given);
  if ('script' in reading) return reading;
  return { problems: reading.problems.map((it) => scriptProblemText(it, words[language])) };
}
