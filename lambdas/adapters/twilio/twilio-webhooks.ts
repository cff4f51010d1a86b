import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { AttemptId } from '../../domain/attempt/attempt.ts';
import type { DialEnd, LegEvent, VoiceStep } from '../../domain/phone/voice-step.ts';
import type { SipCredential } from '../../domain/row/caller-address.ts';
import type { RecordingNews } from '../../ports/calls/recorder.ts';
import type {
  SignedFields,
  VoiceWebhooks,
  WebhookRequest,
} from '../../ports/calls/voice-webhooks.ts';
import type { KnownAccount, TwilioAccount } from './known-account.ts';
import { dialEndOf, legEventOf, listenerOf } from './leg-fields.ts';
import { recordingOfFields } from './recording-news.ts';
import { renderStep } from './twiml/render-step.ts';
import { webhookUrl } from './twiml/webhook-url.ts';

export interface TwilioEdgeParts {
  account: KnownAccount;
  /** The address at which Twilio finds us; no slash at its end. Signatures cover it. */
  publicBaseUrl: string;
  /** Calls that began when Twilio was told another one come by that to their end. */
  moreBaseUrls?: readonly string[];
}

/** A form's fields; one that was repeated has all of its values, as its signature does. */
type Form = Record<string, string | string[]>;

export class TwilioWebhooks implements VoiceWebhooks {
  readonly #parts: TwilioEdgeParts;

  constructor(parts: TwilioEdgeParts) {
    this.#parts = parts;
  }

  /** Rejects only while the account's tokens cannot be read: nothing can be verified then. */
  async verify(request: WebhookRequest): Promise<SignedFields | undefined> {
    if (request.method !== 'POST' || !request.signature) return undefined;
    const form = parseForm(request.body);
    const signs = (account: TwilioAccount) => this.#isSigned(request, form, account);
    const account = await this.#parts.account.current();
    if (signs(account)) return signedFields(form);
    const newer = await this.#parts.account.newerThan(account);
    return newer && signs(newer) ? signedFields(form) : undefined;
  }

  #isSigned(request: WebhookRequest, form: Form, { authTokens }: TwilioAccount): boolean {
    const query = request.rawQuery === '' ? '' : `?${request.rawQuery}`;
    const { publicBaseUrl, moreBaseUrls = [] } = this.#parts;
    const urls = [publicBaseUrl, ...moreBaseUrls].map((it) => `${it}${request.path}${query}`);
    return authTokens.some((token) =>
      urls.some((url) => fits(token, request.signature ?? '', { url, form })),
    );
  }

  callSid(fields: SignedFields): string {
    return fields.get('CallSid') ?? '';
  }

  digits(fields: SignedFields): string {
    return fields.get('Digits') ?? '';
  }

  keys(fields: SignedFields): string {
    const end = fields.get('FinishedOnKey') === '#' ? '#' : '';
    return `${this.digits(fields)}${end}`;
  }

  parties(fields: SignedFields): { from: string; to: string } {
    return { from: fields.get('From') ?? '', to: fields.get('To') ?? '' };
  }

  /**
   * `SipUsername` is the name of the credential; not every SIP domain tells it. Twilio documents besides that
   * a phone is refused whose user is not its credential's (error 32106).
   * https://www.twilio.com/docs/voice/api/sip-twiml
   */
  credential(fields: SignedFields): SipCredential {
    return {
      user: fields.get('SipUsername') || undefined,
      domain: fields.get('SipDomain') || undefined,
    };
  }

  legEvent(leg: LegEvent['leg'], fields: SignedFields): LegEvent | undefined {
    return legEventOf(leg, fields);
  }

  dialEnd(fields: SignedFields): DialEnd {
    return dialEndOf(fields);
  }

  listener(fields: SignedFields): 'person' | 'machine' | 'unknown' {
    return listenerOf(fields);
  }

  recording(fields: SignedFields): RecordingNews | undefined {
    return recordingOfFields(fields);
  }

  /** Without an attempt there is no next request, only a last word. */
  render(step: VoiceStep, attempt: AttemptId | undefined): string {
    return renderStep(step, {
      ofAttempt: (path, state) => {
        if (attempt === undefined) throw new Error(`the step ${step.kind} needs an attempt`);
        return webhookUrl(this.#parts.publicBaseUrl, path, { attempt, ...state });
      },
      withState: (path, state) => webhookUrl(this.#parts.publicBaseUrl, path, state),
    });
  }
}

/** The SDK's validator throws on addresses that it cannot parse. */
function fits(token: string, signature: string, { url, form }: { url: string; form: Form }) {
  try {
    return validateRequest(token, signature, url, form);
  } catch {
    return false;
  }
}

function parseForm(body: string): Form {
  const fields = Map.groupBy(new URLSearchParams(body), ([name]) => name);
  const values = [...fields].map(([name, pairs]) => [name, oneOrMore(pairs.map(([, it]) => it))]);
  return Object.fromEntries(values);
}

function oneOrMore([first = '', ...more]: string[]): string | string[] {
  return more.length === 0 ? first : [first, ...more];
}

function signedFields(form: Form): SignedFields {
  const first = Object.entries(form).map(([name, value]) => [name, [value].flat()[0]] as const);
  return new Map(first) as ReadonlyMap<string, unknown> as SignedFields;
}
