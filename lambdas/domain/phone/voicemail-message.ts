import type { Task } from '../task/task.ts';
import { spokenLanguageOf, type VoicemailMessage } from './voice-step.ts';

/** Undefined where the task leaves none. */
export function voicemailMessageOf(
  task: Pick<Task, 'language' | 'voice' | 'voicemailText' | 'voicemailSound'>,
): VoicemailMessage | undefined {
  if (task.voicemailSound !== undefined) return { sound: task.voicemailSound };
  const words = task.voicemailText?.[task.language];
  return words === undefined ? undefined : { words, tongue: spokenLanguageOf(task) };
}
