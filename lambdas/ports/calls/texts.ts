import type { Permitted } from '../../domain/gate/permitted.ts';

/** The telephone network's side of a text (SMS). */
export interface Texts {
  /** Sends the text. Not idempotent: twice is two texts. Answers within 10 s. */
  send(text: OutgoingText): Promise<TextSubmission>;
}

export interface OutgoingText {
  to: Permitted;
  from: string;
  /** 1–1600 characters. */
  body: string;
}

export type TextSubmission =
  | { kind: 'sent'; id: string }
  | { kind: 'refused'; code: number }
  /** Timeout, 5xx or no answer: it may have been sent. */
  | { kind: 'unknown' };
