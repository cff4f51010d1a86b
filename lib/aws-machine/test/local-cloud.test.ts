import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { SQS } from '@aws-sdk/client-sqs';
import { type LocalCloud, startLocalCloud } from '../src/local-cloud.ts';
import { synthesizeCallDesk } from './call-desk-stack.ts';
import { LogWatch } from './log-watch.ts';

let cloud: LocalCloud;
let dynamodb: DynamoDB;
let sqs: SQS;
const logs = new LogWatch();
const metrics: unknown[] = [];
const dataFolder = mkdtempSync(path.join(tmpdir(), 'local-cloud-'));

beforeAll(async () => {
  cloud = await startLocalCloud({
    ...(await synthesizeCallDesk()),
    region: 'eu-central-1',
    accountId: '111122223333',
    dataFolder,
    publicBaseUrl: 'https://calls.example',
    parameters: { '/desk/token': 'not so secret', '/desk/other': 'x' },
    extraEnvironment: { TWILIO_BASE_URL: 'http://127.0.0.1:1' },
    onLog: logs.onLog,
    onMetric: (functionName, metric) => metrics.push({ functionName, ...metric }),
  });
  const credentials = { accessKeyId: 'outside', secretAccessKey: 'outside' };
  const connection = { endpoint: cloud.endpoint, region: 'eu-central-1', credentials };
  dynamodb = new DynamoDB(connection);
  sqs = new SQS(connection);
});

afterAll(async () => {
  dynamodb.destroy();
  sqs.destroy();
  await cloud.stop();
});

/** Lets the function Clerk call AWS, with its own role. */
function clerk(service: string, operation: string, input: object): Promise<unknown> {
  return cloud.invoke('Clerk', { service, operation, input });
}

const row = (Id: number, more = {}) => ({ task: { S: 'demo' }, Id: { N: String(Id) }, ...more });

function put(Id: number, more = {}) {
  return dynamodb.putItem({ TableName: 'Rows', Item: row(Id, more) });
}

describe('what the cloud tells', () => {
  test('are names by what a person would call them', () => {
    expect(cloud.tables).toEqual({ Rows: 'Rows', Secrets: 'secret-things' });
    expect(cloud.queues.Dials).toBe(`${cloud.endpoint}/000000000000/Dials`);
    expect(cloud.functions).toMatchObject({ Clerk: 'Clerk', Desk: 'Desk' });
    expect(cloud.outputs).toEqual({
      ApiUrl: 'https://calls.example/',
      SocketUrl: 'wss://calls.example/live',
      CallbackUrl: `${cloud.endpoint}/sockets/live`,
    });
    expect(cloud.authorizers).toMatchObject([{ issuer: 'https://issuer.example' }]);
  });
});

describe('a function', () => {
  test('sees its own environment and nothing of this process', async () => {
    process.env.LEAKED = 'from outside';
    const environment = await cloud.invoke('Sleeper', { behaviour: 'environment' });
    expect(environment).toMatchObject({
      TOLD: 'by the template',
      TWILIO_BASE_URL: 'http://127.0.0.1:1',
      AWS_REGION: 'eu-central-1',
      AWS_LAMBDA_FUNCTION_NAME: 'Sleeper',
      AWS_ENDPOINT_URL_SQS: cloud.endpoint,
    });
    expect(environment).not.toHaveProperty('LEAKED');
    expect(environment).not.toHaveProperty('HOME');
  });

  test('is told how much time remains', async () => {
    const answer = (await cloud.invoke('Sleeper', { behaviour: 'tell' })) as { remaining: number };
    expect(answer.remaining).toBeGreaterThan(0);
    expect(answer.remaining).toBeLessThanOrEqual(1000);
  });

  test.each(['hang', 'spin'])(
    'that does not end (%s) times out, and works again after',
    async (behaviour) => {
      await expect(cloud.invoke('Sleeper', { behaviour })).rejects.toThrow(
        'Task timed out after 1.00 seconds',
      );
      await expect(cloud.invoke('Sleeper', { behaviour: 'tell' })).resolves.toBeDefined();
    },
  );

  test('that times out does not take down what runs beside it', async () => {
    const hanging = cloud.invoke('Sleeper', { behaviour: 'hang' });
    const beside = cloud.invoke('Sleeper', { behaviour: 'tell' });
    await expect(beside).resolves.toBeDefined();
    await expect(hanging).rejects.toThrow('timed out');
  });

  test.each([
    ['crash', 'crashed on its own'],
    ['exit', 'Runtime exited with error: exit status 3'],
  ])('that dies (%s) fails, and works again after', async (behaviour, sentence) => {
    await expect(cloud.invoke('Sleeper', { behaviour })).rejects.toThrow(sentence);
    await expect(cloud.invoke('Sleeper', { behaviour: 'tell' })).resolves.toBeDefined();
  });

  test('writes its log to a file, and its metrics are heard', async () => {
    await cloud.invoke('Sleeper', { behaviour: 'metric', dials: 7 });
    await logs.until(/^Sleeper: .*"Dials":7/);
    expect(metrics).toContainEqual({ functionName: 'Sleeper', _aws: { Timestamp: 0 }, Dials: 7 });
    expect(readFileSync(path.join(dataFolder, 'logs', 'Sleeper.log'), 'utf8')).toContain(
      'timed out',
    );
  });
});

