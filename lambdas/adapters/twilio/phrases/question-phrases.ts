import type { Language } from '../../../domain/basics/language.ts';
import type { QuestionPhraseBook } from './question-phrase-book.ts';
import { englishQuestions } from './question-phrases-en.ts';
import { russianQuestions } from './question-phrases-ru.ts';

export const questionPhrases: Record<Language, QuestionPhraseBook> = {
  en: englishQuestions,
  ru: russianQuestions,
};
