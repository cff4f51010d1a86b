import type { AttemptId } from '../../domain/attempt/attempt.ts';
import type { Instant } from '../../domain/basics/instant.ts';

/** The telephone network's recordings. `call`: the leg that they are kept with, which dialled the other. */
export interface Recorder {
  /** Begins one more of a call that is on. Undefined where there is no such talk. */
  start(call: string, attempt: AttemptId): Promise<RecordingNews | undefined>;

  /**
   * Puts silence into the recording that is being made, or ends that silence. The same again changes
   * nothing. Undefined where nothing is being recorded.
   */
  change(call: string, to: 'recording' | 'paused'): Promise<RecordingNews | undefined>;

  /** All of a call that are not deleted. */
  ofCall(call: string): Promise<RecordingNews[]>;

  /** Undefined where there is no such recording, or none any more. */
  sound(sid: string, range: SoundRange): Promise<Sound | undefined>;

  /** One that is gone already is fine. */
  remove(recording: { sid: string; call: string }): Promise<void>;
}

export interface RecordingNews {
  sid: string;
  call: string;
  /** `open`: it is being made, or made ready. */
  state: 'open' | 'paused' | 'completed' | 'absent';
  startedAt?: Instant;
  seconds?: number;
  channels?: number;
}

/** Of bytes, both counted. */
export interface SoundRange {
  from: number;
  to: number;
}

export interface Sound {
  bytes: Uint8Array;
  from: number;
  /** Of the whole. */
  total: number;
  contentType: string;
}
