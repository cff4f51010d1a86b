import type { Call, Device } from '@twilio/voice-sdk';
import type { PhonePass } from '../../../../contract/people.ts';
import type { Answer } from '../../../shell/api/ask.ts';
import type { Microphone } from './microphone.ts';
import type { PhoneProblem } from './phone-problem.ts';

/**
 * The line between this browser and the telephone network.
 *
 *     off → starting → ready ⇄ starting (the SDK brings its line back)
 *              └─────────┴───→ failed (with a problem; tried again by itself, unless a person must act)
 */
export type PhoneState =
  | { kind: 'off' }
  | { kind: 'starting' }
  | { kind: 'ready' }
  | { kind: 'failed'; problem: PhoneProblem };

export interface LineParts {
  /** A fresh access token. */
  pass(): Promise<Answer<PhonePass>>;
  makeDevice(pass: PhonePass): Promise<Device>;
  askForMicrophone(): Promise<Microphone>;
  /** The server's time. */
  now(): number;
  /** @returns what calls it off */
  after(milliseconds: number, act: () => void): () => void;
  show(state: PhoneState): void;
  ring(call: Call): void;
}
