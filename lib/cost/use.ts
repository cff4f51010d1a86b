import { aws, awsFree } from '../cloud/watch/prices.ts';
import type { Count, Phase } from './measurement.ts';

/** What is paid for, in the units of the price table. */
export type Use = Partial<Record<keyof typeof aws, number>>;

/** Who is no part of a call: pages, their sockets, and what tells them. */
const deskCallers = /^(Console|DeskNews|DeskSockets)/;
/** What tells other software, where the stage has events. */
const eventCallers = /^Events/;
/** Functions that an HTTP request runs, each once. */
const webFunctions = /^(Webhooks|Console)/;
const queueFunctions = /^EngineCallOperator$/;

/** Of work that could not be measured here: how long it takes in AWS. */
const assumed = {
  gigabytes: 0.5,
  /** A warm function, without what it waits for. */
  secondsPerCall: 0.02,
  /** DynamoDB and SQS answer in 3 to 10 ms. */
  secondsPerRequest: 0.006,
  /** Twilio’s answer, and up to a second each in which an operator’s and a customer’s call is held. */
  secondsWaitedPerCallback: 0.3 + 0.5 + 0.5,
  accessLogBytes: 300,
};

const gigabyte = 1e9;

/** What a promised call uses, but for its desk: `far` ones wait in Scheduler first. */
export function useOfCallback(phase: Phase, far: 'far' | 'near'): Use {
  const use = useOf(phase, isPartOfCall);
  const waited = assumed.secondsWaitedPerCallback * assumed.gigabytes;
  return addUse(
    { ...use, lambdaGigabyteSecond: (use.lambdaGigabyteSecond ?? 0) + waited },
    far === 'far' ? farTimer : {},
  );
}

/**
 * Scheduler fires two minutes early: one invocation of its, which sends one message, and one call of
 * the function that puts it on the queue again for the rest (two reads).
 */
const farTimer: Use = {
  schedulerInvocation: 1,
  lambdaRequest: 1,
  lambdaGigabyteSecond: 0.03 * assumed.gigabytes,
  sqsRequest: 3,
  readUnit: 2,
};

/** What its desk uses: telling of the call, what the call asks more because somebody looks, and the form. */
export function useOfDesk({ callback, watched, desk }: Record<CallPhase, Phase>): Use {
  return addUse(
    useOf(watched, ({ caller }) => /^DeskNews/.test(caller)),
    useOf(watched, isPartOfCall),
    scaleUse(useOf(callback, isPartOfCall), -1),
    useOf(desk, () => true),
  );
}

type CallPhase = 'callback' | 'watched' | 'desk';

function isPartOfCall({ caller }: Count): boolean {
  return !deskCallers.test(caller) && !eventCallers.test(caller);
}

/** What telling other software of a promised call uses, where the stage has events. */
export function useOfEvents(phase: Phase): Use {
  const use = useOf(phase, ({ caller }) => eventCallers.test(caller));
  const published = (use.lambdaRequest ?? 0) === 0 ? {} : { publishedEvent: eventsACall };
  return addUse(use, published);
}

/** Ordered, rung, dialled, talked, the form, and what the operator did meanwhile three times. */
const eventsACall = 8;

/** Per time that it was done. */
export function useOf({ times, counts, logBytes }: Phase, isPart: (it: Count) => boolean): Use {
  const chosen = counts.filter(isPart);
  const share = chosen.length === counts.length ? 1 : callsOf(chosen) / callsOf(counts);
  const calls = callsOf(chosen);
  const webCalls = callsOf(chosen.filter(({ caller }) => webFunctions.test(caller)));
  const messages = callsOf(chosen.filter(({ caller }) => queueFunctions.test(caller)));
  const asked = sum(chosen.filter(isRequest), ({ requests }) => requests);
  const seconds = calls * assumed.secondsPerCall + asked * assumed.secondsPerRequest;
  const logged = logBytes * share + webCalls * assumed.accessLogBytes;
  const total: Use = {
    lambdaRequest: calls,
    lambdaGigabyteSecond: seconds * assumed.gigabytes,
    httpApiRequest: webCalls,
    webSocketMessage: requestsTo(chosen, 'execute-api:PostToConnection'),
    writeUnit: sum(chosen, ({ writeUnits }) => writeUnits),
    readUnit: sum(chosen, ({ readUnits }) => readUnits),
    // A message is sent, received and deleted.
    sqsRequest: requestsTo(chosen, 'sqs:SendMessage') + 2 * messages,
    ingestedGigabyte: logged / gigabyte,
  };
  return scaleUse(total, 1 / times);
}

function isRequest({ caller, operation }: Count): boolean {
  return operation !== 'lambda:Invoke' && caller !== 'outside' && !caller.includes('(');
}

function callsOf(counts: readonly Count[]): number {
  return requestsTo(counts, 'lambda:Invoke');
}

function requestsTo(counts: readonly Count[], operation: string): number {
  return sum(
    counts.filter((it) => it.operation === operation),
    ({ requests }) => requests,
  );
}

function sum<Item>(items: readonly Item[], amountOf: (it: Item) => number): number {
  return items.reduce((total, it) => total + amountOf(it), 0);
}

export function scaleUse(use: Use, factor: number): Use {
  return Object.fromEntries(Object.entries(use).map(([name, it]) => [name, it * factor]));
}

export function addUse(...uses: readonly Use[]): Use {
  const total: Record<string, number> = {};
  for (const [name, it] of uses.flatMap((use) => Object.entries(use))) {
    total[name] = (total[name] ?? 0) + it;
  }
  return total;
}

/** US dollars at list prices. */
export function priceOf(use: Use): number {
  return sum(Object.entries(use), ([name, it]) => it * aws[name as keyof typeof aws]);
}

/** What remains of it to be paid for, where nothing else in the account uses what is free. */
export function afterFree(use: Use): Use {
  const free: Use = awsFree;
  const rest = Object.entries(use).map(([name, it]) => {
    return [name, Math.max(0, it - (free[name as keyof Use] ?? 0))];
  });
  return Object.fromEntries(rest);
}
