import type { NumberRegistry } from '../account/number-registry.ts';
import { addressKind } from '../base/address.ts';
import type { NetworkSettings } from '../base/network-settings.ts';
import {
  type HttpMethod,
  progressEvents,
  type StatusSubscription,
  type TwimlSource,
} from '../legs/leg-record.ts';
import { badRequest, type Refusal } from './twilio-refusal.ts';

/** A `POST /Calls` that Twilio accepts. */
export interface CallOrder {
  to: string;
  from: string;
  source: TwimlSource;
  fallback: { url: string; method: HttpMethod } | null;
  statusCallback: StatusSubscription | null;
  timeoutSeconds: number;
  timeLimitSeconds: number;
}

export interface OrderRules {
  numbers: NumberRegistry;
  settings: NetworkSettings;
}

const addressParameters = [
  'Url',
  'Method',
  'Twiml',
  'FallbackUrl',
  'FallbackMethod',
  'StatusCallback',
  'StatusCallbackMethod',
];

/** What becomes something of `POST /Calls`; `ApplicationSid` is refused. */
export const orderParameters = [
  ...addressParameters,
  'To',
  'From',
  'ApplicationSid',
  'StatusCallbackEvent',
  'Timeout',
  'TimeLimit',
];

/** … and of `POST /Calls/{Sid}`. */
export const updateParameters = [...addressParameters, 'Status'];

type Check = (form: URLSearchParams, rules: OrderRules) => Refusal | undefined;

const longestInlineTwiml = 4000;
const ringSeconds = { fallback: 60, lowest: 1, highest: 600 };
const callSeconds = 14_400;

/** In the order in which they are reported: the first that fails, counts. */
const checks: Check[] = [
  checkTo,
  checkFrom,
  checkDestination,
  checkSource,
  checkMethods,
  checkNumbers,
  checkCallback,
];

/** The order, or the reason that Twilio would give for refusing it. */
export function readCallOrder(form: URLSearchParams, rules: OrderRules): CallOrder | Refusal {
  for (const check of checks) {
    const refusal = check(form, rules);
    if (refusal) return refusal;
  }
  return {
    to: form.get('To') ?? '',
    from: form.get('From') ?? '',
    source: readSource(form) ?? { twiml: '' },
    fallback: readFallback(form),
    statusCallback: readSubscription(form),
    timeoutSeconds: Number(form.get('Timeout') ?? ringSeconds.fallback),
    timeLimitSeconds: Number(form.get('TimeLimit') ?? callSeconds),
  };
}

export function isRefusal(result: object): result is Refusal {
  return 'code' in result;
}

/** `url` wins where both are given, as on create. */
export function readSource(form: URLSearchParams): TwimlSource | null {
  const url = form.get('Url');
  const twiml = form.get('Twiml');
  if (url) return { url, method: methodOf(form.get('Method')) };
  return twiml ? { twiml } : null;
}

export function readFallback(form: URLSearchParams): CallOrder['fallback'] {
  const url = form.get('FallbackUrl');
  return url ? { url, method: methodOf(form.get('FallbackMethod')) } : null;
}

export function readSubscription(form: URLSearchParams): StatusSubscription | null {
  const url = form.get('StatusCallback');
  if (!url) return null;
  const wanted = form.getAll('StatusCallbackEvent');
  return {
    url,
    method: methodOf(form.get('StatusCallbackMethod')),
    events:
      wanted.length === 0
        ? ['completed']
        : progressEvents.filter((event) => wanted.includes(event)),
  };
}

export function checkSource(form: URLSearchParams): Refusal | undefined {
  const url = form.get('Url');
  const twiml = form.get('Twiml');
  if (!url && form.has('ApplicationSid')) return badRequest(21218, 'ApplicationSid is not valid');
  if (!url && !twiml) return badRequest(21205, 'Url parameter is required.');
  if (url && !isHttpUrl(url)) return badRequest(21205, `Url is not a valid URL: ${url}`);
  if (twiml && twiml.length > longestInlineTwiml) {
    return badRequest(
      32018,
      `Twiml must be at most ${longestInlineTwiml} characters, got ${twiml.length}`,
    );
  }
  return undefined;
}

export function checkMethods(form: URLSearchParams): Refusal | undefined {
  const names = ['Method', 'FallbackMethod', 'StatusCallbackMethod'];
  const wrong = names.find(
    (name) => !['GET', 'POST', undefined].includes(form.get(name)?.toUpperCase()),
  );
  return (
    (wrong && badRequest(21209, `${wrong} must be GET or POST, got ${form.get(wrong)}`)) ||
    undefined
  );
}

function checkTo(form: URLSearchParams): Refusal | undefined {
  const to = form.get('To');
  if (!to) return badRequest(21201, "No 'To' number is specified");
  if (!addressKind(to))
    return badRequest(21211, `The phone number you are attempting to call, ${to}, is not valid.`);
  return to === form.get('From')
    ? badRequest(21211, "'To' and 'From' must not be the same")
    : undefined;
}

function checkFrom(form: URLSearchParams, { numbers }: OrderRules): Refusal | undefined {
  const from = form.get('From');
  if (!from) return badRequest(21213, "A 'From' phone number is required");
  if (addressKind(form.get('To') ?? '') !== 'phone') return undefined;
  if (addressKind(from) !== 'phone')
    return badRequest(21212, `The 'From' number ${from} is not a valid phone number`);
  if (numbers.owns(from)) return undefined;
  return badRequest(
    21210,
    `The source phone number provided, ${from}, is not yet verified for your account.`,
  );
}

function checkDestination(form: URLSearchParams, { settings }: OrderRules): Refusal | undefined {
  const to = form.get('To') ?? '';
  const isBlocked = settings.blockedPrefixes.some((prefix) => to.startsWith(prefix));
  return isBlocked
    ? badRequest(21215, `Account not authorized to call ${to}: geo permissions`)
    : undefined;
}

function checkNumbers(form: URLSearchParams): Refusal | undefined {
  const { lowest, highest } = ringSeconds;
  const timeout = form.get('Timeout');
  if (timeout !== null && !isWholeNumber(timeout, [lowest, highest])) {
    return badRequest(21208, `Timeout must be ${lowest}-${highest} seconds, got ${timeout}`);
  }
  const timeLimit = form.get('TimeLimit');
  if (timeLimit !== null && !isWholeNumber(timeLimit, [1, callSeconds])) {
    return badRequest(20422, `TimeLimit must be 1-${callSeconds} seconds, got ${timeLimit}`);
  }
  const isDialString = /^[0-9A-D#*wW]{0,32}$/.test(form.get('SendDigits') ?? '');
  return isDialString
    ? undefined
    : badRequest(21206, 'SendDigits must be at most 32 of 0-9 A-D # * w W');
}

/** Twilio does not call hosts with an underscore. */
export function checkCallback(form: URLSearchParams): Refusal | undefined {
  const name = ['StatusCallback', 'FallbackUrl'].find(
    (key) => form.has(key) && !isHttpUrl(form.get(key) ?? ''),
  );
  return (name && badRequest(21609, `${name} is not a valid URL: ${form.get(name)}`)) || undefined;
}

function isHttpUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text) && !new URL(text).hostname.includes('_');
}

function isWholeNumber(text: string, [lowest, highest]: [number, number]): boolean {
  return /^\d+$/.test(text) && Number(text) >= lowest && Number(text) <= highest;
}

function methodOf(text: string | null): HttpMethod {
  return text?.toUpperCase() === 'GET' ? 'GET' : 'POST';
}
