import type { AttemptId } from '../../domain/attempt/attempt.ts';
import type { DialEnd, LegEvent, VoiceStep } from '../../domain/phone/voice-step.ts';
import type { SipCredential } from '../../domain/row/caller-address.ts';
import type { RecordingNews } from './recorder.ts';

/** A webhook as it came in: nothing of it is trusted before it is verified. */
export interface WebhookRequest {
  method: string;
  path: string;
  /** Byte for byte, without the question mark. */
  rawQuery: string;
  signature: string | undefined;
  body: string;
}

/** The form fields of a webhook that the telephone network signed. */
export type SignedFields = ReadonlyMap<string, string> & { readonly brand: 'signed' };

/** The telephone network's webhooks, from their signature to the words that are spoken. */
export interface VoiceWebhooks {
  /**
   * The fields if the signature fits the configured public address, undefined for whatever else
   * came. Rejects only when the secret to verify with cannot be had: that is worth repeating.
   */
  verify(request: WebhookRequest): Promise<SignedFields | undefined>;
  callSid(fields: SignedFields): string;
  digits(fields: SignedFields): string;
  /** The digits with the key that ended them, where the network says so; empty after silence. */
  keys(fields: SignedFields): string;
  /** Who calls, and what was called; both may be anything that callers show. */
  parties(fields: SignedFields): { from: string; to: string };
  /** With what a SIP phone that calls was let in. */
  credential(fields: SignedFields): SipCredential;
  legEvent(leg: LegEvent['leg'], fields: SignedFields): LegEvent | undefined;
  dialEnd(fields: SignedFields): DialEnd;
  /** Who answered a customer's phone, as far as the network hears it. */
  listener(fields: SignedFields): 'person' | 'machine' | 'unknown';
  /** What became of a recording; undefined for what says nothing yet. */
  recording(fields: SignedFields): RecordingNews | undefined;
  /** The document that makes the phone do the step. */
  render(step: VoiceStep, attempt: AttemptId | undefined): string;
}
