/** Counters and timings for the dashboard, and the log. No phone numbers, no names. */
export interface Journal {
  count(metric: Metric): void;
  /** Milliseconds. */
  time(metric: Timing, milliseconds: number): void;
  note(event: string, ids: Readonly<Record<string, string | number | boolean | undefined>>): void;
}

export type Metric =
  | 'OrderTaken'
  | 'OrderRefused'
  | 'PromiseMissed'
  | 'OperatorBusy'
  | 'CallSubmitted'
  | 'SubmissionUnknown'
  | 'SubmissionRefused'
  | 'TaskStopped'
  | 'CustomerDialled'
  | 'CustomerReached'
  | 'CustomerNotReached'
  | 'AttemptWithdrawn'
  | 'NeverSent'
  | 'OverdueFound'
  | 'SilentAttemptFound'
  | 'StrayCall'
  | 'SignatureRefused';

export type Timing = 'OperatorLateness' | 'CustomerLateness';
