import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TableNames } from '../../lambdas/adapters/dynamodb/client/table-names.ts';
import { DynamoDirectory } from '../../lambdas/adapters/dynamodb/directory/dynamo-directory.ts';
import { DynamoRowExport } from '../../lambdas/adapters/dynamodb/rows/dynamo-row-export.ts';
import { type Task, taskSchema } from '../../lambdas/domain/task/task.ts';
import { dynoxideForTests } from '../support/dynoxide.ts';
import { gather } from '../support/gather.ts';
import { MemoryClock } from '../support/memory/memory-clock.ts';
import { outsideWriter } from '../support/outside-writer.ts';
import { createDeskTables, createFormsTable, createTables } from '../support/tables.ts';

export const demo: Task = taskSchema.parse({
  id: 'demo',
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: ['anna'],
  allowedCountries: ['GB', 'US', 'FR'],
});

/** Systems as a command finds them: empty tables with the task `demo`, and what tells of them. */
export function systemsForTests() {
  const client = dynoxideForTests();
  const servers: Server[] = [];
  let opened = 0;
  afterAll(() => {
    for (const server of servers) server.close();
  });

  async function serve(contentType: string, answer: () => string, status = 200): Promise<string> {
    const server = createServer((_, response) => {
      response.writeHead(status, { 'content-type': contentType }).end(answer());
    });
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** With the tables of forms and of what desks look up. */
  async function openWhole() {
    const suffix = `whole-${++opened}`;
    const { views } = await createDeskTables(client(), suffix);
    const forms = await createFormsTable(client(), suffix);
    return open({ views, forms });
  }

  async function open<Others extends Record<string, string>>(others?: Others) {
    const own = await createTables(client(), `command-${++opened}`);
    const tables = { ...own, ...(others as Others) };
    const directory = new DynamoDirectory(client(), { tables, clock: new MemoryClock(0) });
    await directory.putTask(demo);
    const rowExport = new DynamoRowExport(client(), tables);
    const endpoint = await endpointOf(client());
    const local = { dynamodb: { endpoint, region: 'eu-central-1', tables } };
    const url = await serve('application/json', () => JSON.stringify(local));
    return {
      tables,
      endpoint,
      url,
      outside: outsideWriter(client(), tables.subscribers),
      rows: () => gather(rowExport.rowsOf('demo')),
    };
  }

  /** What CloudFormation answers about a stack of these tables. */
  async function cloudFormation(
    { subscribers, directory }: TableNames,
    others: Record<string, string> = {},
  ): Promise<string> {
    const outputs = { SubscribersTable: subscribers, DirectoryTable: directory, ...others };
    return serve('text/xml', () => describeStacks(outputs));
  }

  return { open, openWhole, client, serve, cloudFormation };
}

async function endpointOf(client: DynamoDBClient): Promise<string> {
  const { protocol, hostname, port } = (await client.config.endpoint?.()) ?? {};
  return `${protocol}//${hostname}:${port}`;
}

function describeStacks(outputs: Record<string, string>): string {
  const members = Object.entries(outputs).map(
    ([key, value]) =>
      `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
    <DescribeStacksResult><Stacks><member>
      <StackName>call-centre</StackName>
      <CreationTime>2026-11-23T12:00:00Z</CreationTime>
      <StackStatus>CREATE_COMPLETE</StackStatus>
      <Outputs>${members.join('')}</Outputs>
    </member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
}
