import type { Call } from '../src/voice-sdk/voice-sdk.ts';
import { DevicesUnderTest, next } from './devices-under-test.ts';
import { customer, type NetworkUnderTest, ownNumber } from './network-under-test.ts';

let desk: DevicesUnderTest;
let net: NetworkUnderTest;
beforeEach(async () => {
  desk = await new DevicesUnderTest().start();
  net = desk.net;
});
afterEach(() => desk.stop());

describe('a registered browser phone', () => {
  test('rings with the call’s SID and parties, and nothing happens by itself', async () => {
    net.phone('client:anna', { presses: '1' });
    const device = await desk.registered();
    const call = await desk.ring(device);
    expect(call.direction).toBe('INCOMING');
    expect(call.parameters).toMatchObject({ From: ownNumber, To: 'client:anna' });
    await net.pass(50);
    expect(await desk.statusOf(call.sid)).toBe('ringing');
    await net.pass(10);
    expect(await desk.statusOf(call.sid)).toBe('no-answer');
  });

  test('answers by hand, and stays until somebody hangs up', async () => {
    net.webhooks.on('/voice', '<Pause length="300"/>');
    const device = await desk.registered();
    const call = await desk.ring(device);
    const accepted = next<Call>(call, 'accept');
    call.accept();
    expect(call.status()).toBe('connecting');
    expect(await accepted).toBe(call);
    expect([call.status(), device.isBusy]).toEqual(['open', true]);
    await net.pass(200);
    expect(await desk.statusOf(call.sid)).toBe('in-progress');
    call.disconnect();
    await net.webhooks.untilReceived('/status', 1);
    expect(net.webhooks.parametersAt('/status')).toMatchObject([{ CallStatus: 'completed' }]);
    expect([call.status(), device.isBusy]).toEqual(['closed', false]);
  });

  test('hears when the other side hangs up', async () => {
    net.webhooks.on('/voice', '<Hangup/>');
    const call = await desk.ring(await desk.registered());
    const disconnected = next<Call>(call, 'disconnect');
    call.accept();
    expect(await disconnected).toBe(call);
    expect(call.status()).toBe('closed');
  });

  test('hears when the caller gives up', async () => {
    const call = await desk.ring(await desk.registered());
    const canceled = next(call, 'cancel');
    await net.twilio.calls(call.sid).update({ status: 'canceled' });
    await canceled;
    expect(call.status()).toBe('closed');
  });

  test('may decline: the caller hears that it is busy', async () => {
    const call = await desk.ring(await desk.registered());
    const rejected = next(call, 'reject');
    call.reject();
    await rejected;
    await net.webhooks.untilReceived('/status', 1);
    expect(net.webhooks.parametersAt('/status')).toMatchObject([{ CallStatus: 'busy' }]);
  });

  test('ignores a call while it is in another, which rings on', async () => {
    net.webhooks.on('/voice', '<Pause length="300"/>');
    const device = await desk.registered();
    const call = await desk.ring(device);
    const accepted = next(call, 'accept');
    call.accept();
    await accepted;
    const heard: Call[] = [];
    device.on('incoming', (second: Call) => heard.push(second));
    const sid = await desk.call();
    // What the network told before its answer has been heard by then.
    await device.unregister();
    expect(heard).toEqual([]);
    expect(await desk.statusOf(sid)).toBe('ringing');
  });

  test('takes a second call where it is told to, and leaves the first', async () => {
    net.webhooks.on('/voice', '<Pause length="300"/>');
    const device = await desk.registered({}, { allowIncomingWhileBusy: true });
    const first = await desk.ring(device);
    const accepted = next(first, 'accept');
    first.accept();
    await accepted;
    const second = await desk.ring(device);
    const left = next(first, 'disconnect');
    second.accept();
    await left;
    await next(second, 'accept');
    await net.webhooks.untilReceived('/status', 1);
    expect(await desk.statusOf(first.sid)).toBe('completed');
  });

  test('may be picked up at the page of phones, too', async () => {
    net.webhooks.on('/voice', '<Pause length="300"/>');
    const call = await desk.ring(await desk.registered());
    const canceled = next(call, 'cancel');
    net.network.hand.answer(call.sid);
    await canceled;
    expect(await desk.statusOf(call.sid)).toBe('in-progress');
  });

  test('gets the parameters that a Dial has for it, and its whisper', async () => {
    net.webhooks.on(
      '/inbound',
      `<Dial><Client url="/whisper"><Identity>anna</Identity>
      <Parameter name="attempt" value="a1"/><Parameter name="name" value="Иван &amp; Co"/></Client></Dial>`,
    );
    net.webhooks.on('/whisper', '<Say>A call for you</Say>');
    net.network.configureNumber(ownNumber, { voiceUrl: net.webhooks.url('/inbound') });
    const device = await desk.registered();
    const incoming = next<Call>(device, 'incoming');
    await net.request('POST', '/phones/dial', { from: customer, to: ownNumber });
    const call = await incoming;
    expect(call.parameters.From).toBe(customer);
    expect([...call.customParameters]).toEqual([
      ['attempt', 'a1'],
      ['name', 'Иван & Co'],
    ]);
    const accepted = next(call, 'accept');
    call.accept();
    await accepted;
    await net.pass(5);
    expect((await net.calls()).at(-1)).toMatchObject({
      to: 'client:anna',
      status: 'in-progress',
      said: ['A call for you'],
    });
  });
});

