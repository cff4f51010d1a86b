import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { parse } from 'csv-parse/sync';
import { tablePorts } from '../../../lambdas/composition/table-ports.ts';
import type { Script } from '../../../lambdas/domain/script/script.ts';
import { operatorSchema, taskSchema } from '../../../lambdas/domain/task/task.ts';
import type { LocalDynamoDb } from '../local-dynamodb.ts';

/** Both dial in with the PIN 123456. */
const hashOf123456 = 'scrypt:VnoQWwE3Zgtcld26z0jgVA:I0_fHIl5xuTj14rkuRWxOE8MwKonJ7rGooqQGPl7RWE';

const operators = [
  { id: 'anna', name: 'Анна', addresses: ['+442079460991', 'client:anna'] },
  { id: 'ivan', name: 'Иван', addresses: ['+442079460992', 'client:ivan'] },
].map((operator) => operatorSchema.parse({ ...operator, pinHash: hashOf123456 }));

/** Addresses that rows of the sample name, though nobody registered them. */
const unregistered = ['+442079460999', 'sip:102@office.sip.twilio.com'];

/**
 * A first try at night shall work: the sample may call at any hour. Its operators' phones press 1
 * whatever they hear: with `finish` they would go through the script, and promise a call after each.
 */
const task = taskSchema.parse({
  id: 'demo',
  title: 'Demo: перезвоны по заказам',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: operators.map(({ id }) => id),
  allowedCountries: ['GB', 'US', 'FR'],
  allowUnregisteredOperators: true,
  attachUnknownCallers: true,
  callingHours: null,
  script: 'callback',
  afterDisconnect: 'stop',
});

const readyOperator = { answer: 'human', afterSeconds: 1, hangUpAfterSeconds: null, presses: '1' };

export interface SampleSurroundings {
  dynamodb: LocalDynamoDb;
  setPhone(address: string, behaviour: object): void;
}

/** A task, its operators and twenty subscribers, who order nothing: the phones stay quiet. */
export async function seedSample({ dynamodb, setPhone }: SampleSurroundings): Promise<void> {
  const { endpoint, region, tables } = dynamodb;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const directory = [
    ...operators.map((operator) => ({ kind: 'operator', ...operator })),
    { kind: 'task', ...task },
  ];
  const RequestItems = {
    [tables.directory]: directory.map(put),
    [tables.subscribers]: subscribers().map(put),
  };
  await client.send(new BatchWriteItemCommand({ RequestItems }));
  client.destroy();
  await storeScript({ client: { endpoint, region, credentials }, tables });
  const addresses = operators.flatMap((operator) => operator.addresses);
  for (const address of [...addresses, ...unregistered]) setPhone(address, readyOperator);
}

/** The sample's dialog: a form, then the check whether another call was promised. */
async function storeScript(access: Parameters<typeof tablePorts>[0]): Promise<void> {
  const file = path.join(import.meta.dirname, 'script.json');
  const script: Script = JSON.parse(readFileSync(file, 'utf8'));
  await tablePorts(access).scripts.store('callback', script);
}

function put(item: object) {
  return { PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } };
}

/** As many as fit into one batch with the directory. */
function subscribers(): object[] {
  const file = path.join(import.meta.dirname, 'subscribers.csv');
  const lines: Record<string, string>[] = parse(readFileSync(file), { columns: true });
  return lines.map((line) => ({ task: task.id, ...columnsOf(line) }));
}

function columnsOf(line: Record<string, string>): Record<string, string | number> {
  const given = Object.entries(line).filter(([, text]) => text !== '');
  const columns = given.map(([name, text]) => [name, numeric.includes(name) ? Number(text) : text]);
  return Object.fromEntries(columns);
}

const numeric = ['Id', 'status'];
