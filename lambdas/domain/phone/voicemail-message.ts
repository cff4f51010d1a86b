import type { Task } from '../task/task.ts';
import { type SpokenLanguage, spokenLanguageOf } from './voice-step.ts';

/** What a machine hears that answered instead of the customer: a recorded sound, or words. */
export type VoicemailMessage = { sound: string } | { words: string; tongue: SpokenLanguage };

/** Undefined where the task leaves none. */
export function voicemailMessageOf(
  task: Pick<Task, 'language' | 'voice' | 'voicemailText' | 'voicemailSound'>,
): VoicemailMessage | undefined {
  if (task.voicemailSound !== undefined) return { sound: task.voicemailSound };
  const words = task.voicemailText?.[task.language];
  return words === undefined ? undefined : { words, tongue: spokenLanguageOf(task) };
}
