import type { SpokenLanguage } from '../../../domain/phone/voice-step.ts';
import type { PhraseBook } from './phrase-book.ts';
import { english } from './phrases-en.ts';
import { russian } from './phrases-ru.ts';

export const phrases: Record<SpokenLanguage['language'], PhraseBook> = { en: english, ru: russian };
