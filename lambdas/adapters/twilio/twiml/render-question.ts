import { locales } from '../../../domain/basics/language.ts';
import { dayOfWeek } from '../../../domain/basics/local-time.ts';
import { placeToState } from '../../../domain/phone/keypad-place.ts';
import type {
  Remark,
  SpokenLanguage,
  SpokenMoment,
  SpokenQuestion,
  VoiceStep,
} from '../../../domain/phone/voice-step.ts';
import type { SpokenValue } from '../../../domain/script/fields/spoken-value.ts';
import type { QuestionPhraseBook, SpokenDay } from '../phrases/question-phrase-book.ts';
import { questionPhrases } from '../phrases/question-phrases.ts';
import { type NextUrls, say, sayGoodbye, speakable, type Twiml, twiml } from './twiml.ts';

/** Of a script's own words and a row's: nobody listens to more, and a document has 64 kB at most. */
const longestText = 500;
const mostBefore = 3000;
const longestLabel = 100;

/** How long somebody may think about a key, and between the digits of a number, in seconds. */
const thinkSeconds = 8;

/** Asks one question. Silence is an answer too: the script, and not the document, asks again. */
export function askQuestion(step: VoiceStep & { kind: 'ask-question' }, urls: NextUrls): Twiml {
  const { place, before, remark, question, tongue } = step;
  const { option, keying, skipByKey, skipByKeys } = questionPhrases[tongue.language];
  const { type, options, maySkip } = question;
  const keyed = keyedAs(type, keying);
  const isOneKey = keyed === undefined;
  const words = [
    ...spokenBefore(before),
    remark && remarkText(remark, tongue),
    speakable(question.words, longestText),
    ...options.map(({ key, label }) => option(key, speakable(label, longestLabel) ?? '')),
    keyed,
    maySkip ? (isOneKey ? skipByKey : skipByKeys) : undefined,
  ];
  const action = urls.ofAttempt('/voice/script', placeToState(place));
  return gather({ words: sayAll(words, tongue), action, isOneKey });
}

/** Undefined where one key answers: its options are told. */
function keyedAs(
  type: SpokenQuestion['type'],
  keying: QuestionPhraseBook['keying'],
): string | undefined {
  return type in keying ? keying[type as keyof typeof keying] : undefined;
}

export function readBack(step: VoiceStep & { kind: 'read-back' }, urls: NextUrls): Twiml {
  const { place, value, tongue } = step;
  const text = questionPhrases[tongue.language].entered(valueText(value, tongue));
  const action = urls.ofAttempt('/voice/script', placeToState(place));
  return gather({ words: sayAll([text], tongue), action, isOneKey: true });
}

export function confirmForm({
  before,
  promised,
  tongue,
}: VoiceStep & { kind: 'form-sent' }): Twiml {
  const book = questionPhrases[tongue.language];
  const say = promised?.isElsewhere ? book.promisedElsewhere : book.promised;
  const text = promised === undefined ? book.stored : say(momentText(promised, tongue));
  return twiml`${sayAll(spokenBefore(before), tongue)}${sayGoodbye(text, tongue)}`;
}

/**
 * One key ends its Gather itself, `#` too. Of several keys `#` ends them, and their number is not
 * limited: the `#` that people press after the last would else be heard as the next answer.
 */
function gather({
  words,
  action,
  isOneKey,
}: {
  words: Twiml[];
  action: string;
  isOneKey: boolean;
}): Twiml {
  const end = isOneKey ? twiml`numDigits="1" finishOnKey=""` : twiml`finishOnKey="#"`;
  return twiml`<Gather ${end} timeout="${thinkSeconds}" actionOnEmptyResult="true" action="${action}" method="POST">${words}</Gather>`;
}

function spokenBefore(texts: readonly string[]): string[] {
  const spoken: string[] = [];
  let left = mostBefore;
  for (const text of texts) {
    const said = speakable(text, Math.min(longestText, left));
    if (said === undefined) continue;
    spoken.push(said);
    left -= said.length;
  }
  return spoken;
}

function sayAll(texts: readonly (string | undefined)[], tongue: SpokenLanguage): Twiml[] {
  return texts.filter((text) => text !== undefined).map((text) => say(text, tongue));
}

function remarkText(remark: Remark, tongue: SpokenLanguage): string {
  const book = questionPhrases[tongue.language];
  switch (remark.kind) {
    case 'answer':
      return book.problem(remark.problem);
    case 'not-then': {
      const { promised, nextAt } = remark;
      const next = nextAt && momentText(nextAt, tongue);
      return book.notThen(momentText(promised, tongue), next);
    }
    case 'past':
      return book.past;
    case 'never':
      return book.never;
    case 'not-possible':
      return book.notPossible;
    default:
      return remark satisfies never;
  }
}

function valueText(value: SpokenValue, tongue: SpokenLanguage): string {
  const book = questionPhrases[tongue.language];
  switch (value.kind) {
    case 'label':
      return speakable(value.text, longestLabel) ?? '';
    case 'number':
      return numberText(value.number, tongue);
    case 'minutes':
      return book.minutes(value.minutes);
    case 'digits':
      return [...value.digits].join(' '); // without spaces they are read as one number
    case 'date': {
      const { year, month, day } = value;
      return book.date({ ...dayOf(Date.UTC(year, month - 1, day), 'UTC', tongue), year });
    }
    case 'time':
      return `${twoDigits(value.hours)}:${twoDigits(value.minutes)}`;
    default:
      return value satisfies never;
  }
}

function momentText({ at, zone: timeZone, isToday }: SpokenMoment, tongue: SpokenLanguage): string {
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const time = new Intl.DateTimeFormat(locales[tongue.language], clock).format(at);
  const day = isToday ? undefined : dayOf(at, timeZone, tongue);
  return questionPhrases[tongue.language].moment(time, day);
}

function dayOf(at: number, timeZone: string, tongue: SpokenLanguage): SpokenDay {
  const parts = { timeZone, day: 'numeric', month: 'long' } as const;
  const dayAndMonth = new Intl.DateTimeFormat(locales[tongue.language], parts).format(at);
  return { weekday: dayOfWeek(at, timeZone), dayAndMonth };
}

function numberText(number: number, tongue: SpokenLanguage): string {
  const plain = { maximumFractionDigits: 9, useGrouping: false } as const;
  return new Intl.NumberFormat(locales[tongue.language], plain).format(number);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
