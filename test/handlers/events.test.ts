import { onWebhook } from '../../lambdas/handlers/boundary/on-webhook.ts';
import { answerEvent } from '../../lambdas/handlers/events/answer-event.ts';
import { noon } from '../contracts/samples.ts';
import {
  type CallContext,
  callContext,
  customerSid,
  operatorSid,
  type Post,
  ringingAttempt,
  webhook,
} from './call-context.ts';

let stage: CallContext;
beforeEach(async () => {
  stage = await callContext();
});

const post = (sent: Post) => onWebhook(stage, answerEvent(stage))(webhook(sent));

test("takes down the news of an operator's leg", async () => {
  const { id } = await ringingAttempt(stage);
  const reply = await post({ path: '/events/operator', fields: { CallStatus: 'ringing' } });
  expect(reply).toEqual({ statusCode: 204 });
  expect((await stage.attempts.get(id))?.facts.operatorRang).toEqual({ at: noon - 15_000 });
});

test("takes down the news of a customer's leg, in base64 as well", async () => {
  const { id } = await ringingAttempt(stage, { kind: 'dialling', at: noon });
  const fields = { CallSid: customerSid, ParentCallSid: operatorSid, CallStatus: 'in-progress' };
  const reply = await post({ path: '/events/customer', fields, base64: true });
  expect(reply.statusCode).toBe(204);
  expect((await stage.attempts.get(id))?.facts.customerAnswered).toBeDefined();
});

test.each([
  ['machine_start', true],
  ['fax', true],
  ['human', false],
  ['unknown', false],
])(
  'what Twilio heard at the customer’s phone is taken down where it is a machine: %s',
  async (AnsweredBy, isMarked) => {
    const { id } = await ringingAttempt(stage, { kind: 'dialling', at: noon });
    const answered = {
      CallSid: customerSid,
      ParentCallSid: operatorSid,
      CallStatus: 'in-progress',
    };
    await post({ path: '/events/customer', fields: answered });
    const fields = { CallSid: customerSid, AnsweredBy };
    expect(await post({ path: '/events/machine', fields })).toEqual({ statusCode: 204 });
    const facts = (await stage.attempts.get(id))?.facts;
    expect(facts?.voicemail?.by).toBe(isMarked ? 'network' : undefined);
    expect(facts?.settled).toBeUndefined();
  },
);

test('the end of a talk is the dial’s to tell: the leg’s own is not written down', async () => {
  await ringingAttempt(stage, { kind: 'dialling', at: noon });
  const refuse = () => Promise.reject(new Error('nothing is written'));
  stage.attempts.record = refuse;
  stage.attempts.settle = refuse;
  const fields = { CallSid: customerSid, ParentCallSid: operatorSid, CallStatus: 'completed' };
  expect(await post({ path: '/events/customer', fields })).toEqual({ statusCode: 204 });
});

test.each([
  ['leaves a message', 'messageLeft'],
  ['talks in a conference', 'conference'],
] as const)('but that of a leg which %s is: it has no dial any more', async (_, kind) => {
  const { id } = await ringingAttempt(stage, { kind: 'dialling', at: noon });
  await stage.attempts.record(id, { kind, at: noon });
  const fields = {
    CallSid: customerSid,
    ParentCallSid: operatorSid,
    CallStatus: 'completed',
    CallDuration: '42',
  };
  for (let times = 0; times < 2; times++) {
    expect(await post({ path: '/events/customer', fields })).toEqual({ statusCode: 204 });
  }
  expect((await stage.attempts.get(id))?.facts.customerEnded).toMatchObject({ seconds: 42 });
});

test('takes down a recording that is there, once, and nothing that says less', async () => {
  const { id } = await ringingAttempt(stage, { kind: 'dialling', at: noon });
  const sid = `RE${'0'.repeat(32)}`;
  const fields = {
    CallSid: operatorSid,
    RecordingSid: sid,
    RecordingStatus: 'completed',
    RecordingDuration: '20',
    RecordingChannels: '2',
    RecordingStartTime: 'Mon, 23 Nov 2026 12:00:06 +0000',
  };
  await post({ path: '/events/recording', fields: { ...fields, RecordingStatus: 'in-progress' } });
  expect((await stage.attempts.get(id))?.recordings).toBeUndefined();
  for (let times = 0; times < 2; times++) {
    expect(await post({ path: '/events/recording', fields })).toEqual({ statusCode: 204 });
  }
  expect((await stage.attempts.get(id))?.recordings).toMatchObject([
    {
      sid,
      call: operatorSid,
      state: 'completed',
      seconds: 20,
      channels: 2,
      startedAt: noon + 6000,
    },
  ]);
});

test('the same news twice is one', async () => {
  const { id } = await ringingAttempt(stage);
  const sent = { path: '/events/operator', fields: { CallStatus: 'ringing' } };
  await post(sent);
  const once = await stage.attempts.get(id);
  await stage.clock.advanceTo(noon);
  await post(sent);
  expect(await stage.attempts.get(id)).toEqual(once);
});

test('accepts, and forgets, the news of an attempt that nobody made', async () => {
  const reply = await post({ path: '/events/operator', query: 'attempt=demo.99.zz' });
  expect(reply).toEqual({ statusCode: 204 });
});

describe('accepts, and asks no table about,', () => {
  test.each([
    ['a status that says nothing', { path: '/events/operator', fields: { CallStatus: 'queued' } }],
    ['news of no attempt', { path: '/events/operator', query: '' }],
  ])('%s', async (_, sent) => {
    stage.attempts.get = () => Promise.reject(new Error('the table is away'));
    expect(await post(sent)).toEqual({ statusCode: 204 });
  });
});

test('an unsigned event changes nothing', async () => {
  const { id } = await ringingAttempt(stage);
  const before = await stage.attempts.get(id);
  const forged = webhook({ path: '/events/operator', fields: { CallStatus: 'failed' } });
  const reply = await onWebhook(stage, answerEvent(stage))({ ...forged, headers: {} });
  expect(reply).toEqual({ statusCode: 403, body: '' });
  expect(await stage.attempts.get(id)).toEqual(before);
});

test('what could not be taken down is asked for again', async () => {
  await ringingAttempt(stage);
  stage.attempts.get = () => Promise.reject(new Error('the table is away'));
  const reply = await post({ path: '/events/operator', fields: { CallStatus: 'ringing' } });
  expect(reply).toEqual({ statusCode: 500, body: '' });
  expect(stage.journal.failures[0]?.ids).toMatchObject({ attempt: 'demo.17.a1' });
});

test('takes news of a leg that is none, notes it and counts it', async () => {
  const reply = await post({ path: '/events/neighbour', fields: { ParentCallSid: operatorSid } });
  expect(reply.statusCode).toBe(200);
  expect(reply.body).toContain('<Response><Hangup/></Response>');
  expect(stage.journal.counted('UnknownWebhook')).toBe(1);
});
