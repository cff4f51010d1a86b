import { operatorSchema } from '../../lambdas/domain/task/task.ts';
import { onWebhook } from '../../lambdas/handlers/boundary/on-webhook.ts';
import { answerEvent } from '../../lambdas/handlers/events/answer-event.ts';
import { answerCaller } from '../../lambdas/handlers/inbound/answer-inbound.ts';
import { keepRowViews } from '../../lambdas/use-cases/views/keep-views.ts';
import { noon } from '../contracts/samples.ts';
import { openDesk } from '../support/open-desk.ts';
import { type CallContext, callContext, webhook } from './call-context.ts';

let stage: CallContext;
beforeEach(async () => {
  stage = await callContext(noon);
  const addresses = ['client:anna', 'sip:anna@office.sip.twilio.com', '+442079460101'];
  const pinHash = await stage.pins.hashOf('4711');
  const anna = { id: 'anna', name: 'Anna', addresses, pinHash };
  await stage.directory.putOperator(operatorSchema.parse(anna));
  await openDesk(stage.desks, 'anna', { isPhoneReady: true });
  stage.tables.putRow({ task: 'demo', Id: 17, tel: '+447700900017', имя: 'Мария' });
  for (const { after } of stage.tables.takeRecords()) {
    if (after) await keepRowViews(stage, [{ after, at: noon, sequence: '1' }]);
  }
});

async function post(path: string, fields: Record<string, string>, query = ''): Promise<string> {
  const sent = webhook({ path, query, fields: { CallSid: 'CA9', ...fields } });
  const { statusCode, body } = await onWebhook(stage, answerCaller(stage))(sent);
  expect(statusCode).toBe(200);
  return body ?? '';
}

/** What the document's `attribute` asks for next, without the connection overrides. */
function nextOf(body: string, attribute = 'action'): [string, string] {
  const url = new RegExp(`${attribute}="https://calls.test([^"#]*)`).exec(body)?.[1] ?? '';
  const [path = '', query = ''] = url.replaceAll('&amp;', '&').split('?');
  return [path, query];
}

test.each([
  ['a browser phone that asks for a row', '/voice/browser', 'client:anna', 'row:demo.17'],
  ['a browser phone that asks for a number', '/voice/browser', 'client:anna', '+447700900017'],
  [
    'a desk phone',
    '/voice/desk-phone',
    'sip:anna@office.sip.twilio.com:5060',
    'sip:+447700900017@office.sip.twilio.com',
  ],
])('%s is connected with the customer', async (_, path, From, To) => {
  const body = await post(path, { From, To });
  expect(body).toContain('hangupOnStar="true"');
  expect(body).toContain('>+447700900017</Number></Dial>');
  const attempt = await stage.attempts.ofCall('CA9');
  expect(nextOf(body)).toEqual(['/voice/after', `attempt=${attempt?.id}`]);
});

test.each(['/voice/browser', '/voice/desk-phone'])('%s: a stranger gets no line', async (path) => {
  const body = await post(path, { From: 'client:mallory', To: 'row:demo.17' });
  expect(body).toContain('This phone is not known to us.');
  expect(stage.tables.attempts.size).toBe(0);
});

test('a desk phone that was let in with a colleague’s credential gets no line as who it says it is', async () => {
  const call = {
    From: 'sip:anna@office.sip.twilio.com',
    To: 'sip:+447700900017@office.sip.twilio.com',
  };
  const told = { ...call, SipDomain: 'office.sip.twilio.com', SipUsername: 'ivan' };
  expect(await post('/voice/desk-phone', told)).toContain('This phone is not known to us.');
  const elsewhere = { ...call, SipDomain: 'other.sip.twilio.com' };
  expect(await post('/voice/desk-phone', elsewhere)).toContain('This phone is not known to us.');
  expect(stage.tables.attempts.size).toBe(0);
});

test('an operator dials in: PIN, number, customer', async () => {
  const parties = { From: '+442079460101', To: '+442079460000' };
  const [pin, firstTry] = nextOf(await post('/voice/inbound', parties));
  const [again, secondTry] = nextOf(await post(pin, { ...parties, Digits: '1234' }, firstTry));
  expect([again, secondTry]).toEqual(['/caller/pin', 'tries=1']);
  const [number, query] = nextOf(await post(again, { ...parties, Digits: '4711' }, secondTry));
  const body = await post(number, { ...parties, Digits: '07700900017' }, query);
  expect(body).toContain('>+447700900017</Number></Dial>');
});

test('a customer calls back, the operator presses 1 and is joined', async () => {
  const parties = { From: '+447700900017', To: '+442079460000' };
  const body = await post('/voice/inbound', parties);
  expect(body).toContain('>anna</Client>');
  const child = { CallSid: 'CA10', ParentCallSid: 'CA9' };
  const [whisper, query] = nextOf(body, ' url');
  expect(await post(whisper, child, query)).toContain('<Response></Response>');
  const [after, ofAttempt] = nextOf(body);
  const end = { DialCallStatus: 'completed', DialCallSid: 'CA10', DialBridged: 'true' };
  expect(await post(after, { ...parties, ...end }, ofAttempt)).toContain('<Hangup/>');
  expect((await stage.attempts.ofCall('CA9'))?.facts.settled?.outcome).toBe('reached');
});

test('a customer orders a callback by keys', async () => {
  await stage.directory.changeOperator('anna', { away: true });
  const parties = { From: '+447700900017', To: '+442079460000' };
  const [order, query] = nextOf(await post('/voice/inbound', parties));
  expect(await post(order, { ...parties, Digits: '45' }, query)).toContain(
    'Мы позвоним вам в 12:45.',
  );
  expect(stage.tables.row({ task: 'demo', Id: 17 })?.columns).toMatchObject({ status: 10 });
});

test.each([
  ['an address that names no row', '/caller/order', 'row=..&at=1&tries=0'],
  ['a step without its attempt', '/caller/whisper', ''],
])('hangs up on %s', async (_, path, query) => {
  expect(await post(path, {}, query)).toContain('<Response><Hangup/></Response>');
});

test('in trouble who calls hears words, and no number is logged', async () => {
  stage.directory.operators = () => Promise.reject(new Error('the table is away'));
  const body = await post('/voice/inbound', { From: '+447700900017', To: '+442079460000' });
  expect(body).toContain('Something went wrong on our side.');
  expect(JSON.stringify(stage.journal.failures[0]?.ids)).not.toContain('7700900017');
});

test('the end of a call that somebody made to us settles what it served', async () => {
  const parties = { From: '+447700900017', To: '+442079460000' };
  await post('/voice/inbound', parties);
  const fields = { CallSid: 'CA9', CallStatus: 'completed', CallDuration: '12', ...parties };
  const sent = webhook({ path: '/events/inbound', query: '', fields });
  expect(await onWebhook(stage, answerEvent(stage))(sent)).toEqual({ statusCode: 204 });
  expect((await stage.attempts.ofCall('CA9'))?.facts.customerEnded).toMatchObject({ seconds: 12 });
});

test('the end of a call that served nothing is fine', async () => {
  const fields = { CallSid: 'CA77', CallStatus: 'completed' };
  const sent = webhook({ path: '/events/inbound', query: '', fields });
  expect(await onWebhook(stage, answerEvent(stage))(sent)).toEqual({ statusCode: 204 });
});
