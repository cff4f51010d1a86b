import type { OutgoingText, TextSubmission, Texts } from '../../ports/calls/texts.ts';
import { classifyRefusal } from './classify-refusal.ts';
import type { KnownAccount } from './known-account.ts';
import { answerOf } from './sdk-answers.ts';
import { twilioMessages } from './twilio-messages.ts';

export interface TwilioTextsParts {
  account: KnownAccount;
  /** Twilio's, or what plays its part. */
  apiUrl: string;
}

/** Texts by Twilio's REST API. */
export class TwilioTexts implements Texts {
  readonly #parts: TwilioTextsParts;

  constructor(parts: TwilioTextsParts) {
    this.#parts = parts;
  }

  async send({ to, from, body }: OutgoingText): Promise<TextSubmission> {
    const messages = await twilioMessages(this.#parts.account, this.#parts.apiUrl);
    try {
      const { sid } = await messages.create({ to, from, body });
      return sid ? { kind: 'sent', id: sid } : { kind: 'unknown' };
    } catch (error) {
      const { status, code } = answerOf(error);
      const isUnknown = classifyRefusal(status, code) === 'unknown';
      return isUnknown ? { kind: 'unknown' } : { kind: 'refused', code: code ?? status ?? 0 };
    }
  }
}
