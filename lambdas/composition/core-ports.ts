import { DynamoAttempts } from '../adapters/dynamodb/dynamo-attempts.ts';
import { DynamoCallSlots } from '../adapters/dynamodb/dynamo-call-slots.ts';
import { dynamoClient } from '../adapters/dynamodb/dynamo-client.ts';
import { DynamoDirectory } from '../adapters/dynamodb/dynamo-directory.ts';
import { DynamoOnce } from '../adapters/dynamodb/dynamo-once.ts';
import { DynamoRows } from '../adapters/dynamodb/dynamo-rows.ts';
import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { sqsClient } from '../adapters/sqs/sqs-client.ts';
import { SqsDialQueue } from '../adapters/sqs/sqs-dial-queue.ts';
import { SystemClock } from '../adapters/system/system-clock.ts';
import { timeOrderedSuffix } from '../adapters/system/time-ordered-suffix.ts';
import type { Ports } from '../ports/ports.ts';
import { dialQueueUrl, type Environment, serviceName, tableSettings } from '../settings.ts';

export type CorePorts = Omit<Ports, 'dialler' | 'timers' | 'journal' | 'views' | 'desks'> & {
  journal: PowertoolsJournal;
};

/**
 * What every function has: tables, dial queue, clock and journal. The rest is composed in files of
 * its own, so that no bundle carries what its function does not use.
 */
export function corePorts(environment: Environment): CorePorts {
  const clock = new SystemClock();
  const tables = tableSettings(environment);
  const client = dynamoClient();
  return {
    clock,
    journal: new PowertoolsJournal(serviceName(environment)),
    rows: new DynamoRows(client, tables),
    attempts: new DynamoAttempts(client, tables),
    directory: new DynamoDirectory(client, { tables, clock }),
    callSlots: new DynamoCallSlots(client, tables),
    once: new DynamoOnce(client, tables),
    dialQueue: new SqsDialQueue(sqsClient(), dialQueueUrl(environment)),
    newSuffix: timeOrderedSuffix,
  };
}
