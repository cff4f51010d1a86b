import { type Language, languages } from '../../../../domain/basics/language.ts';
import type { RecordingRule } from '../../../../domain/task/recording-rules.ts';
import type { Task } from '../../../../domain/task/task.ts';
import { numberIn } from '../../number-in.ts';

/** What the task says about recording, as the form holds it. */
export interface RecordingDraft {
  rule: RecordingRule;
  /** Empty: the usual sentence. */
  notice: Record<Language, string>;
  /** Empty: the usual time. */
  keepDays: string;
}

export function recordingDraftOf(task: Partial<Task>): RecordingDraft {
  const { recording = 'off', recordingNotice = {}, keepRecordingsDays = '' } = task;
  const texts = languages.map((it) => [it, recordingNotice[it] ?? '']);
  const notice = Object.fromEntries(texts) as RecordingDraft['notice'];
  return { rule: recording, notice, keepDays: String(keepRecordingsDays) };
}

export function bodyOfRecording({ rule, notice, keepDays }: RecordingDraft): object {
  const said = Object.entries(notice).filter(([, text]) => text.trim() !== '');
  return {
    ...(rule !== 'off' && { recording: rule }),
    ...(said.length > 0 && { recordingNotice: Object.fromEntries(said) }),
    ...(keepDays.trim() !== '' && { keepRecordingsDays: numberIn(keepDays) }),
  };
}
