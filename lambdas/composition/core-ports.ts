import { DynamoAttempts } from '../adapters/dynamodb/attempts/dynamo-attempts.ts';
import { functionClient } from '../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoCallRate } from '../adapters/dynamodb/counters/dynamo-call-rate.ts';
import { DynamoCooldown } from '../adapters/dynamodb/counters/dynamo-cooldown.ts';
import { DynamoRateCounter } from '../adapters/dynamodb/counters/dynamo-rate-counter.ts';
import { DynamoDirectory } from '../adapters/dynamodb/directory/dynamo-directory.ts';
import { DynamoDoNotCall } from '../adapters/dynamodb/do-not-call/dynamo-do-not-call.ts';
import { DynamoRows } from '../adapters/dynamodb/rows/dynamo-rows.ts';
import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { sqsClient } from '../adapters/sqs/sqs-client.ts';
import { SqsDialQueue } from '../adapters/sqs/sqs-dial-queue.ts';
import { SystemClock } from '../adapters/system/system-clock.ts';
import { timeOrderedSuffix } from '../adapters/system/time-ordered-suffix.ts';
import type { Ports } from '../ports/ports.ts';
import {
  dialQueueUrl,
  type Environment,
  serviceName,
  sipDomains,
  tableSettings,
} from '../settings.ts';

export type CorePorts = Omit<
  Ports,
  | 'dialler'
  | 'recorder'
  | 'recordings'
  | 'timers'
  | 'journal'
  | 'views'
  | 'desks'
  | 'followedWrites'
  | 'presence'
> & {
  journal: PowertoolsJournal;
};

/**
 * What every function has: tables, dial queue, clock and journal. The rest is composed in files of
 * its own, so that no bundle carries what its function does not use.
 */
export function corePorts(environment: Environment): CorePorts {
  const clock = new SystemClock();
  const tables = tableSettings(environment);
  const client = functionClient();
  return {
    clock,
    journal: new PowertoolsJournal(serviceName(environment)),
    rows: new DynamoRows(client, tables),
    attempts: new DynamoAttempts(client, tables),
    directory: new DynamoDirectory(client, { tables, clock, sipDomains: sipDomains(environment) }),
    doNotCall: new DynamoDoNotCall(client, tables),
    callRate: new DynamoCallRate(client, tables),
    rateCounter: new DynamoRateCounter(client, tables),
    cooldown: new DynamoCooldown(client, tables),
    dialQueue: new SqsDialQueue(() => sqsClient(), dialQueueUrl(environment)),
    newSuffix: timeOrderedSuffix,
  };
}
