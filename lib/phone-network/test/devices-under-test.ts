import type { Duplex } from 'node:stream';
import { attachDeviceSocket } from '../src/device-socket.ts';
import type { DeviceOptions } from '../src/voice-sdk/device-contract.ts';
import { type Call, Device } from '../src/voice-sdk/voice-sdk.ts';
import { accessToken, type TokenWish } from './access-tokens.ts';
import { NetworkUnderTest, ownNumber } from './network-under-test.ts';

/** The next event of that name; it must be waited for before it can happen. */
export function next<News>(
  source: { once(event: string, listener: (news: News) => void): unknown },
  event: string,
): Promise<News> {
  return new Promise((resolve) => source.once(event, resolve));
}

/** A network with its WebSocket, and the browser phones on it. */
export class DevicesUnderTest {
  readonly net = new NetworkUnderTest();
  readonly #devices: Device[] = [];
  readonly #sockets = new Set<Duplex>();
  #detach = () => {};

  async start(): Promise<this> {
    await this.net.start();
    this.#detach = attachDeviceSocket(this.net.server, this.net.network);
    this.net.server.on('upgrade', (_, socket) => this.#sockets.add(socket));
    const { webhooks, network } = this.net;
    const voiceUrl = webhooks.url('/browser');
    network.configureApp({ voiceUrl, statusCallback: webhooks.url('/status') });
    return this;
  }

  /** Breaks every connection; the network goes on. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  detach(): void {
    this.#detach();
  }

  async stop(): Promise<void> {
    for (const device of this.#devices) device.destroy();
    this.detach();
    await this.net.stop();
  }

  async device(wish: TokenWish = {}, options: DeviceOptions = {}): Promise<Device> {
    const chunderw = new URL(this.net.baseUrl).host;
    const device = new Device(await accessToken(wish), { chunderw, ...options });
    this.#devices.push(device);
    return device;
  }

  async registered(wish: TokenWish = {}, options: DeviceOptions = {}): Promise<Device> {
    const device = await this.device(wish, options);
    await device.register();
    return device;
  }

  /** Calls a browser phone through REST; resolves to the call's SID. */
  async call(to = 'client:anna'): Promise<string> {
    const { sid } = await this.net.twilio.calls.create({
      to,
      from: ownNumber,
      url: this.net.webhooks.url('/voice'),
      statusCallback: this.net.webhooks.url('/status'),
    });
    return sid;
  }

  /** Rings the device; resolves to its call. */
  async ring(device: Device): Promise<Call> {
    const incoming = next<Call>(device, 'incoming');
    await this.call();
    return incoming;
  }

  /** Resolves when a page would see that somebody holds the phone, or nobody. */
  async untilHeld(isHeld: boolean, address = 'client:anna'): Promise<void> {
    const { feed } = this.net.network;
    const isSeen = () =>
      feed.snapshot().phones.some((phone) => phone.address === address && phone.isHeld) === isHeld;
    while (!isSeen()) {
      await new Promise<void>((resolve) => {
        const stop = feed.watch(() => {
          stop();
          resolve();
        });
      });
    }
  }

  async statusOf(sid: string): Promise<string | undefined> {
    return (await this.net.calls()).find((call) => call.sid === sid)?.status;
  }
}
