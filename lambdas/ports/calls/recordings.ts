import type { Attempt, AttemptId } from '../../domain/attempt/attempt.ts';
import type { Recording } from '../../domain/attempt/recording.ts';
import type { Instant } from '../../domain/basics/instant.ts';

/** What is known of recordings: it stands with their attempts, and in the order in which they go. */
export interface Recordings {
  /**
   * Notes what was heard of a recording with its attempt; what is known already, or overtaken, changes
   * nothing. Returns the attempt as it then is; undefined when there is no such attempt.
   */
  note(attempt: AttemptId, recording: Recording): Promise<Attempt | undefined>;

  /** To be deleted then, if it is not to be sooner. Repeating it changes nothing. */
  keepUntil(kept: KeptRecording, deleteAt: Instant): Promise<void>;

  /** Those that are to be deleted by this instant, the longest due first. */
  dueBy(at: Instant, limit: number): Promise<DueRecording[]>;

  /** It is deleted. */
  forget(due: DueRecording): Promise<void>;
}

export interface KeptRecording {
  attempt: AttemptId;
  sid: string;
  call: string;
}

export interface DueRecording extends KeptRecording {
  deleteAt: Instant;
}
