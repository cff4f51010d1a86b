import { onWebhook } from '../../lambdas/handlers/boundary/on-webhook.ts';
import { answerVoice } from '../../lambdas/handlers/voice/answer-voice.ts';
import { noon } from '../contracts/samples.ts';
import {
  type CallContext,
  callContext,
  customerSid,
  type Post,
  ringingAttempt,
  webhook,
} from './call-context.ts';

let stage: CallContext;
beforeEach(async () => {
  stage = await callContext();
});

const post = (sent: Post) => onWebhook(stage, answerVoice(stage))(webhook(sent));
const outage = () => Promise.reject(new Error('the table is away, asked for +447700900002'));

test('leads an operator from the greeting to the customer and on', async () => {
  await ringingAttempt(stage);
  const greeting = await post({ path: '/voice/operator' });
  expect(greeting.statusCode).toBe(200);
  expect(greeting.headers?.['content-type']).toBe('text/xml; charset=utf-8');
  expect(greeting.body).toContain('Следующий звонок: Мария. Нажмите 1');

  await stage.clock.advanceTo(noon - 9_500);
  const waiting = await post({ path: '/voice/ready', fields: { Digits: '1' } });
  expect(waiting.body).toMatch(/<Pause length="9"\/><Redirect .*\/voice\/customer/);

  await stage.clock.advanceTo(noon - 500);
  const dialling = post({ path: '/voice/customer' });
  await stage.clock.advanceTo(noon);
  expect((await dialling).body).toContain('>+442079460017</Number></Dial>');

  const dialEnd = { DialCallStatus: 'busy', DialCallSid: customerSid, DialBridged: 'false' };
  const after = await post({ path: '/voice/after', fields: dialEnd });
  expect(after.body).toContain('Линия занята.');
});

test('greets an operator whose request came in base64', async () => {
  await ringingAttempt(stage);
  const greeting = await post({ path: '/voice/operator', base64: true });
  expect(greeting.body).toContain('<Gather');
});

test('tells an operator on the line why the call is off', async () => {
  const at = noon - 14_000;
  await ringingAttempt(
    stage,
    { kind: 'operatorAnswered', at },
    { kind: 'withdrawn', at, reason: 'cancelled' },
  );
  const told = await post({ path: '/voice/withdrawn' });
  expect(told.body).toContain('Этот звонок только что отменили.');
});

test('hangs up on an attempt that nobody made', async () => {
  const { body } = await post({ path: '/voice/operator', query: 'attempt=demo.99.zz' });
  expect(body).toContain('<Response><Hangup/></Response>');
});

describe('hangs up, and asks no table, when the request names', () => {
  test.each([
    ['an attempt id that is none', { path: '/voice/operator', query: 'attempt=../demo' }],
    ['no attempt', { path: '/voice/operator', query: '' }],
    ['no call', { path: '/voice/operator', fields: { CallSid: '' } }],
  ])('%s', async (_, sent) => {
    stage.attempts.get = outage;
    const { statusCode, body } = await post(sent);
    expect(statusCode).toBe(200);
    expect(body).toContain('<Response><Hangup/></Response>');
  });
});

test('apologizes at a path that is no webhook of ours, notes it and counts it', async () => {
  await ringingAttempt(stage);
  const { statusCode, body } = await post({ path: '/voice/elsewhere' });
  expect(statusCode).toBe(200);
  expect(body).toContain('У нас произошла ошибка.');
  expect(stage.journal.counted('UnknownWebhook')).toBe(1);
  expect(stage.journal.notes).toContainEqual(
    expect.objectContaining({
      event: 'unknown webhook',
      ids: expect.objectContaining({ path: '/voice/elsewhere' }),
    }),
  );
});

test('takes no path of another function for its own', async () => {
  await post({ path: '/caller/after' });
  expect(stage.journal.counted('UnknownWebhook')).toBe(1);
});

describe('whoever did not sign changes nothing and learns nothing', () => {
  test.each([
    ['no signature', {}],
    ['a signature of their own', { 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
  ])('%s', async (_, headers) => {
    const attempt = await ringingAttempt(stage);
    const before = await stage.attempts.get(attempt.id);
    const forged = { ...webhook({ path: '/voice/operator' }), headers };
    const reply = await onWebhook(stage, answerVoice(stage))(forged);
    expect(reply).toEqual({ statusCode: 403, body: '' });
    expect(await stage.attempts.get(attempt.id)).toEqual(before);
    expect(stage.journal.counted('SignatureRefused')).toBe(1);
  });
});

describe('in trouble a caller hears words that they understand', () => {
  test("in the task's language", async () => {
    stage.attempts.get = outage;
    const reply = await post({ path: '/voice/operator' });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers?.['content-type']).toContain('text/xml');
    expect(reply.body).toContain('У нас произошла ошибка.');
  });

  test('in English while even the language cannot be read', async () => {
    stage.attempts.get = outage;
    stage.directory.task = outage;
    const reply = await post({ path: '/voice/operator' });
    expect(reply.body).toContain('Something went wrong on our side.');
  });

  test('and the log says once which attempt it was', async () => {
    stage.attempts.get = outage;
    await post({ path: '/voice/operator' });
    expect(stage.journal.failures).toHaveLength(1);
    expect(stage.journal.failures[0]?.ids).toMatchObject({
      attempt: 'demo.17.a1',
      path: '/voice/operator',
    });
  });
});

test('asks for a repeat while nothing can be verified', async () => {
  stage.webhooks.verify = outage;
  expect(await post({ path: '/voice/operator' })).toEqual({ statusCode: 503, body: '' });
  expect(stage.journal.failures).toHaveLength(1);
});

test('closes the journal after every request, refused ones too', async () => {
  await post({ path: '/voice/operator' });
  await onWebhook(stage, answerVoice(stage))({ ...webhook({ path: '/voice/ready' }), headers: {} });
  expect(stage.journal.flushed).toBe(2);
});

test.each([
  ['a long body', { body: `a=${'x'.repeat(64_000)}` }],
  ['many fields', { body: 'a=1&'.repeat(301) }],
  ['a long query', { rawQueryString: 'a'.repeat(4_001) }],
])('turns away %s before anything is parsed or verified', async (_, given) => {
  const verify = jest.fn();
  const ports = { ...stage, webhooks: Object.assign(Object.create(stage.webhooks), { verify }) };
  const event = { ...webhook({ path: '/voice/operator' }), ...given };
  expect(await onWebhook(ports, answerVoice(ports))(event)).toEqual({ statusCode: 413, body: '' });
  expect(verify).not.toHaveBeenCalled();
});
