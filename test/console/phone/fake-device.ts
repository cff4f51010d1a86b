import { EventEmitter } from 'node:events';
import type { Device } from '@twilio/voice-sdk';

/**
 * A device as the SDK's source has it (2.18.5, lib/twilio/device.ts): it warns of its token's end once,
 * and says `registered` when the token has ended.
 */
export class FakeDevice extends EventEmitter {
  state: 'unregistered' | 'registering' | 'registered' | 'destroyed' = 'unregistered';
  isBusy = false;
  readonly audio: object | null = {};
  readonly tokens: string[];
  /** What `register` meets; the device registers unless told otherwise. */
  static meets: Error | undefined;

  constructor(token: string) {
    super();
    this.tokens = [token];
  }

  async register(): Promise<void> {
    if (this.state !== 'unregistered') throw new Error(`cannot register while ${this.state}`);
    this.state = 'registering';
    if (FakeDevice.meets !== undefined) {
      this.emit('error', FakeDevice.meets);
      throw FakeDevice.meets;
    }
    this.becomes('registered');
  }

  updateToken(token: string): void {
    this.tokens.push(token);
  }

  destroy(): void {
    this.state = 'destroyed';
  }

  becomes(state: 'registered' | 'unregistered'): void {
    this.state = state;
    this.emit(state);
  }

  asDevice(): Device {
    return this as unknown as Device;
  }
}

export function voiceError(code: number): Error {
  return Object.assign(new Error(`error ${code}`), { code });
}
