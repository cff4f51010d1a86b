import { usualRecordingDays } from '../../lambdas/domain/task/recording-rules.ts';
import { aws, pricesOf } from '../cloud/watch/prices.ts';
import {
  callsUse,
  desksUse,
  holdLine,
  idleUse,
  type Month,
  recordingLines,
  type TwilioLine,
  twilioLines,
} from './bill.ts';
import type { Measurement } from './measurement.ts';
import type { StackFacts } from './stack-facts.ts';
import { addUse, afterFree, priceOf, type Use, useOfCallback, useOfEvents } from './use.ts';

export interface Given {
  month: Month;
  measurement: Measurement;
  facts: StackFacts;
}

/** The goals, and where we are. */
export function goalsOf({ measurement, facts }: Given) {
  const callback = useOfCallback(measurement.callback, 'near');
  return [
    { what: 'function calls of a finished callback', is: callback.lambdaRequest ?? 0, goal: 13 },
    { what: 'write units of a finished callback', is: callback.writeUnit ?? 0, goal: 30 },
    { what: 'dollars for a thousand finished callbacks', is: priceOf(callback) * 1000, goal: 0.05 },
    { what: 'dollars for an idle month', is: priceOf(idleUse(measurement, facts)), goal: 2 },
  ];
}

/** The bill of a month, as a text. */
export function reportOf(given: Given): string {
  return [head(given), awsPart(given), twilioPart(given.month), goalsPart(given)].join('\n');
}

function head({ month, measurement }: Given): string {
  const { callbacks, operators, attempts, minutes, operatorPhones } = month;
  return `A month of ${whole(callbacks)} callbacks and ${whole(operators)} operators
Each customer is dialled ${attempts} times until reached, and talks ${minutes} minutes; operators
speak by ${operatorPhones}. List prices of ${pricesOf} in US dollars: AWS in us-east-1, Twilio in the
United States. Requests were counted on ${measurement.measuredOn}, of ${measurement.callback.times} real calls on a local system.
`;
}

const names: Record<keyof typeof aws, string> = {
  lambdaRequest: 'function calls',
  lambdaGigabyteSecond: 'function time (GB-s, estimated)',
  httpApiRequest: 'HTTP requests',
  webSocketMessage: 'WebSocket messages',
  webSocketMinute: 'WebSocket minutes',
  writeUnit: 'write units',
  readUnit: 'read units',
  storedGigabyte: 'stored (GB), after a year',
  recoverableGigabyte: 'recoverable to any second (GB)',
  schedulerInvocation: 'timers',
  sqsRequest: 'queue requests',
  publishedEvent: 'events published',
  ingestedGigabyte: 'logs (GB)',
  archivedGigabyte: 'logs kept (GB)',
  customMetric: 'own metrics',
  alarmMetric: 'metrics of alarms',
  dashboard: 'dashboards',
};

function awsPart({ month, measurement, facts }: Given): string {
  const calls = callsUse(measurement, month);
  const desks = desksUse(measurement, month);
  const idle = idleUse(measurement, facts);
  const board: Use = { dashboard: facts.dashboards };
  const all = addUse(calls, desks, idle);
  return [
    line('AWS'),
    ...useLines('Calls', calls),
    ...useLines('Desks', desks),
    ...useLines('Though nobody calls', idle),
    line('  The dashboard, unless it is one of the account’s three free ones', priceOf(board)),
    line('  Together', priceOf(addUse(all, board))),
    line('  Together, where the free tier and a free dashboard are left', priceOf(afterFree(all))),
    '',
  ].join('\n');
}

/** What makes less than a cent stands together in one line. */
function useLines(title: string, use: Use): string[] {
  const entries = Object.entries(use).map(([name, quantity]) => {
    const key = name as keyof typeof aws;
    return { what: names[key], quantity, dollars: quantity * aws[key] };
  });
  const dear = entries.filter(({ dollars }) => dollars >= 0.01);
  const rest = entries
    .filter(({ dollars }) => dollars < 0.01)
    .reduce((sum, { dollars }) => sum + dollars, 0);
  return [
    line(`  ${title}`, priceOf(use)),
    ...dear
      .toSorted((a, b) => b.dollars - a.dollars)
      .map(({ what, quantity, dollars }) => line(`    ${short(quantity)} ${what}`, dollars)),
    ...(rest > 0 ? [line('    the rest', rest)] : []),
  ];
}

function twilioPart(month: Month): string {
  const lines = twilioLines(month);
  const together = (it: readonly TwilioLine[]) => it.reduce((sum, { dollars }) => sum + dollars, 0);
  const hold = holdLine(month);
  return [
    line('Twilio'),
    ...lines.map(({ what, dollars }) => line(`  ${what}`, dollars)),
    line('  Together', together(lines)),
    line('  Where tasks record, besides:'),
    ...recordingLines(month, usualRecordingDays).map(({ what, dollars }) =>
      line(`    ${what}`, dollars),
    ),
    line(`  Where operators use hold, besides: ${hold.what}`, hold.dollars),
    '',
  ].join('\n');
}

function goalsPart(given: Given): string {
  const rows = goalsOf(given).map(({ what, is, goal }) => {
    const verdict = is <= goal ? 'kept' : 'missed';
    return `  ${what.padEnd(46)}${short(is).padStart(8)}  at most ${short(goal)}: ${verdict}`;
  });
  const far = priceOf(useOfCallback(given.measurement.callback, 'far')) * 1000;
  return [
    'Goals (desks and the dashboard not counted)',
    ...rows,
    `  Events for other software, where the stage has them, add ${short(priceOf(useOfEvents(given.measurement.callback)) * 1000)} dollars a thousand.`,
    `  Promises over 15 minutes ahead take a timer and a function call more: ${short(far)} dollars a thousand.`,
    '',
  ].join('\n');
}

const textWidth = 68;

function line(what: string, dollars?: number): string {
  return dollars === undefined
    ? what
    : `${what.padEnd(textWidth)}${dollars.toFixed(2).padStart(9)}`;
}

const whole = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 });

/** Three digits are as many as an estimate has. */
function short(value: number): string {
  return value.toLocaleString(
    'en-US',
    value >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
  );
}