describe('several devices of one identity', () => {
  test('all ring; the first answer wins, the others are canceled', async () => {
    net.webhooks.on('/voice', '<Pause length="300"/>');
    const [one, other] = [await desk.registered(), await desk.registered()];
    const ringing = Promise.all([next<Call>(one, 'incoming'), next<Call>(other, 'incoming')]);
    await desk.call();
    const [first, second] = await ringing;
    const heard = Promise.all([next(first, 'accept'), next(second, 'cancel')]);
    first.accept();
    await heard;
    expect([first.status(), second.status()]).toEqual(['open', 'closed']);
    expect(net.webhooks.parametersAt('/status')).toEqual([]);
  });

  test('one that ignores a call leaves it to the others', async () => {
    const [one, other] = [await desk.registered(), await desk.registered()];
    const ringing = Promise.all([next<Call>(one, 'incoming'), next<Call>(other, 'incoming')]);
    await desk.call();
    const [first, second] = await ringing;
    first.ignore();
    const accepted = next(second, 'accept');
    second.accept();
    await accepted;
    expect(first.status()).toBe('closed');
  });

  test('other identities do not ring', async () => {
    const device = await desk.registered();
    const boris = await desk.registered({ identity: 'boris' });
    const heard: Call[] = [];
    boris.on('incoming', (call: Call) => heard.push(call));
    await desk.ring(device);
    await boris.unregister();
    expect(heard).toEqual([]);
  });
});

describe('a phone that nobody holds any more', () => {
  const answered = async () => {
    net.phone('client:anna', { afterSeconds: 2, hangUpAfterSeconds: null });
    const sid = await desk.call();
    await net.pass(1.9);
    expect(await desk.statusOf(sid)).toBe('ringing');
    await net.pass(0.1);
    return desk.statusOf(sid);
  };
  beforeEach(() => net.webhooks.on('/voice', '<Pause length="300"/>'));

  test('behaves as before once the device is unregistered', async () => {
    const device = await desk.registered();
    await device.unregister();
    expect(device.state).toBe('unregistered');
    expect(await answered()).toBe('in-progress');
  });

  test('rings no device that was unregistered, though its page is open', async () => {
    const device = await desk.registered();
    await device.unregister();
    const heard: Call[] = [];
    device.on('incoming', (call: Call) => heard.push(call));
    const other = await desk.registered();
    await desk.ring(other);
    await device.register();
    expect(heard).toEqual([]);
  });

  test('behaves as before once the page is closed', async () => {
    const device = await desk.registered();
    await desk.untilHeld(true);
    device.destroy();
    expect(device.state).toBe('destroyed');
    await desk.untilHeld(false);
    expect(await answered()).toBe('in-progress');
  });

  test('is in a hand as long as one device is left', async () => {
    const device = await desk.registered();
    await desk.registered();
    await device.unregister();
    const sid = await desk.call();
    await net.pass(30);
    expect(await desk.statusOf(sid)).toBe('ringing');
  });
});

