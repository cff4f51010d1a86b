import type { Device as SdkDevice } from '@twilio/voice-sdk';
import type { DeviceCommand, DeviceNews } from '../devices/device-messages.ts';
import type { Call } from './call.ts';
import { CallBook } from './call-book.ts';
import { type DeviceOptions, eventNames, states } from './device-contract.ts';
import { Emitter } from './emitter.ts';
import { Signalling } from './signalling.ts';
import { misuse, VoiceError } from './voice-error.ts';

const tokenRefreshMilliseconds = 10_000;
const connectionError = 31005;

/*
 * unregistered ──register──▶ registering ──▶ registered ──unregister──▶ unregistered
 *                               └──token refused──▶ unregistered
 *
 * A token that ends is an `error`, and the device goes on saying `registered`. It is warned of once in a
 * device's life, unless the line breaks meanwhile (SDK 2.18.5, `_onSignalingConnected`).
 *
 * A registered device whose line breaks is unregistered until the line is back, then registers again
 * by itself. `destroyed` is for good.
 */

/** The browser phone, as the Voice SDK shows it, on a line to the local phone network. */
export class Device extends Emitter {
  static readonly State = states;
  static readonly EventName = eventNames;
  static readonly isSupported: boolean = true;

  /** No sound, so nothing to set. */
  readonly audio: SdkDevice['audio'] = null;
  #token: string;
  #options: DeviceOptions;
  #state: SdkDevice.State = states.Unregistered;
  #identity: string | null = null;
  #signalling: Signalling | null = null;
  /** Settles when the network took or refused the token; there is a new one for every try. */
  #identified = Promise.withResolvers<void>();
  #wantsCalls = false;
  #isConnecting = false;
  #refusal: VoiceError | undefined;
  #warning: ReturnType<typeof setTimeout> | undefined;
  readonly #book = new CallBook((command) => this.#send(command));

  constructor(token: string, options: DeviceOptions = {}) {
    super();
    this.#token = token;
    this.#options = options;
  }

  get state(): SdkDevice.State {
    return this.#state;
  }

  get identity(): string | null {
    return this.#identity;
  }

  get token(): string | null {
    return this.#token;
  }

  get isBusy(): boolean {
    return this.#book.active !== null;
  }

  /** Those that ring. */
  get calls(): Call[] {
    return this.#book.ringing;
  }

