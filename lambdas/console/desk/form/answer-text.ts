import type { Field, Value } from '../../../domain/script/script.ts';
import { textIn } from '../../../domain/script/script-text.ts';
import { language } from '../../words/language.ts';
import { dayName, span } from '../../words/times.ts';
import { formWords } from './form-words.ts';

/** An answer as people read it. */
export function answerText(field: Field, value: Value): string {
  switch (field.type) {
    case 'choice': {
      const choice = field.choices.find((it) => it.value === value);
      return choice ? textIn(choice.label, language.value) : String(value);
    }
    case 'yes-no':
    case 'do-not-call':
    case 'voicemail':
      return value === true ? formWords().yes : formWords().no;
    case 'minutes':
      return span(Number(value) * 60_000);
    case 'date':
      // Noon in UTC is that day in the zone UTC.
      return dayName(`${value}T12:00:00Z`, 'UTC');
    default:
      return String(value);
  }
}
