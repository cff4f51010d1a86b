import { type Language, languages } from '../../../../domain/basics/language.ts';
import type { Task } from '../../../../domain/task/task.ts';

/** What answering machines hear, as the form holds it; empty: nothing. */
export interface MessageDraft {
  text: Record<Language, string>;
  sound: string;
}

export function messageOf({
  voicemailText = {},
  voicemailSound = '',
}: Partial<Task>): MessageDraft {
  const texts = languages.map((it) => [it, voicemailText[it] ?? '']);
  return { text: Object.fromEntries(texts) as MessageDraft['text'], sound: voicemailSound };
}

export function bodyOfMessage({ text, sound }: MessageDraft): object {
  const said = Object.entries(text).filter(([, words]) => words.trim() !== '');
  return {
    ...(said.length > 0 && { voicemailText: Object.fromEntries(said) }),
    ...(sound.trim() !== '' && { voicemailSound: sound.trim() }),
  };
}
