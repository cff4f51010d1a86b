import { countryInsteadOf } from '../basics/country.ts';
import { type Localized, shortened } from '../basics/localized.ts';
import { placeInsteadOf } from '../basics/time-zone.ts';

/** What must be put right in tasks and operators. */
export const taskSentences = {
  id: {
    en: 'a task id has 1–32 letters, digits, hyphens or underscores',
    ru: 'здесь нужны от 1 до 32 латинских букв, цифр, дефисов или подчёркиваний',
  },
  clock: { en: 'write a time as HH:mm', ru: 'запишите время как ЧЧ:ММ' },
  window: {
    en: 'a window ends after it begins: hours over midnight are two, until 24:00 and from 00:00',
    ru: 'конец должен быть позже начала: часы через полночь — это два промежутка, до 24:00 и с 00:00',
  },
  holiday: {
    en: 'write a holiday as YYYY-MM-DD, a day that the calendar has',
    ru: 'запишите праздник как ГГГГ-ММ-ДД; такой день должен быть в календаре',
  },
  callerId: {
    en: 'write callerId as +441234567890',
    ru: 'запишите номер как +441234567890',
  },
  cardUrl: {
    en: 'write an https:// address; columns in braces stand after its host',
    ru: 'запишите адрес с https://; поля в скобках — после имени сервера',
  },
  address: {
    en: 'write +441234567890, client:name or sip:user@domain',
    ru: 'запишите +441234567890, client:имя или sip:имя@домен',
  },
  voice: {
    en: 'choose one of Twilio’s voices that speaks the task’s language, or none',
    ru: 'выберите голос Twilio, который говорит на языке задачи, или никакого',
  },
  sipEdge: {
    en: 'Twilio calls SIP phones without their edge: write sip:user@domain.sip.twilio.com',
    ru: 'Twilio звонит на SIP-телефоны без имени узла: запишите sip:имя@домен.sip.twilio.com',
  },
  pin: { en: 'a PIN has 6–8 digits', ru: 'в PIN-коде 6–8 цифр' },
} satisfies Record<string, Localized>;

/** Names a place where what was given is an abbreviation or an older name of one. */
export function timeZoneSentence(given: string): Localized {
  const place = placeInsteadOf(given);
  return {
    en: `write an IANA time zone, such as ${place ?? 'Europe/London'}`,
    ru: `укажите часовой пояс IANA, например ${place ?? 'Europe/Moscow'}`,
  };
}

/** Names the country where what was given is another code for one: “UK” is GB. */
export function countrySentence(given: string): Localized {
  const meant = countryInsteadOf(given);
  return {
    en: `“${shortened(given)}” is no country of ISO 3166: write ${meant ?? 'two capital letters, such as GB'}`,
    ru: `«${shortened(given)}» — не код страны по ISO 3166: запишите ${meant ?? 'две заглавные буквы, например RU'}`,
  };
}

/** For a schema's own check: the message is English, and the sentence in each language goes with it. */
export function withSentence(sentence: Localized) {
  return { error: sentence.en, params: { sentence } };
}
