import type { NetworkStore } from '../account/network-store.ts';
import {
  isBeingMade,
  newRecording,
  type Recording,
  type RecordingEvent,
  type RecordingOrder,
  secondsOf,
} from '../account/recording.ts';
import type { Clock } from '../base/clock.ts';
import type { Faults } from '../legs/faults.ts';
import type { Leg } from '../legs/leg.ts';
import type { LegRecord } from '../legs/leg-record.ts';
import { rfc2822 } from '../webhooks/call-parameters.ts';
import type { WebhookSender } from '../webhooks/webhook-sender.ts';

export interface RecordingParts {
  accountSid: string;
  clock: Clock;
  sender: WebhookSender;
  faults: Faults;
  store: NetworkStore;
}

/** Twilio works on a recording when the talk is over; how long is not documented. */
const processingMilliseconds = 2000;

/** The account's recordings: made, paused, made ready and told of. They survive a kill. */
export class Recordings {
  readonly #parts: RecordingParts;

  constructor(parts: RecordingParts) {
    this.#parts = parts;
  }

  /** Of a talk, until it is over: `end`, or the leg's own end. */
  start(leg: Leg, order: RecordingOrder): Recording {
    const recording = newRecording(leg.record.sid, order, this.#parts.clock.now());
    this.#keep(recording);
    this.#tell(recording, 'in-progress', leg.record);
    leg.events.once('ended', () => this.end(recording.sid));
    return recording;
  }

  /** The newest that is being made. */
  current(callSid: string): Recording | undefined {
    return this.ofCall(callSid).find(isBeingMade);
  }

  find(sid: string): Recording | undefined {
    return this.#parts.store.recordings().find((it) => it.sid === sid);
  }

  /** The newest first. */
  ofCall(callSid: string): Recording[] {
    return this.#parts.store
      .recordings()
      .filter((it) => it.callSid === callSid)
      .reverse();
  }

  pause(recording: Recording, { skips }: { skips: boolean }): Recording {
    if (recording.status === 'paused') return recording;
    const pauses = [...recording.pauses, { from: this.#parts.clock.now(), until: null }];
    return this.#keep({ ...recording, status: 'paused', pauses, skipsPauses: skips });
  }

  resume(recording: Recording): Recording {
    return this.#keep({ ...recording, status: 'in-progress', pauses: this.#closed(recording) });
  }

  end(sid: string): Recording | undefined {
    const recording = this.find(sid);
    if (recording === undefined || !isBeingMade(recording)) return recording;
    const { clock } = this.#parts;
    const [endedAt, pauses] = [clock.now(), this.#closed(recording)];
    clock.setTimer(processingMilliseconds, () => this.#finish(sid));
    return this.#keep({ ...recording, status: 'processing', endedAt, pauses });
  }

  remove(sid: string): void {
    this.#parts.store.removeRecording(sid);
  }

  /** After a kill: what was being made ends as it stands, what was being worked on is made ready. */
  resumeWork(): void {
    for (const { sid, status } of this.#parts.store.recordings()) {
      this.end(sid);
      if (status === 'processing') this.#finish(sid);
    }
  }

  #finish(sid: string): void {
    const recording = this.find(sid);
    const leg = recording && this.#parts.store.leg(recording.callSid);
    if (recording?.status !== 'processing' || leg === undefined) return;
    const status = secondsOf(recording) > 0 ? 'completed' : 'absent';
    this.#tell(this.#keep({ ...recording, status }), status, leg);
  }

  #closed({ pauses }: Recording): Recording['pauses'] {
    const now = this.#parts.clock.now();
    return pauses.map(({ from, until }) => ({ from, until: until ?? now }));
  }

  #keep(recording: Recording): Recording {
    const kept = { ...recording, updatedAt: this.#parts.clock.now() };
    this.#parts.store.saveRecording(kept);
    return kept;
  }

  /** `CallSid` is the parent's. https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback */
  #tell(recording: Recording, event: RecordingEvent, leg: LegRecord): void {
    const { statusCallback, callSid, sid, channels, source, startedAt } = recording;
    if (!statusCallback?.events.includes(event)) return;
    const { accountSid, clock, sender, faults } = this.#parts;
    const { url, method } = statusCallback;
    const parameters = {
      AccountSid: accountSid,
      CallSid: callSid,
      RecordingSid: sid,
      RecordingUrl: `https://api.twilio.com${mediaPath(accountSid, sid)}`,
      RecordingStatus: event,
      RecordingDuration: String(secondsOf(recording)),
      RecordingChannels: String(channels),
      RecordingSource: source,
      RecordingTrack: 'both',
      RecordingStartTime: rfc2822(startedAt),
      ...(event === 'absent' && { ErrorCode: '16101' }),
    };
    const { copies, delayMilliseconds } = faults.fateOf('recordings', leg, event);
    const send = () => {
      for (let copy = 0; copy < copies; copy++) void sender.send({ url, method, parameters });
    };
    if (delayMilliseconds > 0) clock.setTimer(delayMilliseconds, send);
    else send();
  }
}

export function mediaPath(accountSid: string, sid: string): string {
  return `/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;
}
