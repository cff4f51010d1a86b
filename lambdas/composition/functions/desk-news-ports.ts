import { functionClient } from '../../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoRateCounter } from '../../adapters/dynamodb/counters/dynamo-rate-counter.ts';
import { DynamoDirectory } from '../../adapters/dynamodb/directory/dynamo-directory.ts';
import { DynamoChains } from '../../adapters/dynamodb/evidence/dynamo-chains.ts';
import { PowertoolsJournal } from '../../adapters/powertools/powertools-journal.ts';
import { SystemClock } from '../../adapters/system/system-clock.ts';
import { directorySettings, type Environment, lockSettings, serviceName } from '../../settings.ts';
import { composeDesks } from '../desks.ts';
import { sha256Hex } from '../table-ports.ts';
import { composeViews } from '../views.ts';

/** What it takes to follow the tables' streams for desks. */
export function deskNewsPorts(environment: Environment) {
  const clock = new SystemClock();
  const tables = directorySettings(environment);
  const client = functionClient();
  return {
    clock,
    journal: new PowertoolsJournal(serviceName(environment)),
    directory: new DynamoDirectory(client, { tables, clock }),
    views: composeViews(environment),
    desks: composeDesks(environment, clock),
    traces: new DynamoChains(client, tables),
    hash: sha256Hex,
    /** What is told of this task is nobody's promise: neither desks nor figures show it. */
    leftOut: environment.TEST_CALL_TASK,
    rateCounter: new DynamoRateCounter(client, lockSettings(environment)),
  };
}
