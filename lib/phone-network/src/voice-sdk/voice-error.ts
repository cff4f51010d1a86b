import type { TwilioError } from '@twilio/voice-sdk';

/** What the SDK's events `error` carry. */
export class VoiceError extends Error implements TwilioError.TwilioError {
  readonly code: number;
  readonly description: string;
  readonly explanation = '';
  readonly causes: string[] = [];
  readonly solutions: string[] = [];

  constructor(code: number, description: string) {
    super(`${description} (${code})`);
    this.name = 'TwilioError';
    this.code = code;
    this.description = description;
  }
}

/** Something was asked that cannot be done now, or ever; the SDK throws these. */
export function misuse(name: 'InvalidStateError' | 'InvalidArgumentError', message: string): Error {
  return Object.assign(new Error(message), { name });
}
