import type { Call as SdkCall } from '@twilio/voice-sdk';
import type { DeviceCommand } from '../devices/device-messages.ts';
import { Emitter } from './emitter.ts';
import { misuse, type VoiceError } from './voice-error.ts';

const states = {
  Closed: 'closed',
  Connecting: 'connecting',
  Open: 'open',
  Pending: 'pending',
  Reconnecting: 'reconnecting',
  Ringing: 'ringing',
} as typeof SdkCall.State;
const directions = { Incoming: 'INCOMING', Outgoing: 'OUTGOING' } as typeof SdkCall.CallDirection;

export interface CallLine {
  send(command: DeviceCommand): void;
  /** The call is about to be the one that is talked on. */
  take(call: Call): void;
}

/*
 * incoming  pending ──accept──▶ connecting ──answered──▶ open ──▶ closed
 * outgoing             connecting ──▶ ringing ──answered──▶ open ──▶ closed
 *
 * A pending call is closed by reject, by ignore, or canceled from afar; `disconnect` ends only what
 * was accepted or placed. Nothing happens to a closed call.
 */

/** A call of a browser phone, as the Voice SDK shows it; it carries no sound. */
export class Call extends Emitter {
  static readonly State = states;
  static readonly CallDirection = directions;

  readonly customParameters: Map<string, string>;
  readonly direction: SdkCall.CallDirection;
  /** Names a call that has no SID yet. */
  readonly outboundConnectionId: string = `TJ${crypto.randomUUID()}`;
  parameters: Record<string, string>;
  readonly #line: CallLine;
  #status: SdkCall.State;
  #isMuted = false;

  /** An incoming call has parameters; an outgoing one gets its CallSid later. */
  constructor(
    line: CallLine,
    given: { parameters?: Record<string, string>; customParameters: Record<string, string> },
  ) {
    super();
    this.#line = line;
    this.parameters = given.parameters ?? {};
    this.customParameters = new Map(Object.entries(given.customParameters));
    this.direction = given.parameters ? directions.Incoming : directions.Outgoing;
    this.#status = given.parameters ? states.Pending : states.Connecting;
  }

  get sid(): string {
    return this.parameters.CallSid ?? '';
  }

  status(): SdkCall.State {
    return this.#status;
  }

  accept(): void {
    if (this.#status !== states.Pending) return;
    this.#status = states.Connecting;
    this.#line.take(this);
    this.#line.send({ do: 'accept', sid: this.sid });
  }

  reject(): void {
    if (this.#status !== states.Pending) return;
    this.#status = states.Closed;
    this.#line.send({ do: 'reject', sid: this.sid });
    this.emit('reject');
  }

  /** Rings on elsewhere. */
  ignore(): void {
    if (this.#status === states.Pending) this.#status = states.Closed;
  }

  disconnect(): void {
    if (this.#status === states.Pending || this.#status === states.Closed) return;
    this.#line.send({ do: 'hangUp', sid: this.sid || this.outboundConnectionId });
    this.#close();
  }

  isMuted(): boolean {
    return this.#isMuted;
  }

  mute(shouldMute = true): void {
    if (this.#isMuted === shouldMute) return;
    this.#isMuted = shouldMute;
    this.emit('mute', shouldMute, this);
  }

  /** `w` waits half a second. */
  sendDigits(digits: string): void {
    if (/[^0-9*#w]/.test(digits))
      throw misuse('InvalidArgumentError', 'Illegal character passed into sendDigits');
    this.#line.send({ do: 'press', sid: this.sid, keys: digits });
  }

  /** @internal The far end rings. */
  _rings(sid: string): void {
    if (this.#status !== states.Connecting) return;
    this.parameters.CallSid = sid;
    this.#status = states.Ringing;
    this.emit('ringing', false);
  }

  /** @internal Both ends are connected. */
  _opens(): void {
    if (this.#status !== states.Connecting && this.#status !== states.Ringing) return;
    this.#status = states.Open;
    this.emit('accept', this);
  }

  /** @internal The caller gave up, or somebody else answered. */
  _cancels(): void {
    if (this.#status === states.Closed) return;
    this.#status = states.Closed;
    this.emit('cancel');
  }

  /** @internal The far end hung up, or the line broke. */
  _ends(error?: VoiceError): void {
    if (this.#status === states.Closed) return;
    if (error) this.emit('error', error);
    this.#close();
  }

  #close(): void {
    this.#status = states.Closed;
    this.emit('disconnect', this);
  }
}
