import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateQueueCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { decodeDialMessage } from '../../lambdas/adapters/sqs/dial-message-body.ts';
import { sqsClient } from '../../lambdas/adapters/sqs/sqs-client.ts';
import { SqsDialQueue } from '../../lambdas/adapters/sqs/sqs-dial-queue.ts';
import { type Fauxqs, startFauxqs } from '../../lib/aws-machine/src/sqs/fauxqs.ts';
import { dialQueueContract } from './dial-queue.contract.ts';

const region = 'eu-central-1';
const dataFolder = mkdtempSync(path.join(tmpdir(), 'fauxqs-'));
let server: Fauxqs;
let client: SQSClient;
let opened = 0;

beforeAll(async () => {
  server = await startFauxqs({ dataFolder, region });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  process.env.AWS_ENDPOINT_URL_SQS = server.endpoint;
  client = sqsClient({ region, credentials });
});

afterAll(async () => {
  client.destroy();
  await server.stop();
  rmSync(dataFolder, { recursive: true });
});

dialQueueContract(async () => {
  const QueueName = `dial-${++opened}`;
  await client.send(new CreateQueueCommand({ QueueName }));
  const QueueUrl = `https://sqs.${region}.amazonaws.com/000000000000/${QueueName}`;
  return {
    dialQueue: new SqsDialQueue(() => client, QueueUrl),
    async receive(withinSeconds) {
      // The functions' client gives up on an answer sooner than a message may take.
      const WaitTimeSeconds = Math.min(withinSeconds, 1);
      const question = { QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds };
      for (let left = withinSeconds; ; left -= WaitTimeSeconds) {
        const { Messages = [] } = await client.send(new ReceiveMessageCommand(question));
        if (Messages.length > 0 || left <= WaitTimeSeconds)
          return Messages.map(({ Body = '' }) => decodeDialMessage(Body));
      }
    },
  };
});
