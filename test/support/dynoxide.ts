import { type AddressInfo, connect, createServer } from 'node:net';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoClient } from '../../lambdas/adapters/dynamodb/client/dynamo-client.ts';
import { dynoxideBinary } from '../../lib/aws-machine/src/dynamodb/dynoxide.ts';
import {
  type GuardedProcess,
  startGuarded,
} from '../../lib/aws-machine/src/dynamodb/guarded-process.ts';

/** One real DynamoDB, in memory, for the tests of a file. Call the answer inside of a test. */
export function dynoxideForTests(): () => DynamoDBClient {
  let program: GuardedProcess;
  let client: DynamoDBClient;

  beforeAll(async () => {
    const port = await freePort();
    program = startGuarded(binary(), ['serve', '--port', String(port)]);
    await untilListening(port);
    client = clientOf(`http://127.0.0.1:${port}`);
  });

  afterAll(async () => {
    client.destroy();
    await program.kill();
  });

  return () => client;
}

const binary = () => dynoxideBinary(`${process.platform}-${process.arch}`);

/** dynoxide does not tell which port it got for 0. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilListening(port: number): Promise<void> {
  while (!(await isListening(port))) await new Promise(setImmediate);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

function clientOf(endpoint: string): DynamoDBClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return dynamoClient({ endpoint, region: 'eu-central-1', credentials });
}