describe('permissions', () => {
  test('a call that the role allows passes', async () => {
    expect(await clerk('dynamodb', 'putItem', { TableName: 'Rows', Item: row(100) })).toEqual({
      output: {},
    });
  });

  test('a call that the role does not allow is refused, naming the missing statement', async () => {
    const Item = { id: { S: 'x' } };
    expect(await clerk('dynamodb', 'putItem', { TableName: 'secret-things', Item })).toMatchObject({
      error: {
        name: 'AccessDeniedException',
        message: expect.stringContaining(
          'Statement missing from role ClerkServiceRole: {"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"arn:aws:dynamodb:eu-central-1:111122223333:table/secret-things"}',
        ),
      },
    });
  });

  test('a transaction is refused for any one of its actions, and then changes nothing', async () => {
    const TransactItems = [
      { Put: { TableName: 'Rows', Item: row(101) } },
      { Delete: { TableName: 'secret-things', Key: { id: { S: 'x' } } } },
    ];
    expect(await clerk('dynamodb', 'transactWriteItems', { TransactItems })).toMatchObject({
      error: { message: expect.stringContaining('dynamodb:DeleteItem') },
    });
    const { Item } = await dynamodb.getItem({ TableName: 'Rows', Key: row(101) });
    expect(Item).toBeUndefined();
  });

  test.each([
    ['sqs', 'receiveMessage', () => ({ QueueUrl: cloud.queues.Dials }), 'sqs:ReceiveMessage'],
    [
      'ssm',
      'getParameters',
      () => ({ Names: ['/desk/token', '/desk/other'] }),
      'parameter/desk/other',
    ],
    ['scheduler', 'getSchedule', () => ({ Name: 'x' }), 'schedule/default/x'],
  ])('hold for %s too', async (service, operation, input, named) => {
    expect(await clerk(service, operation, input())).toMatchObject({
      error: { name: 'AccessDeniedException', message: expect.stringContaining(named) },
    });
  });

  test('software from outside may do everything', async () => {
    await dynamodb.putItem({ TableName: 'secret-things', Item: { id: { S: 'ours' } } });
    const { Item } = await dynamodb.getItem({
      TableName: 'secret-things',
      Key: { id: { S: 'ours' } },
    });
    expect(Item).toEqual({ id: { S: 'ours' } });
  });

  test('what was used is told, and what was not', async () => {
    await clerk('ssm', 'getParameters', { Names: ['/desk/token'] });
    const uses = cloud.exercisedStatements().filter(({ functionName }) => functionName === 'Clerk');
    const exercised = uses.flatMap(({ exercisedActions }) => exercisedActions);
    expect(exercised).toEqual(expect.arrayContaining(['ssm:GetParameters', 'dynamodb:PutItem']));
    expect(exercised).not.toContain('scheduler:DeleteSchedule');
  });

  test('requests are counted by function, with the capacity that they used', async () => {
    cloud.resetRequestCounts();
    await clerk('dynamodb', 'putItem', { TableName: 'Rows', Item: row(102) });
    const TransactItems = [{ Put: { TableName: 'Rows', Item: row(103) } }];
    await clerk('dynamodb', 'transactWriteItems', { TransactItems });
    const onlyNew = { ConditionExpression: 'attribute_not_exists(Id)' };
    await clerk('dynamodb', 'putItem', { TableName: 'Rows', Item: row(102), ...onlyNew });
    const counts = cloud.requestCounts().filter(({ caller }) => caller === 'Clerk');
    const units = counts.map(({ operation, writeUnits }) => [operation, writeUnits]);
    expect(units).toEqual(
      expect.arrayContaining([
        ['lambda:Invoke', 0],
        ['dynamodb:PutItem', 2],
        ['dynamodb:TransactWriteItems', 2],
      ]),
    );
  });
});

