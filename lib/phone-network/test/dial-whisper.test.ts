import { DialUnderTest, status, toCustomer } from './dial-under-test.ts';
import { customer, type NetworkUnderTest, operator } from './network-under-test.ts';

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

describe('a whisper', () => {
  const whispered = `<Dial action="/done"><Number url="/whisper" ${status}>${customer}</Number></Dial>`;

  test('is heard by the callee before both are connected', async () => {
    await connect(whispered, 60);
    const { parent, child } = await legs();
    expect(child.said).toEqual(['A call for you']);
    expect(parent.said).toEqual(['Thank you']);
    expect(net.webhooks.parametersAt('/whisper')).toMatchObject([
      {
        CallSid: child.sid,
        ParentCallSid: parent.sid,
        CallStatus: 'in-progress',
        Direction: 'outbound-dial',
      },
    ]);
    expect(done()).toMatchObject([{ DialBridged: 'true' }]);
  });

  test('that hangs up refuses the call: answered, but never connected', async () => {
    await connect(whispered, 0.5);
    net.webhooks.on('/whisper', '<Say>Not now</Say><Hangup/>');
    await net.pass(60);
    expect(done()).toMatchObject([{ DialCallStatus: 'completed', DialBridged: 'false' }]);
  });

  test.each([
    ['connects who presses the key', { answer: 'human', presses: '1' }, 'true'],
    ['does not connect who presses nothing', { answer: 'human' }, 'false'],
    ['does not connect a voicemail', { answer: 'voicemail', presses: '1' }, 'false'],
  ])('with a Gather %s', async (_, behaviour, bridged) => {
    net.phone(customer, { hangUpAfterSeconds: 40, ...behaviour });
    await connect(whispered, 0.5);
    net.webhooks.on(
      '/whisper',
      '<Gather numDigits="1" action="/accept"><Say>Press one</Say></Gather><Hangup/>',
    );
    await net.pass(60);
    expect(done()).toMatchObject([{ DialCallStatus: 'completed', DialBridged: bridged }]);
  });

  test('may not dial (13201)', async () => {
    await connect(whispered, 0.5);
    net.webhooks.on('/whisper', '<Dial>+447700900009</Dial>');
    await net.pass(60);
    expect(await net.debuggerCodes()).toEqual([13201]);
    expect(done()).toMatchObject([{ DialBridged: 'false' }]);
  });

  test('skips what may not be in it', async () => {
    await connect(whispered, 0.5);
    net.webhooks.on('/whisper', '<Redirect>/elsewhere</Redirect><Say>Hello</Say>');
    await net.pass(60);
    expect((await legs()).child.said).toEqual(['Hello']);
    expect(done()).toMatchObject([{ DialBridged: 'true' }]);
  });

  test('the first who accepts is connected, whoever answered first', async () => {
    const other = '+447700900003';
    net.phone(customer, { answer: 'human', presses: '' });
    net.phone(other, { afterSeconds: 3, presses: '1' });
    await connect(
      `<Dial action="/done"><Number url="/whisper">${customer}</Number><Number url="/whisper">${other}</Number></Dial>`,
      0.5,
    );
    net.webhooks.on('/whisper', '<Gather numDigits="1" timeout="10" action="/accept"/><Hangup/>');
    await net.pass(60);
    const { children } = await legs();
    expect(children.map(({ status }) => status)).toEqual(['completed', 'completed']);
    expect(done()).toMatchObject([{ DialCallSid: children[1]?.sid, DialBridged: 'true' }]);
  });

  test('ends with the caller', async () => {
    net.phone(operator, { hangUpAfterSeconds: 4 });
    await connect(whispered, 0.5);
    net.webhooks.on('/whisper', '<Gather timeout="30"/><Hangup/>');
    await net.pass(60);
    const { parent, child } = await legs();
    expect(child).toMatchObject({ status: 'completed', ended: parent.ended });
    expect(done()).toMatchObject([{ DialCallStatus: 'completed', DialBridged: 'false' }]);
  });
});

describe('taken elsewhere through REST', () => {
  test('the caller leaves the callee, which ends', async () => {
    net.phone(customer, { hangUpAfterSeconds: null });
    const sid = await connect(`<Dial action="/done">${toCustomer}</Dial>`, 10);
    await net.twilio.calls(sid).update({ twiml: '<Response><Say>Elsewhere</Say></Response>' });
    await net.pass(5);
    const { parent, child } = await legs();
    expect([parent.said, child.status]).toEqual([['Elsewhere'], 'completed']);
    expect(done()).toEqual([]);
  });

  test('the caller leaves a callee that rings: it is called no more', async () => {
    net.phone(customer, { answer: 'no-answer' });
    const sid = await connect(`<Dial action="/done">${toCustomer}</Dial>`, 10);
    await net.twilio.calls(sid).update({ url: net.webhooks.url('/elsewhere') });
    await net.pass(5);
    expect((await legs()).child.status).toBe('canceled');
    expect(net.webhooks.parametersAt('/elsewhere')).toMatchObject([{ CallSid: sid }]);
    expect(done()).toEqual([]);
  });

  test('the caller leaves a callee who still hears its whisper, which ends', async () => {
    net.phone(customer, { hangUpAfterSeconds: null });
    const whispered = `<Dial action="/done"><Number url="/whisper">${customer}</Number></Dial>`;
    const sid = await connect(whispered, 0.5);
    net.webhooks.on('/whisper', '<Gather timeout="60"/>');
    await net.pass(5);
    await net.twilio.calls(sid).update({ twiml: '<Response><Say>Elsewhere</Say></Response>' });
    await net.pass(5);
    const { parent, child } = await legs();
    expect([parent.said, child.status]).toEqual([['Elsewhere'], 'completed']);
  });

  test('the callee leaves the caller, who goes on at the action without a duration', async () => {
    net.phone(customer, { hangUpAfterSeconds: null });
    await connect(`<Dial action="/done">${toCustomer}</Dial>`, 10);
    const { child } = await legs();
    await net.twilio.calls(child.sid).update({ twiml: '<Response><Pause length="9"/></Response>' });
    await net.pass(5);
    expect(done()).toMatchObject([{ DialCallStatus: 'completed', DialBridged: 'true' }]);
    expect(done()[0]).not.toHaveProperty('DialCallDuration');
    expect((await legs()).child.status).toBe('in-progress');
    await net.pass(5);
    expect((await legs()).child.status).toBe('completed');
  });

  test('an ended callee lets the caller go on', async () => {
    net.phone(customer, { hangUpAfterSeconds: null });
    await connect(`<Dial action="/done">${toCustomer}</Dial>`, 10);
    await net.twilio.calls((await legs()).child.sid).update({ status: 'completed' });
    await net.pass(1);
    expect(done()).toMatchObject([{ DialCallStatus: 'completed', DialCallDuration: '8' }]);
  });
});
