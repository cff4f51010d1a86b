import type { Language } from '../../basics/language.ts';
import type { Value } from '../script.ts';
import { textIn } from '../script-text.ts';
import { optionsOf, type SpokenField } from './keypad.ts';

/** An answer in the parts that are spoken; the voice adapter makes the words around them. */
export type SpokenValue =
  | { kind: 'label'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'minutes'; minutes: number }
  | { kind: 'digits'; digits: string }
  | { kind: 'date'; year: number; month: number; day: number }
  | { kind: 'time'; hours: number; minutes: number };

export function spokenValue(field: SpokenField, value: Value, language: Language): SpokenValue {
  switch (field.type) {
    case 'choice':
    case 'yes-no':
    case 'do-not-call':
    case 'voicemail': {
      const option = optionsOf(field).find((it) => it.value === value);
      return { kind: 'label', text: textIn(option?.label ?? String(value), language) };
    }
    case 'number':
      return { kind: 'number', number: Number(value) };
    case 'minutes':
      return { kind: 'minutes', minutes: Number(value) };
    case 'phone':
      return { kind: 'digits', digits: String(value).replace(/\D/g, '') };
    case 'date':
      return dateOf(String(value));
    case 'time':
      return timeOf(String(value));
    default:
      return field satisfies never;
  }
}

function dateOf(date: string): SpokenValue {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { kind: 'date', year, month, day };
}

function timeOf(time: string): SpokenValue {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { kind: 'time', hours, minutes };
}
