import type { SpokenLanguage } from '../../../domain/phone/voice-step.ts';
import { voiceNamed, voices } from '../../../domain/task/voices.ts';

interface SayVoice {
  voice: string;
  language: string;
}

/**
 * Both are always said: a voice that does not speak the language may fail the whole verb. Earlier
 * releases took any name; what is none of the language's voices counts as none.
 */
export function voiceOf({ language, voice }: SpokenLanguage): SayVoice {
  const { name, speaks } = voiceNamed(language, voice) ?? voices[language][0];
  return { voice: name, language: speaks };
}
