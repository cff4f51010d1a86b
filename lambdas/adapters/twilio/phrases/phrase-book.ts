import type { Message } from '../../../domain/phone/voice-step.ts';

/** All that a phone hears. One short sentence at a time: people listen while busy. */
export interface PhraseBook {
  greeting: (who: string | undefined) => string;
  /** To an operator whose phone rings for a customer who called in. */
  callerGreeting: (who: string | undefined) => string;
  holdTheLine: string;
  askPin: string;
  askNumber: string;
  /** What was keyed makes no sense. */
  again: string;
  goodbye: string;
  /** `moment`: when the customer is called anyway. */
  nobodyFree: (moment: string | undefined) => string;
  askMinutes: string;
  confirmed: (moment: string | undefined) => string;
  /** To a customer, before they are joined. */
  recordingNotice: string;
  soon: string;
  /** Without a day it is today. */
  atTime: (time: string, day: string | undefined) => string;
  messages: Record<Message, string>;
}
