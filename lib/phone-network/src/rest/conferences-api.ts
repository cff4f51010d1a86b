import { type Context, Hono } from 'hono';
import type {
  Conference,
  ConferenceStatus,
  Music,
  Participant,
} from '../conferences/conference.ts';
import type { NetworkParts } from '../twiml/scene.ts';
import { apiVersion } from '../webhooks/call-parameters.ts';
import { conferenceJson, participantJson } from './conference-json.ts';
import { pageParameters, warnOfPassedOver } from './passed-over.ts';
import { pageJson } from './resource-page.ts';
import { badRequest, notFound, type Refusal, refusalResponse } from './twilio-refusal.ts';

const listParameters = ['FriendlyName', 'Status', ...pageParameters];
/** What becomes something of a participant that is changed. */
const participantParameters = ['Muted', 'Hold', 'HoldUrl', 'HoldMethod', 'EndConferenceOnExit'];

const deleted = 204;

/**
 * Twilio's REST resources "Conferences" and "Participants", of those who came by `<Dial><Conference>`.
 * https://www.twilio.com/docs/voice/api/conference-resource
 * https://www.twilio.com/docs/voice/api/conference-participant-resource
 */
export function conferencesApi(network: NetworkParts): Hono {
  const { accountSid } = network;
  const api = new Hono();
  const all = `/${apiVersion}/Accounts/${accountSid}/Conferences`;
  const one = `${all}/:conference{CF[^/.]+}`;
  const participant = `${one}/Participants/:file{[^/]+\\.json}`;

  api.get(`${all}.json`, (c) => list(c, network));
  api.get(`${all}/:file{CF[^/]+\\.json}`, (c) => shown(c, network, conferenceOf(c, network)));
  api.post(`${all}/:file{CF[^/]+\\.json}`, (c) => end(c, network));
  api.get(`${one}/Participants.json`, (c) => {
    const conference = conferenceOf(c, network);
    if (!isOn(conference)) return refusalResponse(notFound(c.req.path));
    const inside = conference
      .participants()
      .map((it) => participantJson(accountSid, conference, it));
    return c.json(pageJson(new URL(c.req.url), 'participants', inside));
  });
  api.get(participant, (c) => withParticipant(c, network, () => undefined));
  api.post(participant, async (c) => {
    const form = await formOf(c, network, 'POST /Participants/{Sid}', participantParameters);
    return withParticipant(c, network, (...inside) => change(form, ...inside));
  });
  api.delete(participant, (c) => {
    const found = participantOf(c, network);
    if (!found) return refusalResponse(notFound(c.req.path));
    found.conference.leave(found.participant, 'kicked');
    return c.body(null, deleted);
  });
  return api;
}

/** Without a status: those that are on, since 30 September 2026, as the SDK's types say. */
function list(c: Context, { accountSid, conferences, debugLog }: NetworkParts): Response {
  const url = new URL(c.req.url);
  const given = url.searchParams;
  warnOfPassedOver(debugLog, { path: 'GET /Conferences', given, known: listParameters });
  const status = (given.get('Status') ?? 'in-progress') as ConferenceStatus;
  const found = conferences.list({ name: given.get('FriendlyName') ?? undefined, status });
  const shown = found.map((it) => conferenceJson(accountSid, it));
  return c.json(pageJson(url, 'conferences', shown));
}

async function end(c: Context, network: NetworkParts): Promise<Response> {
  const form = await formOf(c, network, 'POST /Conferences/{Sid}', ['Status']);
  const conference = conferenceOf(c, network);
  const status = form.get('Status');
  if (status !== null && status !== 'completed')
    return refusalResponse(badRequest(20001, `Status must be completed, got ${status}`));
  if (status !== null) conference?.end('conference-ended-via-api');
  return shown(c, network, conference);
}

function shown(
  c: Context,
  { accountSid }: NetworkParts,
  conference: Conference | undefined,
): Response {
  if (conference === undefined) return refusalResponse(notFound(c.req.path));
  return c.json(conferenceJson(accountSid, conference));
}

function withParticipant(
  c: Context,
  network: NetworkParts,
  act: (participant: Participant, conference: Conference) => Refusal | undefined,
): Response {
  const found = participantOf(c, network);
  if (!found) return refusalResponse(notFound(c.req.path));
  const { conference, participant } = found;
  const refusal = act(participant, conference);
  if (refusal) return refusalResponse(refusal);
  return c.json(participantJson(network.accountSid, conference, participant));
}

/** That nobody can be put on hold before a conference has started is assumed: they hear music as it is. */
function change(
  form: URLSearchParams,
  participant: Participant,
  conference: Conference,
): Refusal | undefined {
  const isHold = form.has('Hold');
  if (isHold && conference.status === 'init')
    return badRequest(20001, 'what Hold does before the start is not documented, and not played');
  const isTrue = (name: string) => form.get(name) === 'true';
  if (isHold) participant.holdMusic = isTrue('Hold') ? holdMusicOf(form) : null;
  if (form.has('Muted')) participant.isMuted = isTrue('Muted');
  if (form.has('EndConferenceOnExit')) participant.endsConference = isTrue('EndConferenceOnExit');
  conference.arrange();
  return undefined;
}

function holdMusicOf(form: URLSearchParams): Music {
  const url = form.get('HoldUrl');
  if (!url) return 'usual';
  return { url, method: form.get('HoldMethod')?.toUpperCase() === 'POST' ? 'POST' : 'GET' };
}

async function formOf(
  c: Context,
  { debugLog }: NetworkParts,
  path: string,
  known: readonly string[],
): Promise<URLSearchParams> {
  const given = new URLSearchParams(await c.req.text());
  warnOfPassedOver(debugLog, { path, given, known });
  return given;
}

function conferenceOf(c: Context, { conferences }: NetworkParts): Conference | undefined {
  const sid = c.req.param('conference') ?? c.req.param('file')?.replace(/\.json$/, '');
  return conferences.find(sid ?? '');
}

/** Of a conference that is over there are no participants any more: the page of the resource says so. */
function isOn(conference: Conference | undefined): conference is Conference {
  return conference !== undefined && conference.status !== 'completed';
}

function participantOf(
  c: Context,
  network: NetworkParts,
): { conference: Conference; participant: Participant } | undefined {
  const conference = conferenceOf(c, network);
  const name = decodeURIComponent(c.req.param('file') ?? '').replace(/\.json$/, '');
  const participant = isOn(conference) ? conference.participant(name) : undefined;
  return conference && participant && { conference, participant };
}
