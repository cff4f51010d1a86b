import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { KnownAccount, type TwilioAccount } from '../../lambdas/adapters/twilio/known-account.ts';
import { TwilioWebhooks } from '../../lambdas/adapters/twilio/twilio-webhooks.ts';
import type { WebhookRequest } from '../../lambdas/ports/calls/voice-webhooks.ts';

const start = Date.parse('2026-11-23T10:00:00.000Z');
const person =
  'CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212';

function edge(
  publicBaseUrl = 'https://mycompany.com',
  authTokens: TwilioAccount['authTokens'] = ['12345'],
) {
  const account = new KnownAccount(async () => ({ sid: 'AC1', authTokens }), { now: () => start });
  return new TwilioWebhooks({ account, publicBaseUrl });
}

function request(signature: string | undefined, given: Partial<WebhookRequest> = {}) {
  return {
    method: 'POST',
    path: '/myapp.php',
    rawQuery: 'foo=1&bar=2',
    signature,
    body: person,
    ...given,
  };
}

/** From the tests of Twilio's SDKs. */
describe("accepts what Twilio's own examples sign", () => {
  test.each([
    ['a query', 'https://mycompany.com', request('RSOYDt4T1cUTdK1PDd93/VVr8B8=')],
    [
      'port 443 that we leave out',
      'https://mycompany.com',
      request('kvajT1Ptam85bY51eRf/AJRuM3w='),
    ],
    ['port 80 that we leave out', 'http://mycompany.com', request('0ZXoZLH/DfblKGATFgpif+LLRf4=')],
    ['a port of ours', 'http://mycompany.com:1234', request('Zmvh+3yNM1Phv2jhDCwEM3q5ebU=')],
    [
      'a repeated field',
      'https://mycompany.com',
      request('IK+Dwps556ElfBT0I3Rgjkr1wJU=', {
        body: 'Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234',
      }),
    ],
    ['no fields', 'https://mycompany.com', request('zYQTYrRWXE7LtzbG4PfP7/bkkGo=', { body: '' })],
    [
      'no query',
      'https://mycompany.com',
      request('1xaxFBvyzXYvWplzNOSs28HWO94=', { rawQuery: '' }),
    ],
    [
      'no port where we name one',
      'https://mycompany.com:1234',
      request('RSOYDt4T1cUTdK1PDd93/VVr8B8='),
    ],
  ])('%s', async (_, base, signed) => {
    expect(await edge(base).verify(signed)).toBeDefined();
  });
});

describe('refuses whatever Twilio did not sign', () => {
  const right = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';
  test.each([
    ['no signature', request(undefined)],
    ['an empty signature', request('')],
    ['a wrong signature', request('AAAADt4T1cUTdK1PDd93/VVr8B8=')],
    ['a signature of another length', request('RSOY')],
    ['a signature that is no base64', request('👾'.repeat(7))],
    ['another method', request(right, { method: 'GET' })],
    ['another path', request(right, { path: '/voice/ready' })],
    ['a path with a stage before it', request(right, { path: '/prod/myapp.php' })],
    ['a query in another order', request(right, { rawQuery: 'bar=2&foo=1' })],
    ['a longer query', request(right, { rawQuery: 'foo=1&bar=2&attempt=demo.1.a' })],
    ['a changed field', request(right, { body: person.replace('Digits=1234', 'Digits=1235') })],
    ['a further field', request(right, { body: `${person}&Admin=1` })],
    ['a further __proto__', request(right, { body: `${person}&__proto__=1` })],
    ['a body that is no form', request(right, { body: '\u0000%ZZ%\uFFFD{"a":[' })],
    ['a body in JSON', request('a9nBmqA0ju/hNViExpshrM61xv4=', { body: '{"property": "value"}' })],
    ['a path that is no path', request(right, { path: 'x:y@[::' })],
  ])('%s', async (_, forged) => {
    expect(await edge().verify(forged)).toBeUndefined();
  });

  test('a request for another scheme', async () => {
    expect(await edge('http://mycompany.com').verify(request(right))).toBeUndefined();
  });

  test('a public address that is none', async () => {
    expect(await edge('mycompany.com').verify(request(right))).toBeUndefined();
  });

  test('a request signed with the token of somebody else', async () => {
    expect(await edge('https://mycompany.com', ['54321']).verify(request(right))).toBeUndefined();
  });
});

test('accepts the next token while tokens are exchanged', async () => {
  const rotating = edge('https://mycompany.com', ['old', '12345']);
  expect(await rotating.verify(request('RSOYDt4T1cUTdK1PDd93/VVr8B8='))).toBeDefined();
});

test('accepts a token that was changed while it runs', async () => {
  const clock = { at: start, now: () => clock.at };
  let token = 'old';
  const account = new KnownAccount(async () => ({ sid: 'AC1', authTokens: [token] }), clock);
  const running = new TwilioWebhooks({ account, publicBaseUrl: 'https://mycompany.com' });
  const signed = request('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  expect(await running.verify(signed)).toBeUndefined();
  token = '12345';
  clock.at = start + 60_000;
  expect(await running.verify(signed)).toBeDefined();
});

test('reads the fields as they were signed: letters of any alphabet, blanks, empty values', async () => {
  const fields = { CallSid: 'CA1', CallerName: 'Иван  Петров ', Digits: '', To: '+442079460000' };
  const body = new URLSearchParams(fields).toString();
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  const signature = getExpectedTwilioSignature('12345', url, fields);
  const read = await edge().verify(request(signature, { body }));
  expect(Object.fromEntries(read ?? [])).toEqual(fields);
});

test('fails, rather than refuses, while its tokens cannot be read', async () => {
  const read = () => Promise.reject(new Error('Parameter Store is down'));
  const account = new KnownAccount(read, { now: () => start });
  const blind = new TwilioWebhooks({ account, publicBaseUrl: 'https://mycompany.com' });
  await expect(blind.verify(request('RSOYDt4T1cUTdK1PDd93/VVr8B8='))).rejects.toThrow('is down');
});

test('is accepted for an address that Twilio was told before, and for no other', async () => {
  const read = async () => ({ sid: 'AC1', authTokens: ['12345'] as [string] });
  const account = new KnownAccount(read, { now: () => start });
  const publicBaseUrl = 'https://calls.example.com';
  const signed = request('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  const both = new TwilioWebhooks({
    account,
    publicBaseUrl,
    moreBaseUrls: ['https://mycompany.com'],
  });
  expect(await both.verify(signed)).toBeDefined();
  expect(await new TwilioWebhooks({ account, publicBaseUrl }).verify(signed)).toBeUndefined();
});
