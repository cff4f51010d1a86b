import { DialUnderTest, toCustomer } from './dial-under-test.ts';
import {
  customer,
  type NetworkUnderTest,
  operator,
  otherOwnNumber,
  ownNumber,
} from './network-under-test.ts';

let dial: DialUnderTest;
let net: NetworkUnderTest;
beforeEach(async () => {
  dial = await new DialUnderTest().start();
  net = dial.net;
});
afterEach(() => net.stop());

const connect = (twiml: string, seconds: number) => dial.connect(twiml, seconds);
const legs = () => dial.legs();
const done = () => dial.done();

describe('the caller ID', () => {
  const shown = async (attributes: string) => {
    await connect(`<Dial action="/done" ${attributes}>${toCustomer}</Dial>`, 5);
    return (await legs()).children.map(({ from }) => from);
  };

  test("is the caller's own unless given", async () => {
    expect(await shown('')).toEqual([ownNumber]);
  });

  test('may be another number of the account', async () => {
    expect(await shown(`callerId="${otherOwnNumber}"`)).toEqual([otherOwnNumber]);
  });

  test('may be a party of the call', async () => {
    expect(await shown(`callerId="${operator}"`)).toEqual([operator]);
  });

  test('may not be a stranger (13214)', async () => {
    expect(await shown('callerId="+12025550199"')).toEqual([]);
    expect(await net.debuggerCodes()).toEqual([13214]);
    expect(done()).toMatchObject([{ DialCallStatus: 'failed', DialBridged: 'false' }]);
  });
});

test.each([
  ['no E.164 number', 13223, '<Number>12</Number>'],
  ['a SIP address without a domain', 13243, '<Sip>anna</Sip>'],
])('%s is not dialled (%i)', async (_, code, noun) => {
  await connect(`<Dial action="/done">${noun}</Dial>`, 5);
  expect(await net.debuggerCodes()).toEqual([code]);
  expect(done()).toMatchObject([{ DialCallStatus: 'failed' }]);
});

test('geo permissions forbid the callee too (13227)', async () => {
  await net.request('PUT', '/phones/settings', { blockedPrefixes: ['+4477009'] });
  await net.request('PUT', '/phones/settings', { blockedPrefixes: ['+33'] });
  await connect('<Dial action="/done">+33199000001</Dial>', 5);
  expect(await net.debuggerCodes()).toEqual([13227]);
});

test('dials clients, identities and SIP phones', async () => {
  await connect(
    '<Dial><Client>anna</Client></Dial><Dial><Client><Identity>boris</Identity><Parameter name="a" value="b"/></Client></Dial><Dial action="/done"><Sip>sip:anna@example.com</Sip></Dial>',
    90,
  );
  expect((await legs()).children.map(({ to }) => to)).toEqual([
    'client:anna',
    'client:boris',
    'sip:anna@example.com',
  ]);
  expect(done()).toMatchObject([{ DialSipResponseCode: '200' }]);
});

test('a SIP phone is the same with headers and transport behind its address', async () => {
  net.phone('sip:102@office.sip.twilio.com', { answer: 'busy' });
  await connect(
    '<Dial action="/done"><Sip>sip:102@office.sip.twilio.com;transport=tls?x-row=4</Sip></Dial>',
    5,
  );
  expect(done()).toMatchObject([{ DialCallStatus: 'busy', DialSipResponseCode: '486' }]);
});

describe('several callees', () => {
  const other = '+447700900003';

  test('ring at once, the first answer wins, the rest are canceled', async () => {
    net.phone(customer, { afterSeconds: 5 });
    net.phone(other, { afterSeconds: 3 });
    await connect(`<Dial action="/done">${toCustomer}<Number>${other}</Number></Dial>`, 60);
    const { children } = await legs();
    expect(children.map(({ to, rang, status }) => [to, rang?.slice(17, 19), status])).toEqual([
      [customer, '01', 'canceled'],
      [other, '01', 'completed'],
    ]);
    expect(done()).toMatchObject([{ DialCallSid: children[1]?.sid, DialBridged: 'true' }]);
  });

  test('the outcome is that of the one that ended last', async () => {
    net.phone(customer, { answer: 'busy' });
    net.phone(other, { answer: 'no-answer' });
    await connect(
      `<Dial action="/done" timeout="10">${toCustomer}<Number>${other}</Number></Dial>`,
      60,
    );
    expect(done()).toMatchObject([{ DialCallStatus: 'no-answer' }]);
  });

  test('ring one after another where the Dial is sequential', async () => {
    net.phone(customer, { answer: 'busy' });
    await connect(
      `<Dial action="/done" sequential="true">${toCustomer}<Number>${other}</Number></Dial>`,
      60,
    );
    expect((await legs()).children.map(({ to, status }) => [to, status])).toEqual([
      [customer, 'busy'],
      [other, 'completed'],
    ]);
  });
});
