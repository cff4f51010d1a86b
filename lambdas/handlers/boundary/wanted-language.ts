import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import {
  fallbackLanguage,
  type Language,
  languageAmong,
  languages,
} from '../../domain/basics/language.ts';

/** The one of our languages that `Accept-Language` wants most (RFC 9110, section 12.5.4); a region says nothing. */
export function wantedLanguage(c: Context): Language {
  return accepts(c, {
    header: 'Accept-Language',
    supports: [...languages],
    default: fallbackLanguage,
    match: (wanted) => languageAmong(acceptable(wanted)) ?? fallbackLanguage,
  }) as Language;
}

/** Hono sorts them, the most wanted first. */
function acceptable(wanted: { type: string; q: number }[]): string[] {
  return wanted.filter(({ q }) => q > 0).map(({ type }) => type);
}
