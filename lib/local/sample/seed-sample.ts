import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { parse } from 'csv-parse/sync';
import { tablePorts } from '../../../lambdas/composition/table-ports.ts';
import { toE164 } from '../../../lambdas/domain/basics/phone-number.ts';
import { customerName } from '../../../lambdas/domain/row/customer-name.ts';
import type { Script } from '../../../lambdas/domain/script/script.ts';
import { operatorSchema, taskSchema } from '../../../lambdas/domain/task/task.ts';
import type { LocalDynamoDb } from '../local-dynamodb.ts';

/** All dial in with the PIN 123456. */
const hashOf123456 = 'scrypt:VnoQWwE3Zgtcld26z0jgVA:I0_fHIl5xuTj14rkuRWxOE8MwKonJ7rGooqQGPl7RWE';

const operators = [
  { id: 'anna', name: 'Анна', addresses: ['+442079460991', 'client:anna'] },
  { id: 'ivan', name: 'Иван', addresses: ['+442079460992', 'client:ivan'] },
  { id: 'emma', name: 'Emma', addresses: ['+442079460983', 'client:emma'] },
  { id: 'oliver', name: 'Oliver', addresses: ['+442079460984', 'client:oliver'] },
].map((operator) => operatorSchema.parse({ ...operator, pinHash: hashOf123456 }));

/** Addresses that rows of the sample name, though nobody registered them. */
const unregistered = ['+442079460999', 'sip:102@office.sip.twilio.com'];

/**
 * A first try at night shall work: the samples may call at any hour. Their operators' phones press 1
 * whatever they hear: with `finish` they would go through the script, and promise a call after each.
 */
const rules = {
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  allowUnregisteredOperators: true,
  attachUnknownCallers: true,
  callingHours: null,
  afterDisconnect: 'stop',
} as const;

/** One sample in each language of the pages: its task, its rows, its columns. */
const samples = [
  {
    task: taskSchema.parse({
      ...rules,
      id: 'demo',
      title: 'Demo: перезвоны по заказам',
      operators: ['anna', 'ivan'],
      leads: ['ivan'],
      allowedCountries: ['GB', 'US', 'FR'],
      script: 'callback',
    }),
    rows: 'subscribers.csv',
    columns: {},
  },
  {
    task: taskSchema.parse({
      ...rules,
      id: 'orders',
      title: 'Order callbacks',
      operators: ['emma', 'oliver'],
      leads: ['oliver'],
      script: 'orders',
    }),
    rows: 'orders.csv',
    columns: {
      имя: 'first name',
      фамилия: 'last name',
      'id заказа': 'order',
      комментарии: 'comment',
    },
  },
];
type Sample = (typeof samples)[number];

const readyOperator = { answer: 'human', afterSeconds: 1, hangUpAfterSeconds: null, presses: '1' };

export interface SampleSurroundings {
  dynamodb: LocalDynamoDb;
  setPhone(address: string, behaviour: object): void;
  nameOwner(address: string, name: string): void;
}

/** Tasks, their operators and subscribers, who order nothing: the phones stay quiet. */
export async function seedSample(surroundings: SampleSurroundings): Promise<void> {
  const { dynamodb, setPhone, nameOwner } = surroundings;
  const { endpoint, region, tables } = dynamodb;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const people = operators.map((operator) => ({ kind: 'operator', ...operator }));
  const tasks = samples.map(({ task }) => ({ kind: 'task', ...task }));
  await store(client, tables.directory, [...people, ...tasks]);
  for (const sample of samples) await store(client, tables.subscribers, subscribersOf(sample));
  client.destroy();
  await storeScripts({ client: { endpoint, region, credentials }, tables });
  const addresses = operators.flatMap((operator) => operator.addresses);
  for (const address of [...addresses, ...unregistered]) setPhone(address, readyOperator);
  for (const { name, addresses: theirs } of operators)
    for (const address of theirs) nameOwner(address, name);
  for (const sample of samples) nameCustomers(sample, nameOwner);
}

/** As many as fit into one batch. */
async function store(client: DynamoDBClient, table: string, items: object[]): Promise<void> {
  const requests = items.map((item) => ({
    PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
  }));
  await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
}

/** One dialog for all samples, each over its own columns: a form, then the check whether another call was promised. */
async function storeScripts(access: Parameters<typeof tablePorts>[0]): Promise<void> {
  const { scripts } = tablePorts(access);
  const text = readFileSync(path.join(import.meta.dirname, 'script.json'), 'utf8');
  for (const { task, columns } of samples) {
    const script: Script = JSON.parse(withColumns(text, columns));
    if (task.script !== undefined) await scripts.store(task.script, script);
  }
}

function withColumns(text: string, columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns).reduce(
    (changed, [from, to]) =>
      changed
        .replaceAll(`{${from}}`, `{${to}}`)
        .replaceAll(`"column": "${from}"`, `"column": "${to}"`),
    text,
  );
}

function subscribersOf({ task, rows }: Sample): Record<string, string | number>[] {
  const lines: Record<string, string>[] = parse(
    readFileSync(path.join(import.meta.dirname, rows)),
    { columns: true },
  );
  return lines.map((line) => ({ task: task.id, ...columnsOf(line) }));
}

/** Their phones stand at /phones before anybody has called them. */
function nameCustomers(sample: Sample, nameOwner: SampleSurroundings['nameOwner']): void {
  for (const row of subscribersOf(sample)) {
    const number = toE164(String(row.tel), sample.task.country);
    const name = customerName(sample.task, row);
    if (number !== undefined && name !== undefined) nameOwner(number, name);
  }
}

function columnsOf(line: Record<string, string>): Record<string, string | number> {
  const given = Object.entries(line).filter(([, text]) => text !== '');
  const columns = given.map(([name, text]) => [name, numeric.includes(name) ? Number(text) : text]);
  return Object.fromEntries(columns);
}

const numeric = ['Id', 'status'];
