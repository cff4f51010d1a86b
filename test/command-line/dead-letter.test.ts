import { readDeadLetter } from '../../lib/command-line/redrive/dead-letter.ts';

const due = '{"task":"demo","Id":17,"dueAt":"2026-11-23T10:00:00.000Z"}';
const slotted =
  '{"task":"demo","Id":17,"dueAt":"2026-11-23T10:00:00.000Z","slotAt":"2026-11-23T09:59:45.000Z"}';
const functionArn = 'arn:aws:lambda:eu-central-1:123456789012:function:FollowRow:$LATEST';

const judge =
  '{"judge":{"task":"demo","Id":"17"},"earliest":"2026-11-23T10:00:00.000Z","latest":"2026-11-23T10:00:00.999Z","sequence":"111"}';

test.each([due, slotted, '{"check":"demo.17.k3x"}', '{"offer":"operator:anna"}', judge])(
  'a dial message is sent again as it is: %s',
  (body) => {
    expect(readDeadLetter(body)).toEqual({ kind: 'call', message: body });
  },
);

test('a timer that Scheduler could not put on the queue may come as its request', () => {
  const body = JSON.stringify({ MessageBody: due, QueueUrl: 'https://sqs.example/dial' });
  expect(readDeadLetter(body)).toEqual({ kind: 'call', message: due });
});

test.each([
  ['sweep', { requestContext: { functionArn }, requestPayload: {} }],
  ['sweep', { source: 'aws.scheduler', detail: '{}' }],
  ['sweep', {}],
  ['unknown', { task: 'demo', Id: 17 }],
  ['unknown', { task: 'demo', Id: 17, dueAt: '2026-11-23T10:00:00.000Z', more: true }],
  ['unknown', { MessageBody: 'something' }],
])('%s: %j', (kind, body) => {
  expect(readDeadLetter(JSON.stringify(body)).kind).toBe(kind);
});

test('what is no JSON is unknown', () => {
  expect(readDeadLetter('hello').kind).toBe('unknown');
});
