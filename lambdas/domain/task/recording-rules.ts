/**
 * What a task says about recording. `on-demand`: the operator begins it · `on`: every talk ·
 * `notice`: every talk, and the customer hears so before they are joined.
 */
export const recordingRules = ['off', 'on-demand', 'on', 'notice'] as const;
export type RecordingRule = (typeof recordingRules)[number];

/** For how long recordings are kept unless the task says another. */
export const usualRecordingDays = 90;
