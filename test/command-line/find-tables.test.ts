import { tablePorts } from '../../lambdas/composition/table-ports.ts';
import { findTables } from '../../lib/command-line/find-tables.ts';
import { findTask } from '../../lib/command-line/find-task.ts';
import { demo, systemsForTests } from './systems.ts';

const { open, serve, cloudFormation } = systemsForTests();

const awsSettings = {
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
};
const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

test('the local system tells where its tables are', async () => {
  const { url } = await open();
  for (const where of [{ url }, { port: new URL(url).port }]) {
    const { directory } = tablePorts(await findTables(where));
    expect(await directory.task('demo')).toEqual(demo);
  }
});

test.each([
  ['text/html', '<p>Hello</p>'],
  ['application/json', '{"dynamodb":{}}'],
])('what answers %s %s is not the local system', async (contentType, answer) => {
  const url = await serve(contentType, () => answer);
  await expect(findTables({ url })).rejects.toThrow(
    `Something answers at ${url}, but it is not the local system.`,
  );
});

test('a stack tells its tables by its outputs, and AWS is asked with the usual settings', async () => {
  const { tables, endpoint } = await open();
  Object.assign(process.env, awsSettings, {
    AWS_ENDPOINT_URL_CLOUDFORMATION: await cloudFormation(tables),
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  });
  const { directory } = tablePorts(await findTables({ stack: 'call-centre' }));
  expect(await findTask(directory, 'demo')).toEqual(demo);
});

test('a stack that is none is a mistake', async () => {
  const error = `<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code>
    <Message>Stack with id elsewhere does not exist</Message></Error></ErrorResponse>`;
  Object.assign(process.env, awsSettings, {
    AWS_ENDPOINT_URL_CLOUDFORMATION: await serve('text/xml', () => error, 400),
  });
  await expect(findTables({ stack: 'elsewhere' })).rejects.toThrow(
    'AWS does not tell about the stack elsewhere. ValidationError: Stack with id elsewhere does not exist',
  );
});

test('a stack without tables is not a call centre', async () => {
  const answer = `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
    <DescribeStacksResult><Stacks><member><StackName>other</StackName></member></Stacks></DescribeStacksResult>
    </DescribeStacksResponse>`;
  Object.assign(process.env, awsSettings, {
    AWS_ENDPOINT_URL_CLOUDFORMATION: await serve('text/xml', () => answer),
  });
  await expect(findTables({ stack: 'other' })).rejects.toThrow(
    'The stack other is not a call centre: it names no tables.',
  );
});
