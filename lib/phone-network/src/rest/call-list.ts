import type { InstantRange, LegFilter, NetworkStore } from '../account/network-store.ts';
import { apiVersion } from '../webhooks/call-parameters.ts';
import { callJson } from './call-json.ts';
import { pageParameters } from './passed-over.ts';

const pageSize = { fallback: 50, highest: 1000 };
const dayMilliseconds = 86_400_000;
const secondMilliseconds = 1000;
/** Beyond every instant that a Date can hold. */
const always: InstantRange = { from: -8.64e15, until: 8.64e15 };

/** By which calls are chosen. */
export const listParameters = [
  ...pageParameters,
  'To',
  'From',
  'Status',
  'ParentCallSid',
  'StartTime',
  'EndTime',
];

/** One page of `GET /Calls`, newest call first, with Twilio's links to the pages beside it. */
export function callListJson(
  accountSid: string,
  query: URLSearchParams,
  store: NetworkStore,
): Record<string, unknown> {
  const size = clamp(Number(query.get('PageSize') ?? pageSize.fallback), 1, pageSize.highest);
  const page = clamp(Number(query.get('Page') ?? 0), 0, Number.MAX_SAFE_INTEGER);
  const offset = page * size;
  const found = store.legs(filterOf(query), { limit: size + 1, offset });
  const calls = found.slice(0, size).map((leg) => callJson(accountSid, leg));
  const uriOf = (number: number) => pageUri(accountSid, query, { page: number, size });
  return {
    calls,
    page,
    page_size: size,
    start: offset,
    end: offset + Math.max(calls.length - 1, 0),
    uri: uriOf(page),
    first_page_uri: uriOf(0),
    previous_page_uri: page > 0 ? uriOf(page - 1) : null,
    next_page_uri: found.length > size ? uriOf(page + 1) : null,
  };
}

function filterOf(query: URLSearchParams): LegFilter {
  const text = (name: string) => query.get(name) ?? undefined;
  return {
    to: text('To'),
    from: text('From'),
    status: text('Status'),
    parentSid: text('ParentCallSid'),
    started: rangeOf(query, 'StartTime'),
    ended: rangeOf(query, 'EndTime'),
  };
}

/** `Name=` a day or a second, `Name<=` and `Name>=` inclusive. */
function rangeOf(query: URLSearchParams, name: string): InstantRange | undefined {
  const at = instantRange(query.get(name));
  const before = instantRange(query.get(`${name}<`));
  const after = instantRange(query.get(`${name}>`));
  if (!at && !before && !after) return undefined;
  return {
    from: Math.max(at?.from ?? always.from, after?.from ?? always.from),
    until: Math.min(at?.until ?? always.until, before?.until ?? always.until),
  };
}

function instantRange(text: string | null): InstantRange | undefined {
  const from = text === null ? Number.NaN : Date.parse(text);
  if (text === null || Number.isNaN(from)) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  return { from, until: from + (isDay ? dayMilliseconds : secondMilliseconds) };
}

function pageUri(
  accountSid: string,
  query: URLSearchParams,
  { page, size }: { page: number; size: number },
): string {
  const target = new URLSearchParams(query);
  target.set('PageSize', String(size));
  target.set('Page', String(page));
  return `/${apiVersion}/Accounts/${accountSid}/Calls.json?${target}`;
}

function clamp(value: number, lowest: number, highest: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.floor(value), lowest), highest) : lowest;
}
