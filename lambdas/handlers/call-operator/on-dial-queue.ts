import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { rowId } from '../../domain/row/row.ts';
import type { DialMessage } from '../../ports/dial-queue.ts';
import { type InvocationJournal, journaled } from '../boundary/invocation-journal.ts';

export interface DialQueuePorts {
  journal: InvocationJournal;
  /** Throws for what is no message. */
  readMessage: (body: string) => DialMessage;
}

/** The boundary of the function that the dial queue feeds. What fails stays in the queue, each message for itself. */
export function onDialQueue(
  ports: DialQueuePorts,
  take: (message: DialMessage) => Promise<void>,
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  return ({ Records }) =>
    journaled(ports.journal, async () => {
      const failures = await Promise.all(Records.map((record) => takeOne(ports, take, record)));
      return { batchItemFailures: failures.flat() };
    });
}

async function takeOne(
  { journal, readMessage }: DialQueuePorts,
  take: (message: DialMessage) => Promise<void>,
  { messageId, body }: SQSRecord,
): Promise<SQSBatchItemFailure[]> {
  let message: DialMessage | undefined;
  try {
    message = readMessage(body);
    await take(message);
    return [];
  } catch (error) {
    journal.failed(error, { message: messageId, ...idsOf(message) });
    return [{ itemIdentifier: messageId }];
  }
}

/** An operator's lock is left out: it may be named after his phone number. */
function idsOf(message: DialMessage | undefined): Record<string, string> {
  switch (message?.kind) {
    case 'call':
      return { kind: message.kind, row: rowId(message.row) };
    case 'check':
      return { kind: message.kind, attempt: message.attempt };
    case 'offer':
    case 'slot-free':
      return { kind: message.kind };
    default:
      return {};
  }
}
