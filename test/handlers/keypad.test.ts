import { onWebhook } from '../../lambdas/handlers/boundary/on-webhook.ts';
import { answerKeypad } from '../../lambdas/handlers/keypad/answer-keypad.ts';
import { answerVoice } from '../../lambdas/handlers/voice/answer-voice.ts';
import { key, noon } from '../contracts/samples.ts';
import { sampleScript } from '../support/keypad-call.ts';
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
  stage = await callContext(noon);
  await stage.scripts.store('callback', sampleScript);
  const task = await stage.directory.task('demo');
  if (task !== undefined) await stage.directory.putTask({ ...task, script: 'callback' });
  const at = noon;
  await ringingAttempt(
    stage,
    { kind: 'operatorReady', at },
    { kind: 'dialling', at },
    { kind: 'customerCreated', at, sid: customerSid },
  );
});

const dialEnd = {
  DialCallStatus: 'completed',
  DialCallSid: customerSid,
  DialBridged: 'true',
  DialCallDuration: '12',
};

const endTalk = () =>
  onWebhook(stage, answerVoice(stage))(webhook({ path: '/voice/after', fields: dialEnd }));
const ask = (post: Omit<Post, 'path'> = {}) =>
  onWebhook(stage, answerKeypad(stage))(webhook({ path: '/voice/script', ...post }));

/** The address at which a document goes on, as Twilio asks for it. */
function queryIn(body = ''): string {
  const [, query = ''] = /\/voice\/script\?([^#"]*)/.exec(body) ?? [];
  return query.replaceAll('&amp;', '&');
}

/** Twilio leaves out the key that ended the digits, or says it in a field of its own. */
async function press(
  body: string | undefined,
  Digits: string,
  FinishedOnKey = '',
): Promise<string> {
  const { body: next = '' } = await ask({
    query: queryIn(body),
    fields: { Digits, FinishedOnKey },
  });
  return next;
}

test('leads an operator from the end of the talk through the script to the next promise', async () => {
  const { body: ended } = await endTalk();
  expect(ended).toMatch(
    /<Response><Redirect method="POST">[^<]*\/voice\/script\?attempt=demo\.17\.a1#/,
  );
  const { statusCode, headers, body: first } = await ask({ query: queryIn(ended) });
  expect(statusCode).toBe(200);
  expect(headers?.['content-type']).toBe('text/xml; charset=utf-8');
  expect(first).toContain('Чем закончился разговор?');
  const second = await press(first, '2');
  expect(second).toContain('Через сколько минут перезвонить?');
  const readBack = await press(second, '45', '#');
  expect(readBack).toContain('Вы ввели: 45 минут.');
  const confirm = await press(readBack, '1');
  expect(confirm).toContain('Клиент согласен на это время?');
  const sent = await press(confirm, '1');
  expect(sent).toContain('Абоненту позвонят снова сегодня в 12:45. До свидания.</Say><Hangup/>');
  const row = await stage.rows.get(key);
  expect(row?.columns).toMatchObject({ status: 10, time_callback: '12:45:00' });
});

test('passes over a question by hash alone, where Twilio says which key ended the input', async () => {
  await endTalk();
  const { body } = await ask();
  const minutes = await press(body, '1');
  expect(await press(minutes, '', '#')).toContain('В какой день перезвонить?');
});

test('takes silence for what it is', async () => {
  await endTalk();
  const { body } = await ask();
  expect(await press(await press(body, '1'), '')).toContain('Ни одна клавиша не нажата.');
  expect(await press(await press(body, '1'), '', 'timeout')).toContain(
    'Ни одна клавиша не нажата.',
  );
});

test('an operator who sits at the form on a screen is let go', async () => {
  const attempt = 'demo.17.a1' as never;
  const script = { id: 'callback', version: 1 };
  const run = { visits: [{ step: 'talk', answers: {} }] };
  await stage.forms.open({ attempt, script, surface: 'screen', run, revision: 0, openedAt: noon });
  expect((await endTalk()).body).toContain('<Response><Hangup/></Response>');
  expect((await ask()).body).toContain('<Response><Hangup/></Response>');
});

describe('hangs up, and changes nothing, when the request', () => {
  test.each<[string, Omit<Post, 'path'>]>([
    ['names no attempt', { query: '' }],
    ['names an attempt that nobody made', { query: 'attempt=demo.99.zz' }],
    ['names no call', { fields: { CallSid: '' } }],
    ['comes from another call', { fields: { CallSid: customerSid } }],
  ])('%s', async (_, post) => {
    await endTalk();
    expect((await ask(post)).body).toContain('<Response><Hangup/></Response>');
    expect(await stage.forms.get('demo.17.a1' as never)).toBeUndefined();
  });

  test('comes while they talk', async () => {
    expect((await ask()).body).toContain('<Response><Hangup/></Response>');
  });
});

test('whoever did not sign learns nothing and answers nothing', async () => {
  await endTalk();
  const { body } = await ask();
  const forged = webhook({ path: '/voice/script', query: queryIn(body), fields: { Digits: '1' } });
  const reply = await onWebhook(
    stage,
    answerKeypad(stage),
  )({ ...forged, headers: { 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } });
  expect(reply).toEqual({ statusCode: 403, body: '' });
  expect(await stage.forms.get('demo.17.a1' as never)).toMatchObject({ revision: 0 });
});

test('a question whose place somebody else signed for is not ours: the place is signed too', async () => {
  await endTalk();
  const { body } = await ask();
  const signed = webhook({ path: '/voice/script', query: queryIn(body), fields: { Digits: '1' } });
  const moved = { ...signed, rawQueryString: signed.rawQueryString.replace('tries=0', 'tries=1') };
  expect(await onWebhook(stage, answerKeypad(stage))(moved)).toEqual({ statusCode: 403, body: '' });
});

test('in trouble the operator hears so in their language, and the log has ids alone', async () => {
  await endTalk();
  stage.forms.open = () => Promise.reject(new Error('the table is away'));
  const { body } = await ask({ fields: { Digits: '5550100' } });
  expect(body).toContain('У нас произошла ошибка.');
  expect(stage.journal.failures[0]?.ids).toEqual({
    attempt: 'demo.17.a1',
    callSid: operatorSid,
    path: '/voice/script',
  });
});
