import type { DynamoDBRecord } from 'aws-lambda';
import { type Instant, second } from '../../domain/basics/instant.ts';
import type { WriteWindow } from '../../domain/order/order.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RateCounter } from '../../ports/limits/rate-counter.ts';
import type { InvocationJournal } from './invocation-journal.ts';

export interface BatchPorts {
  clock: Pick<Clock, 'now'>;
  rateCounter: RateCounter;
  journal: InvocationJournal;
}

/** A first try comes within seconds. */
const firstTry = 30 * second;

/** With Lambda's growing pauses between them, three take about two minutes. */
const mostTries = 3;

/** Not to be forgotten while the stream keeps the record. */
const tallyPeriod = 86_400;

/**
 * Whether a batch of a stream came so often that something in it must kill the function: Lambda
 * hands the same records over again when an invocation ends without an answer. To be asked before
 * anything else is done with the batch; what is not late was never tried, and costs nothing.
 */
export async function cameTooOften(
  { clock, rateCounter, journal }: BatchPorts,
  [first]: DynamoDBRecord[],
): Promise<boolean> {
  const { SequenceNumber = '', ApproximateCreationDateTime } = first?.dynamodb ?? {};
  const at = clock.now();
  if (at - writeWindow(ApproximateCreationDateTime, at).latest < firstTry) return false;
  try {
    const period = { seconds: tallyPeriod, at };
    return (await rateCounter.add(`batch:${SequenceNumber}`, 1, period)) > mostTries;
  } catch (error) {
    journal.failed(error, { sequenceNumber: SequenceNumber });
    return false;
  }
}

/** The stream tells the second in which an item was written. */
export function writeWindow(seconds: number | undefined, now: Instant): WriteWindow {
  const earliest = Math.min(seconds === undefined ? now : seconds * second, now);
  return { earliest, latest: Math.min(earliest + second - 1, now) };
}
