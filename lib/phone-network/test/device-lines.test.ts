import { WebSocket } from 'ws';
import type { Call, Device } from '../src/voice-sdk/voice-sdk.ts';
import { accessToken } from './access-tokens.ts';
import { DevicesUnderTest, next } from './devices-under-test.ts';
import type { NetworkUnderTest } from './network-under-test.ts';

let desk: DevicesUnderTest;
let net: NetworkUnderTest;
beforeEach(async () => {
  desk = await new DevicesUnderTest().start();
  net = desk.net;
  net.webhooks.on('/voice', '<Pause length="7200"/>');
});
afterEach(() => desk.stop());

/** Registers in vain; resolves to the code of the error. */
const refusedWith = async (device: Device) => {
  const error = next<{ code: number }>(device, 'error');
  await expect(device.register()).rejects.toThrow(/\(20\d+\)/);
  expect(device.state).toBe('unregistered');
  return (await error).code;
};
const talking = async (device: Device): Promise<Call> => {
  const call = await desk.ring(device);
  const accepted = next(call, 'accept');
  call.accept();
  await accepted;
  return call;
};

describe('the token', () => {
  test.each([
    ['a forged one', { secret: 'another' }, 20101],
    ['an expired one', { expires: '2026-11-23T09:59:30Z' }, 20104],
    ['one that allows no incoming calls', { voice: {} }, 20151],
    [
      'one whose incoming calls are not literally allowed',
      { voice: { incoming: { allow: false } } },
      20151,
    ],
  ])('%s registers nothing', async (_, wish, code) => {
    expect(await refusedWith(await desk.device(wish))).toBe(code);
    expect(net.network.feed.snapshot().phones).toEqual([]);
  });

  test('a call with a forged one rejects, and reaches nobody', async () => {
    const device = await desk.device({ secret: 'another' });
    const error = next(device, 'error');
    await expect(device.connect()).rejects.toThrow('Invalid access token');
    await error;
    expect(await net.calls()).toEqual([]);
  });

  test('a refused one is refused again', async () => {
    const device = await desk.device({ secret: 'another' });
    await refusedWith(device);
    await refusedWith(device);
  });

  test('a better one registers after a refusal', async () => {
    const device = await desk.device({ secret: 'another' });
    await refusedWith(device);
    device.updateToken(await accessToken());
    await device.register();
    expect([device.state, device.identity]).toEqual(['registered', 'anna']);
  });

  test('that will expire is announced, and can be replaced in time', async () => {
    const device = await desk.device({}, { tokenRefreshMs: 3_600_000 });
    const warning = next<Device>(device, 'tokenWillExpire');
    await device.register();
    expect(await warning).toBe(device);
    device.updateToken(await accessToken({ expires: '2026-11-23T12:00:00Z' }));
    await device.unregister();
    await device.register();
    await net.pass(3600);
    await desk.ring(device);
  });

  test('that was replaced is not warned of again', async () => {
    const device = await desk.device({}, { tokenRefreshMs: 3_600_000 });
    const warning = next<Device>(device, 'tokenWillExpire');
    await device.register();
    await warning;
    let again = 0;
    device.on('tokenWillExpire', () => again++);
    device.updateToken(await accessToken());
    await device.unregister();
    expect(again).toBe(0);
  });

  test('that has expired ends the registration, though the device is not told, but no call', async () => {
    const device = await desk.registered();
    const call = await talking(device);
    const error = next<{ code: number }>(device, 'error');
    await net.pass(3600);
    expect(device.state).toBe('registered');
    expect((await error).code).toBe(20104);
    await desk.untilHeld(false);
    expect([call.status(), await desk.statusOf(call.sid)]).toEqual(['open', 'in-progress']);
  });

  test('of somebody else does not turn a device into theirs', async () => {
    const device = await desk.registered();
    const error = next<{ code: number }>(device, 'error');
    device.updateToken(await accessToken({ identity: 'boris' }));
    expect((await error).code).toBe(20101);
    await desk.untilHeld(false);
  });
});

describe('a line that breaks', () => {
  test('ends the call that was talked on, and comes back registered', async () => {
    const device = await desk.registered();
    const call = await talking(device);
    const heard = Promise.all([
      next(device, 'unregistered'),
      next(call, 'error'),
      next(call, 'disconnect'),
    ]);
    const registered = next(device, 'registered');
    desk.cut();
    await heard;
    await net.webhooks.untilReceived('/status', 1);
    await registered;
    expect(device.state).toBe('registered');
    await desk.ring(device);
  });

  test('leaves a call that only rang here ringing', async () => {
    const device = await desk.registered();
    const call = await desk.ring(device);
    const canceled = next(call, 'cancel');
    desk.cut();
    await canceled;
    expect(await desk.statusOf(call.sid)).toBe('ringing');
  });

  test('for a stop of the network ends no call: the next start does, as failed', async () => {
    const device = await desk.registered();
    const call = await talking(device);
    const disconnected = next(call, 'disconnect');
    desk.detach();
    await disconnected;
    expect(await desk.statusOf(call.sid)).toBe('in-progress');
    expect(net.webhooks.at('/status')).toEqual([]);
  });
});

describe('misuse', () => {
  test('a device registers once', async () => {
    const device = await desk.registered();
    await expect(device.register()).rejects.toThrow('device is in state "registered"');
  });

  test('a device that is not registered cannot be unregistered', async () => {
    await expect((await desk.device()).unregister()).rejects.toThrow('"unregistered"');
  });

  test('a destroyed device does nothing any more', async () => {
    const device = await desk.registered();
    device.destroy();
    await expect(device.connect()).rejects.toThrow('destroyed');
    expect(() => device.updateToken('')).toThrow('destroyed');
  });
});

test.each([
  'nonsense',
  '{"do":"explode"}',
  '{"do":"register","more":1}',
  '{"do":"accept","sid":"CA1"}',
])('the message %s changes nothing', async (text) => {
  const socket = new WebSocket(`${net.baseUrl.replace('http', 'ws')}/phones/device`);
  await next(socket as never, 'open');
  const answer = next<Buffer>(socket as never, 'message');
  socket.send(text);
  socket.send(JSON.stringify({ do: 'identify', token: await accessToken() }));
  expect(JSON.parse(String(await answer))).toMatchObject({ tells: 'identified' });
  socket.terminate();
});

test('other sites may not open the socket', async () => {
  const socket = new WebSocket(`${net.baseUrl.replace('http', 'ws')}/phones/device`, {
    headers: { origin: 'https://evil.example' },
  });
  expect(String(await next(socket as never, 'error'))).toContain('403');
});
