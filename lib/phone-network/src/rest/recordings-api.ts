import { type Context, Hono } from 'hono';
import { isBeingMade, type Recording, secondsOf } from '../account/recording.ts';
import { recordingSubscription } from '../recordings/read-recording.ts';
import { soundOf } from '../recordings/recording-sound.ts';
import { mediaPath } from '../recordings/recordings.ts';
import type { NetworkParts } from '../twiml/scene.ts';
import { apiVersion, rfc2822 } from '../webhooks/call-parameters.ts';
import { warnOfPassedOver } from './passed-over.ts';
import { pageJson } from './resource-page.ts';
import { badRequest, notFound, refusalResponse } from './twilio-refusal.ts';

/** What becomes something of a recording that is begun, and of one that is changed. */
export const recordingParameters = [
  'RecordingChannels',
  'RecordingStatusCallback',
  'RecordingStatusCallbackEvent',
  'RecordingStatusCallbackMethod',
];
export const recordingChangeParameters = ['Status', 'PauseBehavior'];

const created = 201;
const deleted = 204;

/** Twilio's REST resource "Recordings", of a call and of the account. */
export function recordingsApi(network: NetworkParts): Hono {
  const { accountSid, recordings } = network;
  const api = new Hono();
  const account = `/${apiVersion}/Accounts/${accountSid}`;
  const ofCall = `${account}/Calls/:call{CA[^/]+}/Recordings`;
  const one = `${ofCall}/:file{[^/]+\\.json}`;
  const own = `${account}/Recordings/:file{RE[^/]+}`;

  api.post(`${ofCall}.json`, async (c) => begin(c, network));
  api.get(`${ofCall}.json`, (c) => {
    const found = recordings.ofCall(c.req.param('call') ?? '').map((it) => jsonOf(it, accountSid));
    return c.json(pageJson(new URL(c.req.url), 'recordings', found));
  });
  api.get(one, (c) => shown(c, network, found(c, network)));
  api.post(one, async (c) => change(c, network));
  api.delete(one, (c) => remove(c, network));
  api.delete(own, (c) => remove(c, network));
  api.get(own, (c) => {
    const isJson = c.req.param('file')?.endsWith('.json');
    return isJson ? shown(c, network, found(c, network)) : sound(c, found(c, network));
  });
  return api;
}

/** A call that is not on cannot be recorded (21220). */
async function begin(c: Context, network: NetworkParts): Promise<Response> {
  const leg = network.exchange.live(c.req.param('call') ?? '');
  if (!leg?.isAnswered) return refusalResponse(notEligible);
  const form = await formOf(c, network, recordingParameters);
  const recording = network.recordings.start(leg, {
    source: 'StartCallRecordingAPI',
    channels: form.get('RecordingChannels') === 'dual' ? 2 : 1,
    statusCallback: recordingSubscription(form.get('RecordingStatusCallback') ?? undefined, {
      method: form.get('RecordingStatusCallbackMethod') ?? undefined,
      events: form.getAll('RecordingStatusCallbackEvent').flatMap((it) => it.split(/\s+/)),
    }),
  });
  return c.json(jsonOf(recording, network.accountSid), created);
}

const notEligible = badRequest(21220, 'Requested resource is not eligible for recording');
const wrongStatus = badRequest(20001, 'Status must be paused, in-progress or stopped');

async function change(c: Context, network: NetworkParts): Promise<Response> {
  const recording = found(c, network);
  if (recording === undefined) return refusalResponse(notFound(c.req.path));
  if (!isBeingMade(recording)) return refusalResponse(notEligible);
  const form = await formOf(c, network, recordingChangeParameters);
  const { recordings } = network;
  switch (form.get('Status')) {
    case 'paused':
      return shown(c, network, recordings.pause(recording, { skips: skipsPauses(form) }));
    case 'in-progress':
      return shown(c, network, recordings.resume(recording));
    case 'stopped':
      return shown(c, network, recordings.end(recording.sid));
    default:
      return refusalResponse(wrongStatus);
  }
}

async function formOf(
  c: Context,
  { debugLog }: NetworkParts,
  known: readonly string[],
): Promise<URLSearchParams> {
  const given = new URLSearchParams(await c.req.text());
  warnOfPassedOver(debugLog, { path: 'POST /Recordings', given, known });
  return given;
}

function skipsPauses(form: URLSearchParams): boolean {
  return form.get('PauseBehavior') === 'skip';
}

function remove(c: Context, network: NetworkParts): Response {
  const recording = found(c, network);
  if (recording === undefined) return refusalResponse(notFound(c.req.path));
  network.recordings.remove(recording.sid);
  return c.body(null, deleted);
}

/** `Twilio.CURRENT` stands for the one that is being made. */
function found(c: Context, { recordings }: NetworkParts): Recording | undefined {
  const sid = (c.req.param('file') ?? '').replace(/\.[a-z0-9]+$/, '');
  const call = c.req.param('call');
  if (call !== undefined && sid === 'Twilio.CURRENT') return recordings.current(call);
  const recording = recordings.find(sid);
  return call === undefined || recording?.callSid === call ? recording : undefined;
}

function shown(c: Context, { accountSid }: NetworkParts, recording: Recording | undefined) {
  if (recording === undefined) return refusalResponse(notFound(c.req.path));
  return c.json(jsonOf(recording, accountSid));
}

/** The same WAV for `.wav`, `.mp3` and no ending; whole, since that Twilio knows ranges is written nowhere. */
function sound(c: Context, recording: Recording | undefined): Response {
  if (recording?.status !== 'completed') return refusalResponse(notFound(c.req.path));
  const bytes = soundOf(recording) as Uint8Array<ArrayBuffer>;
  return c.body(bytes, 200, { 'content-type': 'audio/x-wav' });
}

function jsonOf(recording: Recording, accountSid: string): Record<string, unknown> {
  const { sid, callSid, status, channels, source, startedAt, updatedAt, endedAt } = recording;
  return {
    sid,
    account_sid: accountSid,
    call_sid: callSid,
    conference_sid: null,
    status,
    channels,
    source,
    duration: endedAt === null ? null : String(secondsOf(recording)),
    start_time: rfc2822(startedAt),
    date_created: rfc2822(startedAt),
    date_updated: rfc2822(updatedAt),
    api_version: apiVersion,
    error_code: status === 'absent' ? 16101 : null,
    price: null,
    price_unit: 'USD',
    encryption_details: null,
    media_url: `https://api.twilio.com${mediaPath(accountSid, sid)}`,
    uri: `/${apiVersion}/Accounts/${accountSid}/Calls/${callSid}/Recordings/${sid}.json`,
  };
}
