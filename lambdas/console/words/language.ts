import { effect } from '@preact/signals';
import {
  fallbackLanguage,
  type Language,
  languageAmong,
  languages,
} from '../../domain/basics/language.ts';
import { remembered } from '../browser/remembered.ts';

/** The chosen language, else the browser's, else English. */
export const language = remembered<Language>('language', languages, browserLanguage());

function browserLanguage(): Language {
  return languageAmong(navigator.languages) ?? fallbackLanguage;
}

effect(() => {
  document.documentElement.lang = language.value;
});
