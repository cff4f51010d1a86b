import {
  customer,
  NetworkUnderTest,
  operator,
  otherOwnNumber,
  ownNumber,
  twimlAppSid,
} from './network-under-test.ts';

const domain = 'office.sip.twilio.com';
const anna = 'client:anna';
const desk = `sip:102@${domain}`;

let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest().start();
  const statusCallback = net.webhooks.url('/status');
  net.network.configureNumber(ownNumber, { voiceUrl: net.webhooks.url('/inbound') });
  net.network.configureApp({ voiceUrl: net.webhooks.url('/browser'), statusCallback });
  net.network.configureSipDomain(domain, {
    voiceUrl: net.webhooks.url('/desk-phone'),
    statusCallback,
  });
});
afterEach(() => net.stop());

const dial = async (order: Record<string, unknown>, seconds = 5) => {
  const answer = await net.request('POST', '/phones/dial', order);
  await net.pass(seconds);
  return (await answer.json()) as { sid: string; error?: string };
};

describe('a browser phone', () => {
  test('asks the TwiML App, whatever it dials', async () => {
    const { sid } = await dial({ from: anna, to: ownNumber });
    expect(net.webhooks.at('/inbound')).toEqual([]);
    expect(net.webhooks.at('/browser')).toMatchObject([
      {
        isSignatureValid: true,
        parameters: {
          CallSid: sid,
          From: anna,
          To: ownNumber,
          Direction: 'inbound',
          CallStatus: 'ringing',
          ApplicationSid: twimlAppSid,
        },
      },
    ]);
  });

  test('may dial nothing', async () => {
    await dial({ from: anna, to: '' });
    expect(net.webhooks.parametersAt('/browser')).toMatchObject([{ From: anna, To: '' }]);
  });

  test('tells the app its own fields, which replace none of the network’s', async () => {
    const params = { row: '4', From: 'client:boss', CallSid: 'CA1', ApplicationSid: 'AP1' };
    const { sid } = await dial({ from: anna, to: customer, params });
    expect(net.webhooks.parametersAt('/browser')).toMatchObject([
      { row: '4', From: anna, CallSid: sid, ApplicationSid: twimlAppSid },
    ]);
  });

  test('tells them once: later requests of the call carry the usual fields', async () => {
    net.webhooks.on('/browser', '<Redirect>/later</Redirect>');
    await dial({ from: anna, to: customer, params: { row: '4' } });
    const [later] = net.webhooks.parametersAt('/later');
    expect(later).toMatchObject({ ApplicationSid: twimlAppSid });
    expect(later).not.toHaveProperty('row');
  });

  test('is reported when its call ends', async () => {
    await dial({ from: anna, to: customer });
    expect(net.webhooks.parametersAt('/status')).toMatchObject([
      { CallStatus: 'completed', From: anna, To: customer, ApplicationSid: twimlAppSid },
    ]);
  });

  test('shows itself to other browser and SIP phones without being told', async () => {
    net.webhooks.on('/browser', `<Dial><Client>boris</Client></Dial>`);
    await dial({ from: anna, to: 'boris' });
    expect((await net.calls()).at(-1)).toMatchObject({ from: anna, to: 'client:boris' });
  });

  test.each([
    ['without a caller ID', ''],
    ['with what it dialled as caller ID', `callerId="${customer}"`],
  ])('reaches no phone %s (13214)', async (_, attributes) => {
    net.webhooks.on('/browser', `<Dial action="/done" ${attributes}>${operator}</Dial>`);
    await dial({ from: anna, to: customer });
    expect(await net.debuggerCodes()).toEqual([13214]);
    expect(net.webhooks.parametersAt('/done')).toMatchObject([{ DialCallStatus: 'failed' }]);
  });

  test('reaches phones with a number of the account', async () => {
    net.webhooks.on('/browser', `<Dial callerId="${otherOwnNumber}">${operator}</Dial>`);
    const { sid } = await dial({ from: anna, to: operator });
    expect(await net.calls()).toMatchObject([
      { sid, parent: null, from: anna, to: operator, status: 'in-progress' },
      { parent: sid, from: otherOwnNumber, to: operator, status: 'in-progress' },
    ]);
  });
});

