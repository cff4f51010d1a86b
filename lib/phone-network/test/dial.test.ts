import { DialUnderTest, toCustomer } from './dial-under-test.ts';
import { customer, type NetworkUnderTest, operator, ownNumber } from './network-under-test.ts';

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
const childStatuses = () => net.webhooks.callbacksAt('/child').map(({ CallStatus }) => CallStatus);

describe('the callee', () => {
  test.each([
    ['hangs up', { hangUpAfterSeconds: 7 }, 'completed', 'true', '7'],
    ['is busy', { answer: 'busy' }, 'busy', 'false', '0'],
    ['does not answer', { answer: 'no-answer' }, 'no-answer', 'false', '0'],
    ['declines', { answer: 'reject' }, 'busy', 'false', '0'],
    ['cannot be reached', { answer: 'unreachable' }, 'failed', 'false', '0'],
    ['does not exist', { answer: 'no-such-number' }, 'failed', 'false', '0'],
  ])(
    '%s: the caller goes on at the action',
    async (_, behaviour, dialStatus, bridged, duration) => {
      net.phone(customer, behaviour);
      const sid = await connect(`<Dial action="/done" timeout="20">${toCustomer}</Dial>`, 60);
      const { parent, child } = await legs();
      expect(child.status).toBe(dialStatus);
      expect(done()).toMatchObject([
        {
          CallSid: sid,
          CallStatus: 'in-progress',
          DialCallStatus: dialStatus,
          DialCallSid: child.sid,
          DialBridged: bridged,
          DialCallDuration: duration,
        },
      ]);
      expect(parent.said).toEqual(['Thank you']);
    },
  );

  test('rings as long as the Dial says, 30 seconds by default', async () => {
    net.phone(customer, { answer: 'no-answer' });
    await connect(`<Dial>${toCustomer}</Dial><Dial timeout="12">${toCustomer}</Dial>`, 90);
    expect(
      (await legs()).children.map(({ rang, ended }) => [rang?.slice(14, 19), ended?.slice(14, 19)]),
    ).toEqual([
      ['00:01', '00:31'],
      ['00:31', '00:43'],
    ]);
  });

  test('reports with its own SID and its parent', async () => {
    const sid = await connect(`<Dial>${toCustomer}</Dial>`, 60);
    const { child } = await legs();
    const base = {
      CallSid: child.sid,
      ParentCallSid: sid,
      Direction: 'outbound-dial',
      To: customer,
      From: ownNumber,
    };
    expect(net.webhooks.callbacksAt('/child')).toMatchObject([
      { ...base, CallStatus: 'initiated', SequenceNumber: '0' },
      { ...base, CallStatus: 'ringing', SequenceNumber: '1' },
      { ...base, CallStatus: 'in-progress', SequenceNumber: '2' },
      { ...base, CallStatus: 'completed', SequenceNumber: '3', CallDuration: '20' },
    ]);
  });

  test('reports only its end unless more was asked for, and nothing without a URL', async () => {
    await connect(
      `<Dial><Number statusCallback="/child">${customer}</Number></Dial><Dial>${customer}</Dial>`,
      90,
    );
    expect(childStatuses()).toEqual(['completed']);
    expect((await legs()).children).toHaveLength(2);
  });
});

