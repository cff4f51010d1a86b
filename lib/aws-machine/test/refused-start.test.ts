import { dynoxideBinary } from '../src/dynamodb/dynoxide.ts';
import { startLocalCloud } from '../src/local-cloud.ts';
import { assemblyOf, functionWith, succeeding } from './assembly-of.ts';

const receiving = {
  Effect: 'Allow',
  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  Resource: '*',
};

const fedBy = (queue: object) => ({
  Dials: { Type: 'AWS::SQS::Queue', Properties: queue },
  Feed: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: { 'Fn::GetAtt': ['Dials', 'Arn'] },
      FunctionName: { Ref: 'Handler' },
    },
  },
});

test('a function that cannot be loaded', async () => {
  const options = assemblyOf(functionWith([]), "throw new Error('TASKS_TABLE is missing')");
  await expect(startLocalCloud(options)).rejects.toThrow(
    'Function Handler cannot be loaded: TASKS_TABLE is missing',
  );
});

test('a function without its handler', async () => {
  const options = assemblyOf(functionWith([]), 'export const other = 1;');
  await expect(startLocalCloud(options)).rejects.toThrow('exports no function handler');
});

test('a function whose code is no folder', async () => {
  const options = assemblyOf(functionWith([], { Code: { S3Key: 'other.zip' } }), succeeding);
  await expect(startLocalCloud(options)).rejects.toThrow(
    'must be an asset folder with index.mjs or index.js, got other.zip',
  );
});

test('a function that may not read the queue that feeds it', async () => {
  const resources = { ...functionWith([]), ...fedBy({}) };
  await expect(startLocalCloud(assemblyOf(resources, succeeding))).rejects.toThrow(
    'not authorized to perform: sqs:ReceiveMessage',
  );
});

test('does not wait for functions that ask AWS while they load', async () => {
  const asking = `await fetch(process.env.AWS_ENDPOINT_URL_SSM); ${succeeding}`;
  const resources = { ...functionWith([]), ...fedBy({}) };
  await expect(startLocalCloud(assemblyOf(resources, asking))).rejects.toThrow(
    'sqs:ReceiveMessage',
  );
});

test('a queue that shows a message again while it is being worked on', async () => {
  const resources = {
    ...functionWith([receiving], { Timeout: 60 }),
    ...fedBy({ VisibilityTimeout: 30 }),
  };
  await expect(startLocalCloud(assemblyOf(resources, succeeding))).rejects.toThrow(
    'Queue Dials: its visibility timeout of 30 s must not be shorter than the 60 s',
  );
});

test('a property of the wrong shape, by the name of its resource', async () => {
  const resources = functionWith([], { Handler: 7 });
  await expect(startLocalCloud(assemblyOf(resources, succeeding))).rejects.toThrow(
    'cannot play Handler (AWS::Lambda::Function)',
  );
});

test('a stack that was not synthesized', async () => {
  const options = { ...assemblyOf({}, succeeding), stackName: 'Nowhere' };
  await expect(startLocalCloud(options)).rejects.toThrow('Nowhere.template.json: synthesize');
});

test('a table whose keys are not those of its rows', async () => {
  const table = (key: string) => ({
    Rows: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: key, AttributeType: 'S' }],
      },
    },
  });
  const options = assemblyOf(table('id'), succeeding);
  await (await startLocalCloud(options)).stop();
  const changed = { ...assemblyOf(table('task'), succeeding), dataFolder: options.dataFolder };
  await expect(startLocalCloud(changed)).rejects.toThrow(
    'Table Rows in the data folder has keys id and indexes none, the stack wants keys task',
  );
});

test('a platform without a DynamoDB, with what to do', () => {
  expect(() => dynoxideBinary('plan9-mips')).toThrow(
    'There is no DynamoDB for this platform (plan9-mips): install @dynoxide/plan9-mips if it exists, or start DynamoDB Local and set DYNAMODB_ENDPOINT',
  );
});
