import { Duration } from 'aws-cdk-lib';
import { type IMetric, type IWidget, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { accountMetric, type OwnMetricName, ownMetric } from '../own-metrics.ts';
import { nameOfPart, placeOf, type WatchedParts } from '../watched-parts.ts';
import { type Graph, row, section } from './widgets.ts';

const period = Duration.minutes(5);

/** Is the machine healthy? */
export function machineSection(scope: IConstruct, parts: WatchedParts): IWidget[][] {
  return [
    section(
      'Is the machine healthy?',
      'All of this is quiet on a good day. **Failures** were noticed and answered by the functions themselves; **errors** are timeouts and crashes. **Dead letters** wait for a person: see the runbook. **Age of the stream** is how far behind the functions are that follow writes. **Refused signatures** are requests that Twilio did not sign, or signed with a token that we do not know. **Finds** are calls without news and calls of nobody, which the sweeps put right.',
    ),
    functionGraphs(parts),
    queueGraphs(scope, parts),
    edgeGraphs(scope, parts),
  ];
}

function functionGraphs({ functions }: WatchedParts): IWidget[] {
  const of = (metric: (it: (typeof functions)[number]) => IMetric) => functions.map(metric);
  return row(
    {
      title: 'Functions: errors',
      stacked: true,
      metrics: of((it) => it.metricErrors({ period, label: nameOfPart(it) })),
    },
    {
      title: 'Functions at once, of all in the account',
      metrics: [
        accountMetric('ConcurrentExecutions', { statistic: 'Maximum', period, label: 'at once' }),
      ],
    },
    {
      title: 'Functions: throttles',
      stacked: true,
      metrics: of((it) => it.metricThrottles({ period, label: nameOfPart(it) })),
    },
    {
      title: 'Functions: duration, p99',
      unit: 'ms',
      metrics: of((it) => it.metricDuration({ period, statistic: 'p99', label: nameOfPart(it) })),
    },
  );
}

/** Functions that follow a stream have an iterator; others never tell its age. */
function queueGraphs(scope: IConstruct, parts: WatchedParts): IWidget[] {
  const { deadLetters, dialQueue, followers, scheduleGroups } = parts;
  return row(
    {
      title: 'Dead letters',
      stacked: true,
      metrics: deadLetters.map((it) =>
        it.metricApproximateNumberOfMessagesVisible({ period, label: placeOf(it) }),
      ),
    },
    {
      title: 'Age of the streams, and of what waits to be dialled',
      unit: 's',
      metrics: [
        ...followers.map(ageInSeconds),
        dialQueue.metricApproximateAgeOfOldestMessage({ period, label: nameOfPart(dialQueue) }),
      ],
    },
    {
      title: 'Scheduler: failed and dropped',
      metrics: scheduleGroups.flatMap((it) => {
        const name = nameOfPart(it);
        return [
          it.metricTargetErrors({ period, label: `${name}: failed` }),
          it.metricDropped({ period, label: `${name}: dropped` }),
        ];
      }),
    },
    failures(scope),
  );
}

/** Lambda tells it in milliseconds, queues tell theirs in seconds. */
function ageInSeconds(fn: WatchedParts['functions'][number], n: number): IMetric {
  const age = fn.metric('IteratorAge', { period, statistic: 'Maximum' });
  const usingMetrics = { [`age${n}`]: age };
  const expression = `age${n} / 1000`;
  return new MathExpression({ label: nameOfPart(fn), expression, usingMetrics, period });
}

function failures(scope: IConstruct): Graph {
  return {
    title: 'Failures and finds',
    metrics: own(scope, {
      Failed: 'failed',
      SilentAttemptFound: 'call without news, asked about',
      StrayCall: 'call of nobody, hung up',
    }),
  };
}

function edgeGraphs(scope: IConstruct, { httpApi, webSocketApi, tables }: WatchedParts): IWidget[] {
  return row(
    {
      title: 'HTTP API: failures, refusals',
      metrics: [
        httpApi.metricServerError({ period, statistic: 'Sum', label: 'our failure (5xx)' }),
        httpApi.metricClientError({ period, statistic: 'Sum', label: 'refused (4xx)' }),
      ],
    },
    {
      title: 'HTTP API: time to answer, p99',
      unit: 'ms',
      metrics: [
        httpApi.metricLatency({ period, statistic: 'p99', label: 'with the wait for the second' }),
      ],
    },
    {
      title: 'Signatures, desks',
      metrics: [
        ...own(scope, {
          SignatureRefused: 'signature refused',
          UnknownWebhook: 'unknown webhook',
          DeskNotTold: 'desk not told',
        }),
        webSocketApi.metric('IntegrationError', {
          period,
          statistic: 'Sum',
          label: 'socket failed',
        }),
      ],
    },
    {
      title: 'Tables: throttled',
      metrics: tables.flatMap((it) =>
        ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) =>
          it.metric(name, { period, statistic: 'Sum', label: `${nameOfPart(it)} ${name}` }),
        ),
      ),
    },
  );
}

function own(scope: IConstruct, labels: Partial<Record<OwnMetricName, string>>): IMetric[] {
  return Object.entries(labels).map(([name, label]) =>
    ownMetric(scope, name as OwnMetricName).with({ label }),
  );
}