describe('the parameter store', () => {
  test('answers values by name, and tells unknown names', async () => {
    expect(await clerk('ssm', 'getParameter', { Name: '/desk/token' })).toMatchObject({
      output: { Parameter: { Value: 'not so secret' } },
    });
  });
});

describe('a stream', () => {
  test('hands a write to its function, with whole seconds', async () => {
    await put(1, { value: { N: '5' } });
    const line = await logs.until(/^Follower: .*"seen":"1"/);
    expect(line).toContain('"eventName":"INSERT","value":"5","isPoison":false,"isWhole":true');
  });

  test('keeps the order of one row', async () => {
    for (let value = 0; value < 30; value += 1) await put(2, { value: { N: String(value) } });
    await logs.until(/"seen":"2".*"value":"29"/);
    const values = logs
      .matching(/"seen":"2",/)
      .map((line) => Number(/"value":"(\d+)"/.exec(line)?.[1]));
    expect(values).toEqual(Array.from({ length: 30 }, (_, index) => index));
  });

  test('hears of deletions and of every row of a transaction', async () => {
    const TransactItems = [3, 4].map((Id) => ({ Put: { TableName: 'Rows', Item: row(Id) } }));
    await dynamodb.transactWriteItems({ TransactItems });
    await dynamodb.deleteItem({ TableName: 'Rows', Key: row(3) });
    await logs.until(/"seen":"4","eventName":"INSERT"/);
    await logs.until(/"seen":"3","eventName":"REMOVE"/);
  });

  test('tries a poisonous record again, gives it up, tells the failure queue, and goes on', async () => {
    await put(5, { poison: { BOOL: true } });
    const report = JSON.parse(await firstDeadLetter());
    expect(report).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
      DDBStreamBatchInfo: {
        batchSize: 1,
        streamArn: expect.stringContaining('table/Rows/stream/'),
      },
    });
    expect(logs.matching(/"seen":"5"/)).toHaveLength(2);
    await put(6);
    await logs.until(/"seen":"6"/);
  });

  test('tells every function that reads it, each by its own filter', async () => {
    await put(7);
    await put(7, { value: { N: '1' } });
    await put(8);
    await logs.until(/"seen":"8"/);
    await logs.until(/"audited":"8"/);
    expect(logs.matching(/"seen":"7"/)).toHaveLength(2);
    expect(logs.matching(/"audited":"7"/)).toHaveLength(1);
  });

  test('of which one that fails again and again holds up no other', async () => {
    await put(9, { objection: { BOOL: true } });
    await logs.until(/^Auditor: .*"errorMessage":"objection"/);
    await put(10);
    await logs.until(/"seen":"10"/);
    expect(logs.matching(/"audited":"10"/)).toEqual([]);
  });
});

describe('a queue', () => {
  test('hands a message to its function once', async () => {
    const MessageAttributes = { kind: { DataType: 'String', StringValue: 'test' } };
    await clerk('sqs', 'sendMessage', {
      QueueUrl: cloud.queues.Dials,
      MessageBody: 'hello',
      MessageAttributes,
    });
    const line = await logs.until(/^Dialler: .*"dialled":"hello"/);
    expect(line).toContain('"tries":"1"');
    expect(line).toContain('"kind":{"stringValue":"test"');
    expect(line).toContain('"eventSourceARN":"arn:aws:sqs:eu-central-1:111122223333:Dials"');
  });

  test('holds a message for its delay', async () => {
    const sentAt = Date.now();
    await sqs.sendMessage({ QueueUrl: cloud.queues.Dials, MessageBody: 'later', DelaySeconds: 1 });
    await logs.until(/"dialled":"later"/);
    expect(Date.now() - sentAt).toBeGreaterThanOrEqual(1000);
  });

  test('refuses a delay of more than 900 s, alone and in a batch', async () => {
    const QueueUrl = cloud.queues.Dials;
    const late = { MessageBody: 'too late', DelaySeconds: 901 };
    await expect(sqs.sendMessage({ QueueUrl, ...late })).rejects.toMatchObject({
      message:
        'Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.',
    });
    const Entries = [
      { Id: 'good', MessageBody: 'in time' },
      { Id: 'bad', ...late },
    ];
    const { Successful, Failed } = await sqs.sendMessageBatch({ QueueUrl, Entries });
    expect(Successful?.map(({ Id }) => Id)).toEqual(['good']);
    expect(Failed).toMatchObject([{ Id: 'bad', SenderFault: true, Code: 'InvalidParameterValue' }]);
  });

  test('refuses a parameter that SQS does not have', async () => {
    const MessageBody = 'misspelled';
    const asked = { QueueUrl: cloud.queues.Dials, MessageBody, DelaySecond: 5 };
    const answer = await fetch(cloud.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'AmazonSQS.SendMessage',
        authorization: 'AWS4-HMAC-SHA256 Credential=outside/20261123/eu-central-1/sqs/aws4_request',
      },
      body: JSON.stringify(asked),
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('SendMessage has no parameter DelaySecond');
  });

  test('brings a failed message again after its visibility timeout, then puts it aside', async () => {
    await sqs.sendMessage({ QueueUrl: cloud.queues.Dials, MessageBody: 'poison' });
    await logs.until(/"dialled":"poison","tries":"2"/);
    expect(await firstDeadLetter()).toBe('poison');
    expect(logs.matching(/"dialled":"poison"/)).toHaveLength(2);
  });

  test('is found by its name', async () => {
    const { QueueUrl } = await sqs.getQueueUrl({ QueueName: 'Dials' });
    expect(QueueUrl).toBe(cloud.queues.Dials);
  });
});

