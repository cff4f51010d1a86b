import path from 'node:path';
import type { Call as SdkCall, Device as SdkDevice } from '@twilio/voice-sdk';
import { build } from 'esbuild';
import { Call, Device } from '../src/voice-sdk/voice-sdk.ts';

/** What pages may use of the real classes: everything here, the stand-ins have with the same types. */
type UsedOfDevice = Pick<
  SdkDevice,
  | 'state'
  | 'identity'
  | 'token'
  | 'isBusy'
  | 'audio'
  | 'register'
  | 'unregister'
  | 'disconnectAll'
  | 'destroy'
  | 'updateToken'
  | 'updateOptions'
>;
type UsedOfCall = Pick<
  SdkCall,
  | 'parameters'
  | 'customParameters'
  | 'direction'
  | 'outboundConnectionId'
  | 'status'
  | 'accept'
  | 'reject'
  | 'ignore'
  | 'disconnect'
  | 'mute'
  | 'isMuted'
  | 'sendDigits'
>;
type Events = Record<
  'on' | 'once' | 'off' | 'addListener' | 'removeListener',
  (...given: Parameters<SdkDevice['on']>) => unknown
>;

test('the stand-ins have the types of the real classes', () => {
  type Connected = Awaited<ReturnType<Device['connect']>>;
  const device = new Device('token') satisfies UsedOfDevice & Events;
  const call = (given: Connected) => given satisfies UsedOfCall & Events;
  const connect: (options?: SdkDevice.ConnectOptions) => Promise<Connected> = (options) =>
    device.connect(options);
  const ringing: readonly UsedOfCall[] = device.calls;
  const make: new (token: string, options?: SdkDevice.Options) => UsedOfDevice = Device;
  expect([call, connect, ringing, make]).toHaveLength(4);
});

test('their names of states and events are the real ones', async () => {
  const types = path.join(path.dirname(require.resolve('@twilio/voice-sdk')), 'twilio');
  const [realDevice, realCall] = await Promise.all(
    ['device', 'call'].map((name) => import(path.join(types, `${name}.js`))),
  );
  expect(Device.State).toEqual(realDevice.default.State);
  expect(Device.EventName).toEqual(realDevice.default.EventName);
  expect(Call.State).toEqual(realCall.default.State);
  expect(Call.CallDirection).toEqual(realCall.default.CallDirection);
});

test('a page’s bundle can name them as the alias of the package', async () => {
  const standIn = path.join(__dirname, '../src/voice-sdk/voice-sdk.ts');
  const { outputFiles } = await build({
    stdin: {
      contents: 'import { Device, Call } from "@twilio/voice-sdk"; console.log(Device, Call);',
    },
    alias: { '@twilio/voice-sdk': standIn },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
  });
  const script = outputFiles[0]?.text ?? '';
  expect(script).toContain('/phones/device');
  expect(script).not.toMatch(/^import /m);
  expect(script.length).toBeLessThan(40_000);
});
