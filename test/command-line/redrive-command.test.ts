import {
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { DeadLetterQueue, Letter } from '../../lib/command-line/redrive/dead-letter-queue.ts';
import { advise } from '../../lib/command-line/redrive/describe-letters.ts';
import { redriveCommand } from '../../lib/command-line/redrive/redrive-command.ts';
import { describedSystem, outsideKey } from './described-system.ts';
import { runHere, type Where } from './run-here.ts';

const { describe: describeSystem, pretend } = describedSystem();
const call = (Id: number) => `{"task":"demo","Id":${Id},"dueAt":"2026-11-23T10:00:00.000Z"}`;
const sweep = JSON.stringify({
  requestContext: { functionArn: 'arn:aws:lambda:eu-central-1:1:function:SweepsReconcile' },
});

let sqs: SQSClient;
let queues: Record<string, string>;
/** Where calls are sent: a queue that nobody reads. */
let url: string;
beforeAll(async () => {
  const { aws } = await describeSystem();
  const { endpoint, region } = aws;
  sqs = new SQSClient({
    endpoint,
    region,
    credentials: outsideKey,
    useQueueUrlAsEndpoint: false,
  });
  queues = aws.queues;
  url = await pretend(({ aws: told }) => {
    told.outputs.DialQueueUrl = queues.TimersDeadLetters ?? '';
    delete told.queues.TimersDeadLetters;
  });
});
beforeEach(async () => {
  for (const QueueUrl of [
    queues.DialQueueDeadLetters,
    queues.SweepsFailures,
    queues.TimersDeadLetters,
  ])
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
});

const run = (words: string[] = [], where: Where = {}) =>
  runHere(redriveCommand, ['--url', url, ...words], where);

async function put(queue: string, ...bodies: string[]): Promise<void> {
  for (const MessageBody of bodies)
    await sqs.send(new SendMessageCommand({ QueueUrl: queues[queue], MessageBody }));
}

/** Everything in the queue, which is then hidden. */
async function bodies(queue: string): Promise<string[]> {
  const QueueUrl = queues[queue];
  const found: string[] = [];
  for (;;) {
    const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 });
    const { Messages = [] } = await sqs.send(receive);
    if (Messages.length === 0) return found.toSorted();
    found.push(...Messages.map(({ Body = '' }) => Body));
  }
}

test('a healthy system has no dead letters', async () => {
  const ran = await run();
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toContain('  DialQueueDeadLetters  empty\n');
  expect(ran.stdout).not.toContain('  DialQueue  ');
});

test('a look changes nothing: how many there are, and how old', async () => {
  await put('DialQueueDeadLetters', call(1), call(2));
  for (const _ of [1, 2]) {
    const ran = await run();
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('DialQueueDeadLetters  2 dead letters, the oldest 0 min old\n');
    expect(ran.stderr).toBe('Nothing was changed: say --yes to do it.\n');
  }
  expect(await bodies('DialQueueDeadLetters')).toEqual([call(1), call(2)]);
});

test.each([
  ['--yes', ['--yes'], {}],
  ['a yes', [], { answers: 'y\n' }],
])('after %s calls go back to the dial queue, however many', async (_, words, where) => {
  const calls = Array.from({ length: 23 }, (__, at) => call(at + 1));
  await put('DialQueueDeadLetters', ...calls);
  const ran = await run(words, where);
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain('DialQueueDeadLetters: 23 sent again.\n');
  expect(await bodies('TimersDeadLetters')).toEqual(calls.toSorted());
  expect(await bodies('DialQueueDeadLetters')).toEqual([]);
});

test('sweeps cannot be sent again: what to do is said, and they stay to be had', async () => {
  await put('SweepsFailures', sweep);
  await put('DialQueueDeadLetters', call(1));
  const ran = await run(['--yes']);
  expect(ran.code).toBe(1);
  expect(ran.stdout).toContain(
    'SweepsFailures: These are sweeps that failed. The next one has done their work.',
  );
  expect(ran.stderr).toBe('DialQueueDeadLetters: 1 sent again.\nSweepsFailures: 1 left.\n');
  expect(await bodies('SweepsFailures')).toEqual([sweep]);
});

test('sweeps alone raise no question, and --drop takes them off one queue', async () => {
  await put('SweepsFailures', sweep, sweep);
  await put('DialQueueDeadLetters', 'something');
  const only = ['--queue', 'SweepsFailures'];
  expect(await run(only)).toMatchObject({ code: 1, stderr: '' });
  const ran = await run([...only, '--drop', '--yes']);
  expect(ran).toMatchObject({ code: 0, stderr: 'SweepsFailures: 2 dropped.\n' });
  expect(await bodies('SweepsFailures')).toEqual([]);
  expect(await bodies('DialQueueDeadLetters')).toEqual(['something']);
});

test('what is printed can be pasted: it asks the system that was asked', async () => {
  await put('SweepsFailures', sweep);
  await put('DialQueueDeadLetters', 'something');
  const printed = (await run()).stdout.match(/npm run redrive --(.+)$/gm) ?? [];
  expect(printed).toEqual([
    `npm run redrive -- --url ${url} --queue DialQueueDeadLetters --drop`,
    `npm run redrive -- --url ${url} --queue SweepsFailures --drop`,
  ]);
  for (const line of printed) {
    const words = line.split(' -- ')[1]?.split(' ') ?? [];
    expect(await runHere(redriveCommand, [...words, '--yes'])).toMatchObject({ code: 0 });
  }
  expect(await bodies('SweepsFailures')).toEqual([]);
});

test.each([
  [{ stack: 'CallbackCenter' }, ' --stack CallbackCenter'],
  [{ port: '3001' }, ' --port 3001'],
  [{}, ''],
])('options of %j are printed as they were given', (where, options) => {
  const queue = { name: 'SweepsFailures' } as DeadLetterQueue;
  const letter = { Body: sweep } as Letter;
  const [advice] = advise({ queue, sample: [letter] }, where);
  expect(advice).toContain(`npm run redrive --${options} --queue SweepsFailures --drop`);
});

test('a stop loses nothing', async () => {
  await put('DialQueueDeadLetters', call(1), call(2));
  const ran = await run(['--yes'], { signal: AbortSignal.abort() });
  expect(ran.code).toBe(130);
  expect(ran.stderr).toContain('Stopped. What was not sent again is still there.\n');
  expect(await bodies('DialQueueDeadLetters')).toEqual([call(1), call(2)]);
});

test('a queue that is none is a mistake', async () => {
  const ran = await run(['--queue', 'DialQueue']);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(
    /^There is no dead-letter queue DialQueue\. There is DialQueueDeadLetters, /,
  );
});

test('--help tells how it is used', async () => {
  const ran = await run(['--help']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toContain('npm run redrive -- [options]');
});
