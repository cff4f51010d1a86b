import { day, type Instant, minute } from '../basics/instant.ts';

/**
 * recording ⇄ paused ─▶ completed ─▶ deleted
 *                   └─▶ absent: too short or silent, the network kept none
 */
export const recordingStates = ['recording', 'paused', 'absent', 'completed', 'deleted'] as const;
export type RecordingState = (typeof recordingStates)[number];

/** One recording of a talk, and what was last heard of it. */
export interface Recording {
  sid: string;
  /** The leg that it was made at: the one that dialled the other. */
  call: string;
  state: RecordingState;
  /** Since when it is in this state. */
  at: Instant;
  startedAt?: Instant;
  seconds?: number;
  channels?: number;
}

/** A recording is made ready within minutes of the talk's end, and told: then it is asked for. */
export const recordingTimeout: number = 10 * minute;

/** From which states each may be entered, besides being the first that is heard. */
export const mayFollow: Readonly<Record<RecordingState, readonly RecordingState[]>> = {
  recording: ['paused'],
  paused: ['recording'],
  absent: ['recording', 'paused'],
  completed: ['recording', 'paused', 'absent'],
  deleted: ['recording', 'paused', 'absent', 'completed'],
};

/** The list with the news; the same list where that is known already, or overtaken. */
export function withRecording(known: readonly Recording[], news: Recording): readonly Recording[] {
  const before = known.find(({ sid }) => sid === news.sid);
  if (before === undefined) return [...known, news].toSorted(byBeginning);
  if (!mayFollow[news.state].includes(before.state)) return known;
  return known.map((it) => (it === before ? news : it));
}

/** When a recording is to be deleted. */
export function deleteAt({ startedAt, at }: Recording, keepDays: number): Instant {
  return (startedAt ?? at) + keepDays * day;
}

export function byBeginning(one: Recording, other: Recording): number {
  return (one.startedAt ?? one.at) - (other.startedAt ?? other.at);
}
