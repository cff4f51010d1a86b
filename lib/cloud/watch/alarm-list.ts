import { Duration } from 'aws-cdk-lib';
import { type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import type { NodeFunction } from '../base/node-function.ts';
import { accountMetric, ownMetric } from './own-metrics.ts';
import type { WatchedParts } from './watched-parts.ts';

export interface AlarmDefinition {
  /** What people suffer; also the heading of its article in runbook.md. */
  impact: string;
  metric: IMetric;
  /** From this value on. */
  threshold: number;
  /** So many of so many periods: one bad period alone wakes nobody, where that can wait. */
  datapoints: [bad: number, of: number];
  /** Silence is bad news only of what must never be silent. */
  whenSilent?: TreatMissingData;
  /** Their next version is taken back when it rings while calls are shifted to it. */
  takesBack?: readonly NodeFunction[];
}

/**
 * Whose versions are shifted to step by step. Sweeps run too seldom for a tenth of them to tell anything,
 * and neither do the few requests for the description of the API, or for a calendar.
 */
export function shiftedFunctions({ functions, sweeps, consoleApi }: WatchedParts): NodeFunction[] {
  const asked = [consoleApi?.description, consoleApi?.calendar];
  const others = [sweeps.reconcile, sweeps.patrol, sweeps.testCall?.fn, ...asked];
  return functions.filter((it) => !others.includes(it));
}

/** A second of lateness is noticed, two are not excused: nobody is woken for one. */
const tooLateMilliseconds = 2000;

/** Each metric of an alarm costs $0.10 a month: 16 of them, one where addresses are called, and one where a number of one's own is, which an idle month of $2 has room for. */
export function alarmList(center: IConstruct, parts: WatchedParts): AlarmDefinition[] {
  return [
    ...promiseAlarms(center, parts),
    ...callAlarms(center, parts),
    ...machineAlarms(center, parts),
    ...recoveryAlarms(parts),
  ];
}

function promiseAlarms(center: IConstruct, { engine, webhooks }: WatchedParts): AlarmDefinition[] {
  return [
    {
      impact: 'Customers are called late',
      metric: ownMetric(center, 'OwnDelay', { statistic: `TC(${tooLateMilliseconds}:)` }),
      threshold: 2,
      datapoints: [2, 3],
      takesBack: [engine.followRow, engine.callOperator, webhooks.functions.voice],
    },
    {
      impact: 'Promised calls are at hand, and no operator responds',
      metric: ownMetric(center, 'UnattendedTasks', { statistic: 'Maximum', minutes: 1 }),
      threshold: 1,
      datapoints: [3, 3],
    },
    {
      impact: 'Promised calls are overdue, and nothing dials them',
      metric: ownMetric(center, 'OverdueRows', { statistic: 'Maximum', minutes: 1 }),
      threshold: 1,
      datapoints: [5, 5],
    },
    {
      impact: 'Promised calls were not made',
      metric: ownMetric(center, 'DecisionNeeded'),
      threshold: 1,
      datapoints: [1, 1],
    },
  ];
}

function callAlarms(center: IConstruct, { answering }: WatchedParts): AlarmDefinition[] {
  return [
    {
      impact: 'A task is stopped, because Twilio refuses its calls',
      metric: ownMetric(center, 'TaskStopped'),
      threshold: 1,
      datapoints: [1, 1],
    },
    {
      impact: 'Twilio does not answer, and calls are put off',
      metric: ownMetric(center, 'SubmissionUnknown'),
      threshold: 2,
      datapoints: [2, 3],
    },
    {
      impact: "Twilio refuses our customers' legs",
      metric: ownMetric(center, 'CustomerLegMissing'),
      threshold: 2,
      datapoints: [2, 3],
    },
    {
      impact: "Customers' phones cannot be reached",
      // Numbers that do not exist are counted apart: what is left are carriers that take no calls.
      metric: ownMetric(center, 'CustomerUnreachable', { minutes: 15 }),
      threshold: 5,
      datapoints: [2, 2],
    },
    {
      impact: "Twilio's requests are turned away, and phones stay silent",
      metric: ownMetric(center, 'SignatureRefused'),
      threshold: 10,
      datapoints: [2, 3],
      takesBack: answering,
    },
    {
      impact: 'Somebody guesses the PINs of operators, or fills a table by calling in',
      metric: ownMetric(center, 'CallerSuspected', { minutes: 60 }),
      threshold: 15,
      datapoints: [1, 1],
    },
  ];
}

const period = Duration.minutes(5);

function machineAlarms(center: IConstruct, parts: WatchedParts): AlarmDefinition[] {
  return [
    {
      impact: 'Calls, orders or forms fail',
      metric: ownMetric(center, 'Failed'),
      threshold: 5,
      datapoints: [2, 3],
      takesBack: shiftedFunctions(parts),
    },
    {
      impact: 'Phones and screens get no answer',
      metric: parts.httpApi.metricServerError({ period, statistic: 'Sum' }),
      threshold: 5,
      datapoints: [2, 3],
      takesBack: [...parts.answering, ...parts.paging],
    },
    {
      impact: 'Calls and screens wait, because the account runs as many functions as it may',
      // How many it may run is not known here: what is turned away tells, whatever the limit is.
      metric: accountMetric('Throttles', { statistic: 'Sum', period }),
      threshold: 5,
      datapoints: [2, 3],
    },
    {
      impact: 'Orders are noticed late',
      metric: parts.engine.followRow.metric('IteratorAge', {
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: Duration.minutes(1).toMilliseconds(),
      datapoints: [3, 5],
      takesBack: [parts.engine.followRow],
    },
  ];
}

/** What was lost, and what looks for it. */
function recoveryAlarms(parts: WatchedParts): AlarmDefinition[] {
  const { engine, sweeps, callsPutAside } = parts;
  return [
    {
      impact: 'Calls or orders were put aside, and wait for a person',
      // Sweeps that broke off are put aside too: their failures have an alarm of their own.
      metric: callsPutAside.metricApproximateNumberOfMessagesVisible({
        period,
        statistic: 'Maximum',
      }),
      threshold: 1,
      datapoints: [1, 1],
      takesBack: [engine.followRow, engine.callOperator],
    },
    {
      impact: 'Nobody looks for lost calls',
      // Lambda tells 0 or 1 of every call: half of them fail, or none takes place at all.
      metric: sweeps.reconcile.metricErrors({ period, statistic: 'Average' }),
      threshold: 0.5,
      datapoints: [2, 2],
      whenSilent: TreatMissingData.BREACHING,
    },
    ...webhookAlarms(parts),
    ...testCallAlarms(parts),
  ];
}

/** Where addresses are called with what happens. */
function webhookAlarms({ eventsPutAside }: WatchedParts): AlarmDefinition[] {
  if (eventsPutAside === undefined) return [];
  return [
    {
      impact: 'Other software misses what happened',
      metric: eventsPutAside.metricApproximateNumberOfMessagesVisible({ period }),
      threshold: 1,
      datapoints: [1, 1],
    },
  ];
}

/** Where a number of one's own is called by the clock. */
function testCallAlarms({ sweeps: { testCall } }: WatchedParts): AlarmDefinition[] {
  if (testCall === undefined) return [];
  // However the schedule falls, one is looked at in that time.
  const twice = Duration.minutes(2 * testCall.pause.toMinutes());
  return [
    {
      impact: 'The test call did not ring',
      metric: testCall.fn.metricErrors({ period: twice, statistic: 'Sum' }),
      threshold: 1,
      datapoints: [1, 1],
      whenSilent: TreatMissingData.BREACHING,
    },
  ];
}
