import { twilio } from '../cloud/watch/prices.ts';
import type { Measurement } from './measurement.ts';
import { hoursAMonth, type StackFacts } from './stack-facts.ts';
import { addUse, scaleUse, type Use, useOf, useOfCallback, useOfDesk } from './use.ts';

/** What a month looks like. */
export interface Month {
  /** Promised calls that come to their end. */
  callbacks: number;
  operators: number;
  /** How often a customer is dialled until reached, on average. */
  attempts: number;
  /** How long people talk. */
  minutes: number;
  /** What operators speak into. */
  operatorPhones: 'browser' | 'phone';
}

/** Lambda asks an idle queue so often, where a limit of calls at once is set: five pollers, 20 s each. */
const pollsAMonth = 648_000;

/** A desk is open for eight hours on 22 days. */
const deskHours = 8 * 22;
/** While somebody looks at it; a page in the background asks less often. */
const minutesBetweenPings = 0.5;
/** Opening the page, lists, searches. */
const requestsPerDeskHour = 30;

/** Own metrics of a working hour; the others are not told while nothing of them happens. */
const customMetrics = 30;

/** Row, attempt and form, with what finds them again. */
const keptGigabytes = 5e-6;
const yearOfMonths = 12;

/** Whether anybody calls or not; the dashboard apart, of which an account has three for nothing. */
export function idleUse({ sweep }: Pick<Measurement, 'sweep'>, facts: StackFacts): Use {
  const perSweep = useOf(sweep, () => true);
  return addUse(scaleUse({ ...perSweep, schedulerInvocation: 1 }, facts.sweepsAMonth), {
    alarmMetric: facts.alarmMetrics,
    sqsRequest: facts.polledQueues * pollsAMonth,
    storedGigabyte: 0.01,
    recoverableGigabyte: 0.01,
  });
}

export function callsUse({ callback }: Measurement, { callbacks, attempts }: Month): Use {
  const kept = callbacks * yearOfMonths * keptGigabytes;
  return addUse(
    scaleUse(useOfCallback(callback, 'far'), callbacks * attempts),
    coldStarts(callbacks),
    {
      customMetric: (customMetrics * deskHours) / hoursAMonth,
      storedGigabyte: kept,
      recoverableGigabyte: kept,
    },
  );
}

/** A function that nobody needed for some ten minutes is loaded anew; Lambda takes money for that, too. */
const functionsOfACall = 6;
const secondsToLoad = 0.5;
const gigabytesOfAFunction = 0.5;
const workingHours = 22 * 10;
const idleUntilUnloaded = 6;

/** At most one for each call and function; with many calls, those of the first of each ten minutes. */
function coldStarts(callbacks: number): Use {
  const sparse = Math.min(callbacks, workingHours * idleUntilUnloaded);
  const loads = sparse * functionsOfACall;
  return { lambdaGigabyteSecond: loads * secondsToLoad * gigabytesOfAFunction };
}

/** Without operators nobody has a desk. */
export function desksUse(measurement: Measurement, { callbacks, operators }: Month): Use {
  if (operators === 0) return {};
  const hours = operators * deskHours;
  return addUse(scaleUse(useOfDesk(measurement), callbacks), {
    webSocketMinute: hours * 60,
    webSocketMessage: (2 * hours * 60) / minutesBetweenPings,
    httpApiRequest: hours * requestsPerDeskHour,
    lambdaRequest: hours * (requestsPerDeskHour + 60 / minutesBetweenPings),
    readUnit: hours * requestsPerDeskHour * 3,
  });
}

export interface TwilioLine {
  what: string;
  dollars: number;
}

/** Begun minutes are paid for: half a minute more than was spoken, on average. */
const begun = 0.5;
/** An operator’s leg is up before the customer’s: it waits for the second, and for the answer. */
const waitedMinutes = 20 / 60;

/** Who is not reached costs the operator’s leg alone. */
export function twilioLines(month: Month): TwilioLine[] {
  const { callbacks, attempts, minutes, operatorPhones } = month;
  const inBrowser = operatorPhones === 'browser';
  const perMinute = inBrowser ? twilio.browserMinute : twilio.outboundMinute;
  const talks = callbacks * (minutes + waitedMinutes + begun);
  const vain = callbacks * (attempts - 1) * (2 * waitedMinutes + begun);
  return [
    { what: 'customers’ phones', dollars: callbacks * (minutes + begun) * twilio.outboundMinute },
    { what: inBrowser ? 'operators’ browsers' : 'operators’ phones', dollars: talks * perMinute },
    { what: 'operators, customer not reached', dollars: vain * perMinute },
    { what: 'one number', dollars: twilio.number },
  ];
}

/** A talk that is put on hold is a conference from then on: at most, of the operator and the customer for all of it. */
export function holdLine({ callbacks, minutes }: Month): TwilioLine {
  const legs = 2;
  const dollars = callbacks * legs * (minutes + begun) * twilio.conferenceMinute;
  return { what: 'putting every talk on hold, at most', dollars };
}

const freeKeptMinutes = 10_000;
const daysOfMonth = 30;

/**
 * What recording every talk adds, where tasks have it so: Twilio's minutes, and those that it keeps. In AWS
 * a recording takes a function call and some write units more, less than a cent a thousand.
 */
export function recordingLines(month: Month, keepDays: number): TwilioLine[] {
  const recorded = month.callbacks * (month.minutes + begun);
  const kept = Math.max(0, (recorded * keepDays) / daysOfMonth - freeKeptMinutes);
  return [
    { what: 'recording every talk', dollars: recorded * twilio.recordedMinute },
    { what: `keeping recordings for ${keepDays} days`, dollars: kept * twilio.keptMinute },
  ];
}