describe('a desk phone', () => {
  test('asks its SIP domain, with SIP addresses on both sides', async () => {
    await dial({ from: desk, to: customer });
    expect(net.webhooks.parametersAt('/desk-phone')).toMatchObject([
      {
        From: desk,
        To: `sip:${customer}@${domain}`,
        Direction: 'inbound',
        CallStatus: 'ringing',
        SipDomain: domain,
        SipDomainSid: expect.stringMatching(/^SD[\da-f]{32}$/),
        SipCallId: expect.any(String),
      },
    ]);
    expect(net.webhooks.parametersAt('/status')).toMatchObject([{ CallStatus: 'completed' }]);
  });

  test('may dial a whole SIP address', async () => {
    await dial({ from: desk, to: `sip:101@${domain}` });
    expect(net.webhooks.parametersAt('/desk-phone')).toMatchObject([{ To: `sip:101@${domain}` }]);
  });

  test('reaches phones with a number of the account only (13214)', async () => {
    net.webhooks.on('/desk-phone', `<Dial>${customer}</Dial>`);
    await dial({ from: desk, to: customer });
    net.webhooks.on('/desk-phone', `<Dial callerId="${ownNumber}">${customer}</Dial>`);
    await dial({ from: desk, to: customer });
    expect(await net.debuggerCodes()).toEqual([13214]);
    expect((await net.calls()).at(-1)).toMatchObject({ from: ownNumber, to: customer });
  });

  test.each([
    ['of a domain that is not the account’s', { from: 'sip:102@example.com', to: customer }],
    ['that dials nothing', { from: desk, to: '' }],
  ])('%s gets nowhere', async (_, order) => {
    expect(await dial(order)).toEqual({ error: expect.any(String) });
    expect(await net.calls()).toEqual([]);
  });
});

test('an app without a voice URL takes no calls', async () => {
  const other = await new NetworkUnderTest().start();
  const response = await other.request('POST', '/phones/dial', { from: anna, to: customer });
  expect(response.status).toBe(409);
  await other.stop();
});

test('REST shows the legs as calls that came in, with no number of the account', async () => {
  net.webhooks.on('/browser', `<Dial callerId="${ownNumber}">${operator}</Dial>`);
  const { sid } = await dial({ from: anna, to: customer });
  expect(await net.twilio.calls(sid).fetch()).toMatchObject({
    direction: 'inbound',
    from: anna,
    to: customer,
    status: 'in-progress',
    parentCallSid: null,
    phoneNumberSid: null,
  });
  expect(await net.twilio.calls.list({ parentCallSid: sid })).toMatchObject([
    { direction: 'outbound-dial', from: ownNumber, to: operator },
  ]);
  expect(await net.twilio.calls.list({ from: anna })).toMatchObject([{ sid }]);
});

describe('keys of a phone that calls in', () => {
  const pressed = () => net.webhooks.parametersAt('/keys').map(({ Digits }) => Digits);
  const ask = '<Gather action="/keys"><Say>Your number, please</Say></Gather>';
  beforeEach(() => {
    net.webhooks.on('/inbound', ask);
    net.webhooks.on('/keys', ask);
  });

  test('are those that it was told to press', async () => {
    net.phone(customer, { presses: '12#', hangUpAfterSeconds: 1 });
    await dial({ from: customer, to: ownNumber });
    expect(pressed()[0]).toBe('12');
  });

  test('are one entry for each Gather in turn, and none when the entries are used up', async () => {
    await dial({ from: customer, to: ownNumber, presses: ['1234#', '02079460017#'] }, 20);
    expect(pressed()).toEqual(['1234', '02079460017']);
  });

  test('given for the call, they stand in place of what the phone presses otherwise', async () => {
    net.phone(customer, { answer: 'manual', presses: '9#' });
    await dial({ from: customer, to: ownNumber, presses: ['1#', '', '2#'] }, 20);
    expect(pressed()).toEqual(['1']);
  });

  test.each([[['12a']], ['12'], [Array(51).fill('1')]])('%j are refused', async (presses) => {
    expect(await dial({ from: customer, to: ownNumber, presses })).toEqual({
      error: expect.stringMatching(/^presses/),
    });
  });
});
