import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { hour, minute, second } from '../../domain/basics/instant.ts';
import { rowId } from '../../domain/row/row.ts';
import type { DialMessage, DialQueue } from '../../ports/calls/dial-queue.ts';
import type { Clock } from '../../ports/clock.ts';
import {
  type Invocation,
  type InvocationJournal,
  journaled,
} from '../boundary/invocation-journal.ts';

export interface DialQueuePorts {
  journal: InvocationJournal;
  clock: Pick<Clock, 'now'>;
  dialQueue: DialQueue;
  /** Throws for what is no message. */
  readMessage: (body: string) => DialMessage;
}

/** The boundary of the function that the dial queue feeds. What fails stays in the queue, each message for itself. */
export function onDialQueue(
  ports: DialQueuePorts,
  take: (message: DialMessage) => Promise<void>,
): (event: SQSEvent, invocation?: Invocation) => Promise<SQSBatchResponse> {
  return ({ Records }, invocation) =>
    journaled(
      ports.journal,
      async () => {
        const failures = await Promise.all(Records.map((record) => takeOne(ports, take, record)));
        return { batchItemFailures: failures.flat() };
      },
      invocation,
    );
}

async function takeOne(
  ports: DialQueuePorts,
  take: (message: DialMessage) => Promise<void>,
  { messageId, body }: SQSRecord,
): Promise<SQSBatchItemFailure[]> {
  const { journal, readMessage } = ports;
  let message: DialMessage | undefined;
  try {
    message = readMessage(body);
    await take(message);
    return [];
  } catch (error) {
    journal.failed(error, { message: messageId, ...idsOf(message) });
    return (await isPutOff(ports, message)) ? [] : [{ itemIdentifier: messageId }];
  }
}

/** As long as a stream keeps what was written: whoever mends a function has a day for it. */
const longestPutOff = 24 * hour;

const shortestPause = 15 * second;
const longestPause = 4 * minute;

/**
 * A row that cannot be judged is tried again for a day, with pauses that grow with the write's age;
 * every try is counted, which raises an alarm. After a day its message goes to the dead letters.
 */
async function isPutOff(
  { clock, dialQueue, journal }: DialQueuePorts,
  message: DialMessage | undefined,
): Promise<boolean> {
  if (message?.kind !== 'judge') return false;
  journal.count('RowNotJudged');
  journal.count('DecisionNeeded');
  const age = clock.now() - message.written.latest;
  if (age > longestPutOff) return false;
  const pause = Math.min(Math.max(age, shortestPause), longestPause);
  await dialQueue.send(message, Math.round(pause / second));
  return true;
}

/** An operator's lock is left out: it may be named after their phone number. */
function idsOf(message: DialMessage | undefined): Record<string, string> {
  switch (message?.kind) {
    case 'call':
      return { kind: message.kind, row: rowId(message.row) };
    case 'judge':
      return { kind: message.kind, row: `${message.row.task}.${message.row.Id}` };
    case 'check':
      return { kind: message.kind, attempt: message.attempt };
    case 'retime':
      return { kind: message.kind, task: message.task };
    case 'offer':
    case 'slot-free':
      return { kind: message.kind };
    default:
      return {};
  }
}
