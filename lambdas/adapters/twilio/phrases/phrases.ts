import type { Language } from '../../../domain/basics/language.ts';
import type { PhraseBook } from './phrase-book.ts';
import { english } from './phrases-en.ts';
import { russian } from './phrases-ru.ts';

export const phrases: Record<Language, PhraseBook> = { en: english, ru: russian };
