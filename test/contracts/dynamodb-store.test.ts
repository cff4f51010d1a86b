import { DynamoAttempts } from '../../lambdas/adapters/dynamodb/attempts/dynamo-attempts.ts';
import { DynamoAnsweredRequests } from '../../lambdas/adapters/dynamodb/counters/dynamo-answered-requests.ts';
import { DynamoCallRate } from '../../lambdas/adapters/dynamodb/counters/dynamo-call-rate.ts';
import { DynamoCheckpoints } from '../../lambdas/adapters/dynamodb/counters/dynamo-checkpoints.ts';
import { DynamoCooldown } from '../../lambdas/adapters/dynamodb/counters/dynamo-cooldown.ts';
import { DynamoCursorKey } from '../../lambdas/adapters/dynamodb/counters/dynamo-cursor-key.ts';
import { DynamoRateCounter } from '../../lambdas/adapters/dynamodb/counters/dynamo-rate-counter.ts';
import { DynamoCalendarLinks } from '../../lambdas/adapters/dynamodb/directory/dynamo-calendar-links.ts';
import { DynamoDirectory } from '../../lambdas/adapters/dynamodb/directory/dynamo-directory.ts';
import { DynamoDoNotCall } from '../../lambdas/adapters/dynamodb/do-not-call/dynamo-do-not-call.ts';
import { DynamoRecordings } from '../../lambdas/adapters/dynamodb/recordings/dynamo-recordings.ts';
import { DynamoRowEditor } from '../../lambdas/adapters/dynamodb/rows/dynamo-row-editor.ts';
import { DynamoRows } from '../../lambdas/adapters/dynamodb/rows/dynamo-rows.ts';
import { DynamoFollowedWrites } from '../../lambdas/adapters/dynamodb/views/dynamo-followed-writes.ts';
import { dynoxideForTests } from '../support/dynoxide.ts';
import { MemoryClock } from '../support/memory/memory-clock.ts';
import { outsideWriter } from '../support/outside-writer.ts';
import { createDeskTables, createTables } from '../support/tables.ts';
import { answeredRequestsContract } from './answered-requests.contract.ts';
import { calendarLinksContract } from './calendar-links.contract.ts';
import { cursorKeyContract } from './cursor-key.contract.ts';
import { noon } from './samples.ts';
import { storeContract } from './store.contract.ts';
import type { Store } from './store.ts';

const client = dynoxideForTests();
let opened = 0;

storeContract(async (): Promise<Store> => {
  const dynamodb = client();
  const tables = await createTables(dynamodb, String(++opened));
  const deskTables = await createDeskTables(dynamodb, String(opened));
  const clock = new MemoryClock(noon);
  return {
    rows: new DynamoRows(dynamodb, tables),
    followedWrites: new DynamoFollowedWrites(dynamodb, { tables: deskTables, clock }),
    attempts: new DynamoAttempts(dynamodb, tables),
    recordings: new DynamoRecordings(dynamodb, { ...deskTables, ...tables }),
    directory: new DynamoDirectory(dynamodb, { tables, clock }),
    doNotCall: new DynamoDoNotCall(dynamodb, tables),
    callRate: new DynamoCallRate(dynamodb, tables),
    cooldown: new DynamoCooldown(dynamodb, tables),
    rowEditor: new DynamoRowEditor(dynamodb, tables),
    rateCounter: new DynamoRateCounter(dynamodb, tables),
    checkpoints: new DynamoCheckpoints(dynamodb, tables),
    outside: outsideWriter(dynamodb, tables.subscribers),
  };
});

answeredRequestsContract(async () => {
  const tables = await createTables(client(), String(++opened));
  return new DynamoAnsweredRequests(client(), tables);
});

cursorKeyContract(async () => {
  const tables = await createTables(client(), String(++opened));
  return [new DynamoCursorKey(client(), tables), new DynamoCursorKey(client(), tables)];
});

calendarLinksContract(async () => {
  const tables = await createTables(client(), String(++opened));
  return new DynamoCalendarLinks(client(), tables);
});
