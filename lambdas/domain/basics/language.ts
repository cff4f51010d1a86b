/**
 * The languages that people are spoken to in, on screens and by telephone: every list of languages
 * derives from this one, and a language whose texts are missing somewhere is a type error there.
 */
export const languages = ['en', 'ru'] as const;

export type Language = (typeof languages)[number];

/** Of texts for whoever named no language of ours. */
export const fallbackLanguage: Language = 'en';

/** How days and numbers are written and spoken: English where the clock has 24 hours. */
export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru-RU' };

/** How the languages call themselves. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' };

/** The first of our languages among the tags (`ru-RU`, `en`), the most wanted of which comes first. */
export function languageAmong(tags: readonly string[]): Language | undefined {
  const wanted = tags.map((tag) => tag.split('-')[0]?.toLowerCase());
  return wanted.map((it) => languages.find((known) => known === it)).find((it) => it !== undefined);
}