describe('the caller', () => {
  test('goes on at the next verb where there is no action', async () => {
    await connect(`<Dial>${toCustomer}</Dial><Say>Next</Say>`, 60);
    expect((await legs()).parent.said).toEqual(['Next']);
  });

  test('never runs the verbs after a Dial with an action', async () => {
    await connect(`<Dial action="/done">${toCustomer}</Dial><Say>Next</Say>`, 60);
    expect((await legs()).parent.said).toEqual(['Thank you']);
  });

  test('hangs up while connected: the callee ends too, and the action is asked in vain', async () => {
    net.phone(operator, { hangUpAfterSeconds: 10 });
    await connect(`<Dial action="/done">${toCustomer}</Dial>`, 60);
    const { parent, child } = await legs();
    expect([parent.status, child.status, child.ended]).toEqual([
      'completed',
      'completed',
      parent.ended,
    ]);
    expect(parent.said).toEqual([]);
    expect(done()).toMatchObject([
      { CallStatus: 'completed', DialCallStatus: 'completed', DialBridged: 'true' },
    ]);
    expect(childStatuses().at(-1)).toBe('completed');
    expect(net.webhooks.parametersAt('/parent')).toMatchObject([{ CallStatus: 'completed' }]);
  });

  test('hangs up while the callee rings: the callee was not reached', async () => {
    net.phone(operator, { hangUpAfterSeconds: 10 });
    net.phone(customer, { answer: 'no-answer' });
    await connect(`<Dial action="/done">${toCustomer}</Dial>`, 60);
    const { parent, child } = await legs();
    expect([parent.status, child.status, child.ended]).toEqual([
      'completed',
      'no-answer',
      parent.ended,
    ]);
    expect(parent.said).toEqual([]);
    expect(done()).toMatchObject([
      {
        CallStatus: 'completed',
        DialCallStatus: 'no-answer',
        DialBridged: 'false',
        DialCallDuration: '0',
      },
    ]);
    expect(childStatuses()).toEqual(['initiated', 'ringing', 'no-answer']);
  });

  test('drops the callee with a star where that is allowed', async () => {
    net.phone(customer, { hangUpAfterSeconds: null });
    const sid = await connect(`<Dial action="/done" hangupOnStar="true">${toCustomer}</Dial>`, 5);
    net.network.hand.press(sid, '*');
    await net.pass(1);
    expect(done()).toMatchObject([{ CallStatus: 'in-progress', DialCallStatus: 'completed' }]);
    expect((await legs()).parent.said).toEqual(['Thank you']);
  });

  test('keeps the callee when a star means nothing', async () => {
    net.phone(customer, { hangUpAfterSeconds: null });
    const sid = await connect(`<Dial action="/done">${toCustomer}</Dial>`, 5);
    net.network.hand.press(sid, '*');
    await net.pass(1);
    expect(done()).toEqual([]);
  });

  test('is separated when the time limit is reached', async () => {
    net.phone(customer, { hangUpAfterSeconds: null });
    await connect(`<Dial action="/done" timeLimit="15">${toCustomer}</Dial>`, 60);
    expect(done()).toMatchObject([{ DialCallStatus: 'completed', DialCallDuration: '15' }]);
  });

  test('ends without more verbs when it runs out of them', async () => {
    await connect(`<Dial>${toCustomer}</Dial>`, 60);
    const { parent, child } = await legs();
    expect([parent.status, parent.ended]).toEqual(['completed', child.ended]);
  });
});

test.each([
  ['a person', { answer: 'human' }, 'human'],
  ['a machine', { answer: 'voicemail' }, 'machine_start'],
])('tells by the way that %s answered', async (_, behaviour, AnsweredBy) => {
  net.phone(customer, behaviour);
  const noun = `<Number machineDetection="Enable" amdStatusCallback="/machine">${customer}</Number>`;
  await connect(`<Dial action="/done" timeout="20">${noun}</Dial>`, 10);
  const { child } = await legs();
  expect(child.status).toBe('in-progress');
  expect(net.webhooks.parametersAt('/machine')).toEqual([
    expect.objectContaining({ CallSid: child.sid, AnsweredBy }),
  ]);
});

test('a Dial for which the account has no room fails without a leg', async () => {
  await net.request('PUT', '/phones/settings', { concurrentCalls: 1 });
  await connect(`<Dial action="/done" timeout="20">${toCustomer}</Dial>`, 5);
  expect(done()).toMatchObject([{ DialCallStatus: 'failed' }]);
  expect(done()[0]).not.toHaveProperty('DialCallSid');
});
