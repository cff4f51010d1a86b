import { randomBytes } from 'node:crypto';
import type { HttpMethod } from '../legs/leg-record.ts';

/**
 * in-progress ⇄ paused ─▶ processing ─▶ completed, or absent where it was too short.
 * https://www.twilio.com/docs/voice/api/recording
 */
export type RecordingStatus = 'in-progress' | 'paused' | 'processing' | 'completed' | 'absent';

export const recordingEvents = ['in-progress', 'completed', 'absent'] as const;
export type RecordingEvent = (typeof recordingEvents)[number];

export interface RecordingSubscription {
  url: string;
  method: HttpMethod;
  events: RecordingEvent[];
}

/** All that is kept of a recording. Instants are milliseconds since 1970. */
export interface Recording {
  sid: string;
  /** Always the leg that dialled the other. */
  callSid: string;
  source: 'DialVerb' | 'StartCallRecordingAPI';
  channels: 1 | 2;
  status: RecordingStatus;
  startedAt: number;
  updatedAt: number;
  endedAt: number | null;
  /** While nothing was heard; the last one may be open. */
  pauses: { from: number; until: number | null }[];
  /** Pauses take no time in the file where they were skipped, and are silence in it otherwise. */
  skipsPauses: boolean;
  statusCallback: RecordingSubscription | null;
}

export type RecordingOrder = Pick<Recording, 'source' | 'channels' | 'statusCallback'>;

export function newRecording(callSid: string, order: RecordingOrder, now: number): Recording {
  return {
    ...order,
    sid: `RE${randomBytes(16).toString('hex')}`,
    callSid,
    status: 'in-progress',
    startedAt: now,
    updatedAt: now,
    endedAt: null,
    pauses: [],
    skipsPauses: false,
  };
}

export function isBeingMade({ status }: Recording): boolean {
  return status === 'in-progress' || status === 'paused';
}

/** Whole seconds of the file. */
export function secondsOf(recording: Recording): number {
  const { startedAt, endedAt, pauses, skipsPauses } = recording;
  const end = endedAt ?? startedAt;
  const paused = pauses.reduce((sum, { from, until }) => sum + ((until ?? end) - from), 0);
  return Math.round((end - startedAt - (skipsPauses ? paused : 0)) / 1000);
}
