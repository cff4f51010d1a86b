import type * as http from 'node:http';
import { Twilio } from 'twilio';
import type { NetworkSettings } from '../src/base/network-settings.ts';
import { PhoneNetwork } from '../src/phone-network.ts';
import { HandMovedClock } from './hand-moved-clock.ts';
import { serveApp } from './serve-app.ts';
import { WebhookServer } from './webhook-server.ts';

export const accountSid = 'AC00000000000000000000000000000001';
export const authToken = 'a-token-for-tests';
export const apiKeySid = 'SK00000000000000000000000000000001';
export const apiKeySecret = 'a-secret-for-tests';
export const twimlAppSid = 'AP00000000000000000000000000000001';
export const ownNumber = '+442079460000';
export const otherOwnNumber = '+442079460010';
export const operator = '+447700900001';
export const customer = '+447700900002';

export interface LocalCall {
  sid: string;
  parent: string | null;
  to: string;
  from: string;
  status: string;
  created: string;
  rang: string | null;
  answered: string | null;
  ended: string | null;
  said: string[];
}

/** A whole network with the real SDK at one end, a webhook server at the other, and time that is moved by hand. */
export class NetworkUnderTest {
  readonly clock = new HandMovedClock('2026-11-23T10:00:00.000Z');
  readonly webhooks = new WebhookServer(authToken);
  network: PhoneNetwork;
  twilio!: Twilio;
  baseUrl = '';
  #server: http.Server | undefined;
  readonly #options: { dataFile: string; settings: Partial<NetworkSettings> };

  constructor(options: { dataFile?: string; settings?: Partial<NetworkSettings> } = {}) {
    this.#options = { dataFile: ':memory:', settings: {}, ...options };
    this.network = this.#build();
  }

  async start(): Promise<this> {
    await this.webhooks.start();
    await this.#serve();
    return this;
  }

  async stop(): Promise<void> {
    await this.network.stop();
    this.#server?.closeAllConnections();
    this.#server?.close();
    await this.webhooks.stop();
  }

  /** As after a kill: a new network on the same data file. */
  async restart(): Promise<void> {
    await this.network.stop();
    this.#server?.closeAllConnections();
    this.#server?.close();
    this.network = this.#build();
    await this.#serve();
  }

  get server(): http.Server {
    if (!this.#server) throw new Error('the network is not started');
    return this.#server;
  }

  /** Lets so many seconds go by, with everything that happens in them. */
  async pass(seconds: number): Promise<void> {
    await this.clock.pass(seconds * 1000, () => this.network.settled());
  }

  async request(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.baseUrl}${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    });
  }

  phone(address: string, behaviour: Record<string, unknown>): void {
    this.network.setPhone(address, behaviour);
  }

  async calls(): Promise<LocalCall[]> {
    return (await (await this.request('GET', '/local/calls')).json()) as LocalCall[];
  }

  async debuggerCodes(): Promise<number[]> {
    return (await this.#debugger()).map(({ code }) => code);
  }

  async debuggerMessages(): Promise<string[]> {
    return (await this.#debugger()).map(({ message }) => message);
  }

  async #debugger(): Promise<{ code: number; message: string }[]> {
    const answer = await this.request('GET', '/phones/debugger');
    return answer.json() as Promise<{ code: number; message: string }[]>;
  }

  /** The SDK with its requests sent to this network. */
  sdk(credentials = { accountSid, authToken }, account = credentials.accountSid): Twilio {
    return new Twilio(credentials.accountSid, credentials.authToken, {
      accountSid: account,
      httpClient: httpClientTo(this.baseUrl),
    });
  }

  #build(): PhoneNetwork {
    const { dataFile, settings } = this.#options;
    return new PhoneNetwork({
      accountSid,
      authToken,
      apiKeySid,
      apiKeySecret,
      twimlAppSid,
      numbers: [ownNumber, otherOwnNumber],
      clock: this.clock,
      dataFile,
      settings,
    });
  }

  async #serve(): Promise<void> {
    const { server, baseUrl } = await serveApp(this.network.app);
    this.#server = server;
    this.baseUrl = baseUrl;
    this.twilio = this.sdk();
    await this.network.start();
  }
}

interface SdkRequest {
  method: string;
  uri: string;
  username?: string;
  password?: string;
  headers?: Record<string, string>;
  params?: Record<string, unknown>;
  data?: Record<string, unknown>;
  timeout?: number;
}

function httpClientTo(baseUrl: string): never {
  const request = async (order: SdkRequest) => {
    const uri = new URL(order.uri);
    const target = new URL(uri.pathname + uri.search, baseUrl);
    for (const [name, value] of fields(order.params)) target.searchParams.append(name, value);
    const credentials = Buffer.from(`${order.username}:${order.password}`).toString('base64');
    const response = await fetch(target, {
      method: order.method,
      headers: { ...order.headers, authorization: `Basic ${credentials}` },
      ...(order.data && { body: new URLSearchParams(fields(order.data)) }),
      ...(order.timeout && { signal: AbortSignal.timeout(order.timeout) }),
    });
    const text = await response.text();
    return { statusCode: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { request } as never;
}

function fields(given: Record<string, unknown> = {}): [string, string][] {
  return Object.entries(given).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((one): [string, string][] => (one === undefined ? [] : [[name, String(one)]])),
  );
}