describe('a call of a browser phone', () => {
  test('asks the app that its token names, with what the page tells', async () => {
    net.webhooks.on('/browser', '<Say>Hello</Say><Pause length="60"/>');
    const device = await desk.device();
    const call = await device.connect({ params: { To: customer, row: '4' } });
    expect([call.direction, call.status()]).toEqual(['OUTGOING', 'connecting']);
    await next(call, 'accept');
    expect(net.webhooks.parametersAt('/browser')).toMatchObject([
      { From: 'client:anna', To: customer, row: '4', CallSid: call.parameters.CallSid },
    ]);
    expect([call.status(), device.isBusy]).toEqual(['open', true]);
    expect([...call.customParameters]).toEqual([
      ['To', customer],
      ['row', '4'],
    ]);
  });

  test('rings until the callee of a Dial with answerOnBridge answers', async () => {
    net.phone(customer, { afterSeconds: 4 });
    net.webhooks.on(
      '/browser',
      `<Dial answerOnBridge="true" callerId="${ownNumber}">${customer}</Dial>`,
    );
    const call = await (await desk.device()).connect({ params: { To: customer } });
    await next(call, 'ringing');
    await net.pass(3);
    expect(call.status()).toBe('ringing');
    const accepted = next(call, 'accept');
    await net.pass(1);
    await accepted;
  });

  test('presses keys, and is muted here alone', async () => {
    net.webhooks.on('/browser', '<Gather numDigits="3" action="/keys"/>');
    const call = await (await desk.device()).connect();
    await next(call, 'accept');
    const muted = next(call, 'mute');
    call.mute();
    expect([await muted, call.isMuted()]).toEqual([true, true]);
    call.sendDigits('1w2#3');
    const disconnected = next(call, 'disconnect');
    while (net.webhooks.at('/keys').length === 0) await net.pass(1);
    await disconnected;
    expect(net.webhooks.parametersAt('/keys')).toMatchObject([{ Digits: '12' }]);
    expect(() => call.sendDigits('a')).toThrow('Illegal character');
  });

  test('drops the callee with a star where the Dial allows it, and goes on', async () => {
    net.phone(customer, { hangUpAfterSeconds: null });
    net.webhooks.on(
      '/browser',
      `<Dial action="/done" hangupOnStar="true" callerId="${ownNumber}">${customer}</Dial>`,
    );
    net.webhooks.on('/done', '<Pause length="60"/>');
    const call = await (await desk.device()).connect({ params: { To: customer } });
    await next(call, 'accept');
    await net.pass(5);
    call.sendDigits('*');
    while (net.webhooks.at('/done').length === 0) await net.pass(1);
    expect(net.webhooks.parametersAt('/done')).toMatchObject([
      { DialCallStatus: 'completed', DialBridged: 'true', CallStatus: 'in-progress' },
    ]);
    expect(call.status()).toBe('open');
  });

  test('ends when the page hangs up, also before it rings', async () => {
    net.webhooks.on('/browser', '<Pause length="60"/>');
    const call = await (await desk.device()).connect();
    call.disconnect();
    expect(call.status()).toBe('closed');
    await net.webhooks.untilReceived('/status', 1);
    expect(await net.calls()).toMatchObject([{ from: 'client:anna', status: 'no-answer' }]);
  });

  test('lasts until somebody hangs up, whatever the phone does otherwise', async () => {
    net.phone('client:anna', { hangUpAfterSeconds: 5 });
    net.webhooks.on('/browser', '<Pause length="60"/><Say>Hello</Say><Pause length="60"/>');
    const call = await (await desk.registered()).connect();
    await next(call, 'ringing');
    await net.pass(90);
    expect(await net.calls()).toMatchObject([{ status: 'in-progress', said: ['Hello'] }]);
  });

  test('is one at a time', async () => {
    net.webhooks.on('/browser', '<Pause length="60"/>');
    const device = await desk.device();
    await device.connect();
    await expect(device.connect()).rejects.toThrow('A Call is already active');
  });

  test.each([
    ['its token allows none', { voice: { incoming: { allow: true } } }],
    ['the app has no voice URL', { voice: { outgoing: { application_sid: 'AP9' } } }],
  ])('fails where %s', async (_, wish) => {
    const call = await (await desk.device(wish)).connect();
    const [error] = await Promise.all([
      next<{ code: number }>(call, 'error'),
      next(call, 'disconnect'),
    ]);
    expect([error.code, call.status()]).toEqual([31005, 'closed']);
  });
});