describe('the Scheduler', () => {
  const FlexibleTimeWindow = { Mode: 'OFF' };

  test('tells of a function that failed as often as it was to be tried', async () => {
    const at = new Date(Date.now() + 5_000).toISOString().slice(0, 19);
    const Target = {
      Arn: 'arn:aws:lambda:eu-central-1:111122223333:function:Sleeper:live',
      RoleArn: 'arn:aws:iam::111122223333:role/TimerRole',
      Input: JSON.stringify({ behaviour: 'crash' }),
    };
    const schedule = { Name: 'nightmare', GroupName: 'Timers', ScheduleExpression: `at(${at})` };
    await clerk('scheduler', 'createSchedule', { ...schedule, FlexibleTimeWindow, Target });
    expect(JSON.parse(await firstDeadLetter(cloud.queues.Nightmares))).toMatchObject({
      requestContext: {
        functionArn: expect.stringMatching(/:Sleeper:live$/),
        condition: 'RetriesExhausted',
        approximateInvokeCount: 1,
      },
      requestPayload: { behaviour: 'crash' },
      responsePayload: { errorMessage: 'Error: crashed on its own' },
    });
  });

  test('sends a message at its moment, through the queue to the function', async () => {
    const at = new Date(Date.now() + 5_000).toISOString().slice(0, 19);
    const Target = {
      Arn: 'arn:aws:sqs:eu-central-1:111122223333:Dials',
      RoleArn: 'arn:aws:iam::111122223333:role/TimerRole',
      Input: at,
    };
    const schedule = { Name: 'soon', GroupName: 'Timers', ScheduleExpression: `at(${at})` };
    expect(
      await clerk('scheduler', 'createSchedule', { ...schedule, FlexibleTimeWindow, Target }),
    ).toMatchObject({ output: { ScheduleArn: expect.stringContaining(':schedule/') } });
    await logs.until(new RegExp(`"dialled":"${at}"`));
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(`${at}Z`));
  });

  test('started what the template wants at every hour', async () => {
    await logs.until(/^Sleeper: .*"_aws"/);
  });
});

describe('the HTTP API', () => {
  test('leads to its function, whose settings have its public address', async () => {
    const response = await cloud.app.request('https://calls.example/desk/echo');
    expect(await response.json()).toMatchObject({
      event: { rawPath: '/desk/echo', pathParameters: { proxy: 'echo' } },
      functionName: 'Desk',
    });
  });

  test('answers 500 where the function throws, and 401 without a token', async () => {
    expect((await cloud.app.request('https://calls.example/desk/throw')).status).toBe(500);
    expect((await cloud.app.request('https://calls.example/private')).status).toBe(401);
  });
});

/** Takes the next message out of the dead-letter queue, however long it takes to get there. */
async function firstDeadLetter(QueueUrl = cloud.queues.DeadLetters): Promise<string> {
  for (;;) {
    const { Messages = [] } = await sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 10 });
    const [message] = Messages;
    if (message === undefined) continue;
    await sqs.deleteMessage({ QueueUrl, ReceiptHandle: message.ReceiptHandle });
    return message.Body ?? '';
  }
}
