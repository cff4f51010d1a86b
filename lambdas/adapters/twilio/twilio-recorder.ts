import DomainModule from 'twilio/lib/base/Domain.js';
import VersionModule from 'twilio/lib/base/Version.js';
import type { RecordingInstance } from 'twilio/lib/rest/api/v2010/account/call/recording.js';
import { CallListInstance } from 'twilio/lib/rest/api/v2010/account/call.js';
import type { AttemptId } from '../../domain/attempt/attempt.ts';
import type { Recorder, RecordingNews, Sound, SoundRange } from '../../ports/calls/recorder.ts';
import { defaultExport } from './default-export.ts';
import { recordingNews } from './recording-news.ts';
import { type ErrorAnswer, orThrow, orUndefined } from './sdk-answers.ts';
import type { TwilioDiallerParts } from './twilio-dialler.ts';
import { TwilioRequests } from './twilio-requests.ts';
import { webhookUrl } from './twiml/webhook-url.ts';

const Domain = defaultExport(DomainModule);
const Version = defaultExport(VersionModule);

export type TwilioRecorderParts = Pick<TwilioDiallerParts, 'account' | 'apiUrl' | 'publicBaseUrl'>;

/** Stands for the recording that is being made. */
const current = 'Twilio.CURRENT';
const callNotInProgress = 21220;
const [notFound, wholeFile, partOfFile, notSatisfiable] = [404, 200, 206, 416];

/** More than a talk has. */
const mostOfCall = 50;

/** Recordings by Twilio's REST API: https://www.twilio.com/docs/voice/api/recording */
export class TwilioRecorder implements Recorder {
  readonly #parts: TwilioRecorderParts;
  readonly #requests: TwilioRequests;
  readonly #version: InstanceType<typeof Version>;

  constructor(parts: TwilioRecorderParts) {
    this.#parts = parts;
    this.#requests = new TwilioRequests(parts.account);
    const domain = new Domain(this.#requests as never, parts.apiUrl);
    this.#version = new Version(domain, '2010-04-01');
  }

  async start(call: string, attempt: AttemptId): Promise<RecordingNews | undefined> {
    const { recordings } = await this.#call(call);
    const { publicBaseUrl } = this.#parts;
    const begun = recordings.create({
      recordingChannels: 'dual',
      recordingStatusCallback: webhookUrl(publicBaseUrl, '/events/recording', { attempt }),
      recordingStatusCallbackMethod: 'POST',
      recordingStatusCallbackEvent: ['completed', 'absent'],
    });
    return newsOrUndefined(begun);
  }

  /** With silence in its place, what comes later stays at its second. */
  async change(call: string, to: 'recording' | 'paused'): Promise<RecordingNews | undefined> {
    const { recordings } = await this.#call(call);
    const isPause = to === 'paused';
    const change = isPause
      ? { status: 'paused' as const, pauseBehavior: 'silence' }
      : { status: 'in-progress' as const };
    return newsOrUndefined(recordings(current).update(change));
  }

  async ofCall(call: string): Promise<RecordingNews[]> {
    const { recordings } = await this.#call(call);
    const found = await orThrow(recordings.list({ limit: mostOfCall }));
    return found.filter(({ status }) => String(status) !== 'deleted').map(recordingNews);
  }

  /** As MP3, an eighth of the WAV. A server that knows no ranges sends the whole file. */
  async sound(sid: string, { from, to }: SoundRange): Promise<Sound | undefined> {
    const { sid: account } = await this.#parts.account.current();
    const uri = `${this.#parts.apiUrl}/2010-04-01/Accounts/${account}/Recordings/${sid}.mp3`;
    const { status, headers, bytes } = await this.#requests.bytes(uri, {
      range: `bytes=${from}-${to}`,
    });
    const contentType = headers.get('content-type') ?? 'audio/mpeg';
    if (status === notFound) return undefined;
    if (status === partOfFile) {
      const total = Number(headers.get('content-range')?.split('/')[1]);
      return { bytes, from, total, contentType };
    }
    if (status === notSatisfiable)
      return { bytes: new Uint8Array(), from, total: from, contentType };
    if (status !== wholeFile) throw new Error(`Twilio answered HTTP ${status} for a recording`);
    return { bytes: bytes.subarray(from, to + 1), from, total: bytes.length, contentType };
  }

  async remove({ sid, call }: { sid: string; call: string }): Promise<void> {
    const { recordings } = await this.#call(call);
    await orUndefined(recordings(sid).remove(), ({ status }) => status === notFound);
  }

  async #call(sid: string) {
    const account = await this.#parts.account.current();
    return CallListInstance(this.#version as never, account.sid).get(sid);
  }
}

async function newsOrUndefined(
  request: Promise<RecordingInstance>,
): Promise<RecordingNews | undefined> {
  const found = await orUndefined(request, isNoTalk);
  return found && recordingNews(found);
}

/** The call is over, or nothing of it is being recorded. */
function isNoTalk({ status, code }: ErrorAnswer): boolean {
  return status === notFound || code === callNotInProgress;
}
