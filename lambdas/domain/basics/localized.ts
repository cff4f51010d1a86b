import { type Language, languages } from './language.ts';

/** A sentence in every language. */
export type Localized = Readonly<Record<Language, string>>;

export function inEachLanguage(say: (language: Language) => string): Localized {
  return Object.fromEntries(languages.map((it) => [it, say(it)])) as Record<Language, string>;
}

/** What is said for each code, of the values that it comes with: a code without words is a type error. */
export type Phrases<Problem extends { code: string }> = Record<
  Language,
  { [Code in Problem['code']]: (problem: Extract<Problem, { code: Code }>) => string }
>;

export function phraseOf<Problem extends { code: string }>(
  phrases: Phrases<Problem>,
  problem: Problem,
  language: Language,
): string {
  const say = phrases[language][problem.code as Problem['code']] as (it: Problem) => string;
  return say(problem);
}

/** Long values are cut: a sentence shall stay one. */
export function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
