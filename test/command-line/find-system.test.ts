import { findSystem, outputOf } from '../../lib/command-line/find-system.ts';
import { systemsForTests } from './systems.ts';

const { open, serve, cloudFormation } = systemsForTests();
const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

const aws = {
  endpoint: 'http://127.0.0.1:4000',
  region: 'eu-central-1',
  outputs: { UserPoolId: 'x' },
  queues: { DialQueue: 'http://127.0.0.1:4000/000000000000/DialQueue' },
};

function useStack(cloudFormationUrl: string): void {
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_CLOUDFORMATION: cloudFormationUrl,
  });
}

test('the local system tells how its AWS and its Twilio are reached', async () => {
  const twilio = { baseUrl: 'http://127.0.0.1:3000' };
  const url = await serve('application/json', () => JSON.stringify({ aws, twilio }));
  const system = await findSystem({ url });
  expect(system).toMatchObject({
    name: `the system at ${url}`,
    aws: { endpoint: aws.endpoint, region: aws.region },
    twilioUrl: twilio.baseUrl,
  });
  expect(outputOf(system, 'UserPoolId')).toBe('x');
  expect([...(await system.queues())]).toEqual(Object.entries(aws.queues));
});

test('what tells nothing of AWS is not the local system', async () => {
  const url = await serve('application/json', () => '{"dynamodb": {}}');
  await expect(findSystem({ url })).rejects.toThrow('but it is not the local system.');
});

test('a stack is asked with the usual settings, and Twilio is Twilio', async () => {
  const { tables } = await open();
  useStack(await cloudFormation(tables, { DialQueueUrl: 'q' }));
  const system = await findSystem({ stack: 'centre' });
  expect(system).toMatchObject({ name: 'the stack centre', aws: {} });
  expect(system.twilioUrl).toBeUndefined();
  expect(outputOf(system, 'DialQueueUrl')).toBe('q');
  expect(() => outputOf(system, 'UserPoolId')).toThrow(
    'The stack centre has no output UserPoolId: it is no call centre, or an older one that must be deployed anew.',
  );
});

test('a stack’s queues and functions are known by their ids without CDK’s hash', async () => {
  const resources = [
    ['AWS::SQS::Queue', 'DialQueueDeadLetters0A1B2C3D', 'https://sqs.example/1/dead'],
    ['AWS::SQS::Queue', 'SweepsFailures4E5F6071', 'https://sqs.example/1/failures'],
    ['AWS::Lambda::Function', 'SweepsPatrol89ABCDEF', 'CallbackCenter-SweepsPatrol-x'],
    ['AWS::DynamoDB::GlobalTable', 'Subscribers01234567', 'CallbackCenter-Subscribers'],
  ];
  const { tables } = await open();
  const described = await cloudFormation(tables);
  const url = await serve('text/xml', () => listStackResources(resources));
  useStack(described);
  const system = await findSystem({ stack: 'centre' });
  useStack(url);
  expect([...(await system.queues())]).toEqual([
    ['DialQueueDeadLetters', 'https://sqs.example/1/dead'],
    ['SweepsFailures', 'https://sqs.example/1/failures'],
  ]);
  expect([...(await system.functions())]).toEqual([
    ['SweepsPatrol', 'CallbackCenter-SweepsPatrol-x'],
  ]);
});

function listStackResources(resources: string[][]): string {
  const members = resources.map(
    ([type, logicalId, physicalId]) => `<member><ResourceType>${type}</ResourceType>
      <LogicalResourceId>${logicalId}</LogicalResourceId>
      <PhysicalResourceId>${physicalId}</PhysicalResourceId></member>`,
  );
  return `<ListStackResourcesResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
    <ListStackResourcesResult><StackResourceSummaries>${members.join('')}</StackResourceSummaries>
    </ListStackResourcesResult></ListStackResourcesResponse>`;
}
