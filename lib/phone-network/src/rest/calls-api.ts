import { Hono } from 'hono';
import type { NetworkStore } from '../account/network-store.ts';
import type { LegRecord } from '../legs/leg-record.ts';
import type { NetworkParts } from '../twiml/scene.ts';
import { apiVersion } from '../webhooks/call-parameters.ts';
import { callJson } from './call-json.ts';
import { callListJson, listParameters } from './call-list.ts';
import { isRefusal, orderParameters, readCallOrder, updateParameters } from './call-order.ts';
import { acceptCall } from './create-call.ts';
import { warnOfPassedOver } from './passed-over.ts';
import { notFound, refusalResponse, refusals, tooManyCalls } from './twilio-refusal.ts';
import { notInProgress, updateCall } from './update-call.ts';

export interface CallsApiParts {
  network: NetworkParts;
  store: NetworkStore;
}

const created = 201;

/** Twilio's REST resource "Calls". */
export function callsApi({ network, store }: CallsApiParts): Hono {
  const { accountSid } = network;
  const api = new Hono();
  const account = `/${apiVersion}/Accounts/${accountSid}`;
  const json = (leg: LegRecord) => callJson(accountSid, leg);
  const record = (file: string) => {
    const sid = file.replace(/\.json$/, '');
    return network.exchange.live(sid)?.record ?? store.leg(sid);
  };

  const warnOf = (path: string, given: URLSearchParams, known: readonly string[]) =>
    warnOfPassedOver(network.debugLog, { path, given, known });

  api.post(`${account}/Calls.json`, async (c) => {
    const form = new URLSearchParams(await c.req.text());
    warnOf('POST /Calls', form, orderParameters);
    return createCall(form, network);
  });

  api.get(`${account}/Calls.json`, (c) => {
    const query = new URL(c.req.url).searchParams;
    warnOf('GET /Calls', query, listParameters);
    return c.json(callListJson(accountSid, query, store));
  });

  api.get(`${account}/Calls/:file{CA[^/]+\\.json}`, (c) => {
    const leg = record(c.req.param('file'));
    return leg ? c.json(json(leg)) : refusalResponse(notFound(c.req.path));
  });

  api.post(`${account}/Calls/:file{CA[^/]+\\.json}`, async (c) => {
    const leg = record(c.req.param('file'));
    if (!leg) return refusalResponse(notFound(c.req.path));
    const live = network.exchange.live(leg.sid);
    if (!live) return refusalResponse(notInProgress());
    const form = new URLSearchParams(await c.req.text());
    warnOf('POST /Calls/{Sid}', form, updateParameters);
    const refusal = updateCall(form, live, network);
    return refusal ? refusalResponse(refusal) : c.json(json(leg));
  });

  return api;
}

/** The faults of creation are the ones that cost money: the call may exist although the answer says otherwise. */
function createCall(form: URLSearchParams, network: NetworkParts): Response | Promise<Response> {
  const order = readCallOrder(form, network);
  if (isRefusal(order)) return refusalResponse(order);
  if (!network.exchange.hasRoomFor(1)) return refusalResponse(tooManyCalls);
  const fault = network.faults.takeCreateFault();
  if (fault === '429') return refusalResponse(refusals.tooManyRequests);
  if (fault === 'answer-5xx-no-call') return refusalResponse(refusals.internal);
  const leg = acceptCall(order, network);
  const answer = Response.json(callJson(network.accountSid, leg.record), { status: created });
  network.exchange.dialInTurn(leg, order.timeoutSeconds);
  if (fault === 'answer-5xx-but-call') return refusalResponse(refusals.internal);
  return fault === 'hang-but-call' ? new Promise<never>(() => {}) : answer;
}
