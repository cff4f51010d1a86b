import { effect } from '@preact/signals';
import { remembered } from '../shell/remembered.ts';

export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

/** How the languages call themselves. */
export const languageNames: Record<Language, string> = { en: 'English', ru: 'Русский' };

/** The chosen language, else the browser's, else English. */
export const language = remembered<Language>('language', languages, browserLanguage());

function browserLanguage(): Language {
  const wished = navigator.languages.map((it) => it.slice(0, 2));
  return wished.find((it): it is Language => it === 'en' || it === 'ru') ?? 'en';
}

effect(() => {
  document.documentElement.lang = language.value;
});