  async register(): Promise<void> {
    this.#mustBe(states.Unregistered, 'register');
    this.#wantsCalls = true;
    this.#setState(states.Registering);
    const registered = new Promise<void>((resolve, reject) => {
      this.once(eventNames.Registered, resolve);
      this.once(eventNames.Unregistered, () => reject(this.#refusal ?? new Error('unregistered')));
    });
    this.#reach().then(
      () => this.#send({ do: 'register' }),
      () => {},
    );
    return registered;
  }

  async unregister(): Promise<void> {
    this.#mustBe(states.Registered, 'unregister');
    this.#wantsCalls = false;
    const unregistered = new Promise<void>((resolve) =>
      this.once(eventNames.Unregistered, resolve),
    );
    this.#send({ do: 'unregister' });
    return unregistered;
  }

  /** Rejects when the token is refused; what becomes of the call is told by its events. */
  async connect({ params = {} }: SdkDevice.ConnectOptions = {}): Promise<Call> {
    this.#mustNotBeDestroyed('connect');
    if (this.isBusy || this.#isConnecting)
      throw misuse('InvalidStateError', 'A Call is already active');
    this.#isConnecting = true;
    try {
      await this.#reach();
    } finally {
      this.#isConnecting = false;
    }
    const call = this.#book.place(params);
    this.#send({ do: 'connect', connection: call.outboundConnectionId, params });
    return call;
  }

  disconnectAll(): void {
    this.#book.active?.disconnect();
  }

  destroy(): void {
    for (const call of this.#book.ringing) call.reject();
    this.disconnectAll();
    this.#signalling?.close();
    this.#signalling = null;
    clearTimeout(this.#warning);
    this.#setState(states.Destroyed);
    this.removeAllListeners();
  }

  updateOptions(options: DeviceOptions = {}): void {
    this.#mustNotBeDestroyed('updateOptions');
    this.#options = { ...this.#options, ...options };
  }

  updateToken(token: string): void {
    this.#mustNotBeDestroyed('updateToken');
    this.#token = token;
    this.#identify();
  }

  /** Opens the line if there is none; resolves when the network knows this device. */
  #reach(): Promise<void> {
    if (this.#refusal) this.#identify();
    this.#signalling ??= new Signalling(this.#options.chunderw, {
      opened: () => this.#identify(),
      heard: (news) => this.#hear(news),
      lost: () => this.#lose(),
    });
    return this.#identified.promise;
  }

  #identify(): void {
    this.#refusal = undefined;
    this.#send({ do: 'identify', token: this.#token });
  }

  #hear(news: DeviceNews): void {
    switch (news.tells) {
      case 'identified':
        return this.#greet(news);
      case 'refused':
        return this.#failed(new VoiceError(news.code, news.message));
      case 'registered':
        return this.#setState(states.Registered);
      case 'unregistered':
        return this.#setState(states.Unregistered);
      case 'incoming':
        return this.#ring(news);
      case 'ringing':
        return this.#book.named(news.connection)?._rings(news.sid);
      case 'declined':
        return this.#book.named(news.connection)?._ends(new VoiceError(news.code, news.message));
      case 'answered':
        return this.#book.named(news.sid)?._opens();
      case 'canceled':
        return this.#book.named(news.sid)?._cancels();
      case 'ended':
        return this.#book.named(news.sid)?._ends();
      default:
        return news satisfies never;
    }
  }

  #greet({ identity, secondsLeft }: Extract<DeviceNews, { tells: 'identified' }>): void {
    this.#identity = identity;
    const { tokenRefreshMs = tokenRefreshMilliseconds } = this.#options;
    this.#warning ??= setTimeout(
      () => this.emit(eventNames.TokenWillExpire, this),
      Math.max(secondsLeft * 1000 - tokenRefreshMs, 0),
    );
    this.#identified.resolve();
    const isBack = this.#wantsCalls && this.#state === states.Unregistered;
    if (isBack) this.#send({ do: 'register' });
  }

  #failed(error: VoiceError): void {
    this.#refusal = error;
    this.#wantsCalls = false;
    this.#identified.promise.catch(() => {});
    this.#identified.reject(error);
    this.#identified = Promise.withResolvers();
    this.emit(eventNames.Error, error);
  }

  #lose(): void {
    clearTimeout(this.#warning);
    this.#warning = undefined;
    this.#identified = Promise.withResolvers();
    for (const call of this.#book.ringing) call._cancels();
    this.#book.active?._ends(new VoiceError(connectionError, 'Connection error'));
    if (this.#state === states.Registered) this.#setState(states.Unregistered);
  }

  #ring({ parameters, customParameters }: Extract<DeviceNews, { tells: 'incoming' }>): void {
    if (this.isBusy && !this.#options.allowIncomingWhileBusy) return;
    this.emit(eventNames.Incoming, this.#book.ring(parameters, customParameters));
  }

  #send(command: DeviceCommand): void {
    this.#signalling?.send(command);
  }

  #setState(state: SdkDevice.State): void {
    if (state === this.#state) return;
    this.#state = state;
    this.emit(state);
  }

  #mustBe(state: SdkDevice.State, method: string): void {
    if (this.#state === state) return;
    const message = `Attempt to ${method} when device is in state "${this.#state}". Must be "${state}".`;
    throw misuse('InvalidStateError', message);
  }

  #mustNotBeDestroyed(method: string): void {
    if (this.#state === states.Destroyed)
      throw misuse(
        'InvalidStateError',
        `Attempt to "${method}" when device is in state "destroyed".`,
      );
  }
}
