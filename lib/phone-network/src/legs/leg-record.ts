import { randomUUID } from 'node:crypto';

/*
 * The life of a leg
 *
 *   queued ──dial──▶ queued, dialled ──ring──▶ ringing ──answer──▶ in-progress ──end──▶ completed
 *
 * A leg that was not answered ends as busy, failed, no-answer or canceled, from wherever it stands.
 * An answered leg ends as completed; as failed only when the network itself was restarted.
 * A leg that somebody dials in on (inbound), from any kind of phone, is born ringing. Nothing happens to a leg that ended.
 */
export type FinalStatus = 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';
export type LegStatus = 'queued' | 'ringing' | 'in-progress' | FinalStatus;
type Direction = 'outbound-api' | 'outbound-dial' | 'inbound';
export type HttpMethod = 'GET' | 'POST';

export const progressEvents = ['initiated', 'ringing', 'answered', 'completed'] as const;
/** What a status callback can be subscribed to; `completed` stands for every end. */
export type ProgressEvent = (typeof progressEvents)[number];

export interface StatusSubscription {
  url: string;
  method: HttpMethod;
  events: ProgressEvent[];
}

/** Where a call's TwiML comes from. */
export type TwimlSource =
  | { url: string; method: HttpMethod; parameters?: Record<string, string> }
  | { twiml: string };

/** One line of what passed on a leg, as a person at that phone would tell it. */
export interface TranscriptLine {
  at: number;
  kind: 'said' | 'played' | 'pressed';
  text: string;
}

/** `hears`: the legs whose people are heard. */
export interface LegInConference {
  isHeld: boolean;
  hears: string[];
}

/** All that is kept of a leg. Instants are milliseconds since 1970, null until they happen. */
export interface LegRecord {
  sid: string;
  parentSid: string | null;
  to: string;
  from: string;
  direction: Direction;
  status: LegStatus;
  createdAt: number;
  dialledAt: number | null;
  rangAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
  updatedAt: number;
  sipResponseCode: number | null;
  statusCallback: StatusSubscription | null;
  /** The leg that this one talks with, while both are connected. */
  bridgedWith: string | null;
  /** How it stands in a conference, while it is in one. */
  conference?: LegInConference | null;
  /** How many status callbacks were fired: the next SequenceNumber. */
  callbacksFired: number;
  /** What every webhook about the leg carries beyond the usual, such as ApplicationSid or SipDomain. */
  webhookFields: Record<string, string>;
  /** What the caller's application tells the called browser phone. */
  customParameters: Record<string, string>;
  transcript: TranscriptLine[];
}

export type LegOrder = Pick<
  LegRecord,
  'to' | 'from' | 'direction' | 'parentSid' | 'statusCallback'
> &
  Partial<Pick<LegRecord, 'webhookFields' | 'customParameters'>>;

export function isFinal(status: LegStatus): status is FinalStatus {
  return status !== 'queued' && status !== 'ringing' && status !== 'in-progress';
}

export function newLegRecord(order: LegOrder, now: number): LegRecord {
  return {
    webhookFields: {},
    customParameters: {},
    ...order,
    sid: `CA${randomUUID().replaceAll('-', '')}`,
    status: 'queued',
    createdAt: now,
    dialledAt: null,
    rangAt: null,
    answeredAt: null,
    endedAt: null,
    updatedAt: now,
    sipResponseCode: null,
    bridgedWith: null,
    callbacksFired: 0,
    transcript: [],
  };
}

/** Who is at the far end: the called phone, or the caller of an inbound leg. */
export function partyOf(record: LegRecord): string {
  return record.direction === 'inbound' ? record.from : record.to;
}

/** Whole seconds from answer to end (or until now), or null for a leg that was never answered. */
export function secondsTalked(record: LegRecord, now: number): number | null {
  if (record.answeredAt === null) return null;
  return Math.round(((record.endedAt ?? now) - record.answeredAt) / 1000);
}
