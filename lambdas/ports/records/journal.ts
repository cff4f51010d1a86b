/** Counters, timings and gauges for the dashboard, and the log. No phone numbers, no names. */
export interface Journal {
  /** Once, or so many times. */
  count(metric: Metric, times?: number): void;
  /** Milliseconds. */
  time(metric: Timing, milliseconds: number): void;
  /** How many there are at this moment; what was not told counts as none. */
  gauge(metric: Gauge, value: number): void;
  note(event: string, ids: Readonly<Record<string, string | number | boolean | undefined>>): void;
  /** What failed alone, while the rest went on: counted, and logged with the error. */
  failed(error: unknown, ids: Parameters<Journal['note']>[1]): void;
}

/** Each costs $0.30 a month while it is counted at all: none without a place on the dashboard. */
export const metrics = [
  'OrderTaken',
  'OrderRefused',
  'PromiseMissed',
  /** No operator was free when a call was due. */
  'NobodyFree',
  'CustomerReached',
  'CustomerBusy',
  /** Nobody answered, or a machine. */
  'CustomerSilent',
  'CustomerUnreachable',
  /** The network knows no such number. */
  'NoSuchNumber',
  /** The operator hung up while the customer's phone rang. */
  'CustomerAbandoned',
  /** The operator was let through, and the network made no call to the customer. */
  'CustomerLegMissing',
  /** The operator was in another call, did not answer, or did not press 1. */
  'OperatorNotReached',
  /** The operator's line failed. */
  'OperatorUnreachable',
  'OperatorDeferred',
  'CallerGone',
  'AttemptWithdrawn',
  'NeverSent',
  'SubmissionUnknown',
  'TooManyRequests',
  'TooManyCalls',
  'NumberRefused',
  'TaskStopped',
  'OverdueFound',
  /** A written row could neither be followed from the stream nor judged since: it is tried again. */
  'RowNotJudged',
  /** A promise was missed, or a row not judged: what one alarm looks at. */
  'DecisionNeeded',
  /** A row whose order no record told of. */
  'UntoldFound',
  'SilentAttemptFound',
  'StrayCall',
  'CustomerCalledIn',
  'CallbackOrdered',
  'FormSent',
  'LineImported',
  'PinRefused',
  /** A wrong PIN, or a stranger too many: what one alarm looks at. */
  'CallerSuspected',
  /** A caller whom the table did not hold got a row. */
  'StrangerAttached',
  /** One did not: they were too many within the hour. */
  'StrangerRefused',
  'DeskNotTold',
  'SignatureRefused',
  /** Signed, at a path that is none of ours: an address at Twilio is wrong, or was of an older version. */
  'UnknownWebhook',
] as const;

export const timings = [
  'OperatorLateness',
  /** From the promise until the customer was dialled, whoever delayed it. */
  'CustomerLateness',
  /** Of customers who were dialled late, where neither operators, customers nor rules delayed it. */
  'OwnDelay',
] as const;

export const gauges = [
  /** Past their promise, and the customer was not dialled: also those that wait for another try. */
  'OverdueRows',
  /** Promised within the hour for operators who are away or gone. */
  'OrphanedRows',
  /** Tasks with calls that are due or wait, and nobody who responds. */
  'UnattendedTasks',
  'OperatorsTalking',
  /** Their own phone rings, or the customer's does. */
  'OperatorsWaiting',
  'OperatorsWrappingUp',
] as const;

export type Metric = (typeof metrics)[number];
export type Timing = (typeof timings)[number];
export type Gauge = (typeof gauges)[number];
