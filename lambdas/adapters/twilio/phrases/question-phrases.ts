import type { SpokenLanguage } from '../../../domain/phone/voice-step.ts';
import type { QuestionPhraseBook } from './question-phrase-book.ts';
import { englishQuestions } from './question-phrases-en.ts';
import { russianQuestions } from './question-phrases-ru.ts';

export const questionPhrases: Record<SpokenLanguage['language'], QuestionPhraseBook> = {
  en: englishQuestions,
  ru: russianQuestions,
};
