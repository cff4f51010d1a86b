import type { Language } from '../../../domain/basics/language.ts';
import type { SpokenLanguage } from '../../../domain/phone/voice-step.ts';

interface SayVoice {
  voice: string;
  language: string;
}

const defaults: Record<Language, SayVoice> = {
  en: { voice: 'Polly.Joanna', language: 'en-US' },
  ru: { voice: 'Polly.Tatyana', language: 'ru-RU' },
};

const voiceName = /^[\w.-]+$/;
const britishVoice = /^Polly\.(Amy|Arthur|Brian|Emma)\b/;

/**
 * Both are always said: a voice that does not speak the language may fail the whole verb. What
 * cannot be a voice's name counts as none.
 */
export function voiceOf({ language, voice }: SpokenLanguage): SayVoice {
  if (voice === undefined || !voiceName.test(voice)) return defaults[language];
  return { voice, language: spokenBy(voice) ?? defaults[language].language };
}

/** Google's voices carry their language in their name; Polly's do not. */
function spokenBy(voice: string): string | undefined {
  if (britishVoice.test(voice)) return 'en-GB';
  return /^Google\.([a-z]{2}-[A-Z]{2})-/.exec(voice)?.[1];
}
