import type { Language } from '../basics/language.ts';

/** A voice of Twilio's, with the kind of its language that it speaks. */
export interface Voice {
  name: string;
  /** BCP 47. */
  speaks: string;
}

const polly = (speaks: string, names: string): Voice[] =>
  names.split(' ').map((name) => ({ name: `Polly.${name}`, speaks }));

const google = (speaks: string, family: string, names: string): Voice[] =>
  names.split(' ').map((name) => ({ name: `Google.${speaks}-${family}-${name}`, speaks }));

const chirps = 'Aoede Charon Fenrir Kore Leda Orus Puck Zephyr';

/**
 * The voices that a task may choose, by its language; the first is the language's own. Twilio fails a
 * sentence whose voice does not speak its language, so that no other one is accepted.
 * https://www.twilio.com/docs/voice/twiml/say/text-speech#available-voices-and-languages
 */
export const voices: Readonly<Record<Language, readonly [Voice, ...Voice[]]>> = {
  en: [
    { name: 'Polly.Joanna', speaks: 'en-US' },
    ...polly('en-US', 'Joey Kendra Kimberly Matthew Salli'),
    ...polly('en-US', 'Joanna-Neural Joey-Neural Kendra-Neural Kimberly-Neural Matthew-Neural'),
    ...polly('en-US', 'Danielle-Neural Gregory-Neural Ruth-Neural Salli-Neural Stephen-Neural'),
    ...polly('en-US', 'Danielle-Generative Joanna-Generative Matthew-Generative Ruth-Generative'),
    ...google('en-US', 'Standard', 'A B C D E F G H I J'),
    ...google('en-US', 'Wavenet', 'A B C D E F G H I J'),
    ...google('en-US', 'Neural2', 'A C D E F G H I J'),
    ...google('en-US', 'Chirp3-HD', chirps),
    ...polly('en-GB', 'Amy Brian Emma Amy-Neural Arthur-Neural Brian-Neural Emma-Neural'),
    ...google('en-GB', 'Standard', 'A B C D F N O'),
    ...google('en-GB', 'Wavenet', 'A B C D F N O'),
    ...google('en-GB', 'Neural2', 'A B C D F N O'),
    ...google('en-GB', 'Chirp3-HD', chirps),
    ...polly('en-AU', 'Nicole Russell Olivia-Neural'),
    ...google('en-AU', 'Standard', 'A B C D'),
    ...google('en-AU', 'Wavenet', 'A B C D'),
    ...google('en-AU', 'Neural2', 'A B C D'),
  ],
  ru: [
    { name: 'Polly.Tatyana', speaks: 'ru-RU' },
    { name: 'Polly.Maxim', speaks: 'ru-RU' },
    ...google('ru-RU', 'Standard', 'A B C D E'),
    ...google('ru-RU', 'Wavenet', 'A B C D E'),
    ...google('ru-RU', 'Chirp3-HD', chirps),
  ],
};

/** The voice of that name, if it speaks the language. */
export function voiceNamed(language: Language, name: string | undefined): Voice | undefined {
  return voices[language].find((voice) => voice.name === name);
}
