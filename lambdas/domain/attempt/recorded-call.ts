import type { RecordingRule } from '../task/recording-rules.ts';
import type { Task } from '../task/task.ts';
import type { Attempt } from './attempt.ts';

/** Whether the network records without being asked for it. */
export function recordsByItself(rule: RecordingRule | undefined): boolean {
  return rule === 'on' || rule === 'notice';
}

/** Whether there is, or should be, a recording to hear of. */
export function isRecorded({ recording, recordings = [] }: Attempt): boolean {
  return recordsByItself(recording) || recordings.length > 0;
}

/** The leg that the network keeps a talk's recordings with: the one that dialled the other. */
export function recordedCall({ origin, facts }: Attempt): string | undefined {
  return (origin === 'inbound' ? facts.customerCreated : facts.operatorCreated)?.sid;
}

/** What an attempt takes along. Tasks stored by earlier versions lack the setting. */
export function recordingOf({ recording }: Pick<Task, 'recording'>): Pick<Attempt, 'recording'> {
  return recording === undefined || recording === 'off' ? {} : { recording };
}
