import { Duration } from 'aws-cdk-lib';
import { type IMetric, type IWidget, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { subscriberIndexes } from '../../data/subscribers.ts';
import { aws, pricesOf } from '../prices.ts';
import { nameOfPart, type WatchedParts } from '../watched-parts.ts';
import { type Graph, row, section } from './widgets.ts';

const period = Duration.hours(1);

/** What does it cost? */
export function costSection(parts: WatchedParts): IWidget[][] {
  return [
    section(
      'What does it cost?',
      `Requests are what is paid for; nothing here costs while nobody calls, but for this dashboard ($${aws.dashboard} a month where the account has used its free ones), the alarms and the polling of one queue. The estimate is of list prices in us-east-1 (${pricesOf}), before what is free; the bill itself is in *Billing > Cost Explorer*. Calls are on Twilio's bill, and cost hundreds of times as much. \`npm run cost\` foretells both.`,
    ),
    row(requests(parts), units(parts, 'Read'), units(parts, 'Write'), estimate(parts)),
  ];
}

function requests({ functions }: WatchedParts): Graph {
  return {
    title: 'Function calls by the hour',
    stacked: true,
    metrics: functions.map((it) => it.metricInvocations({ period, label: nameOfPart(it) })),
  };
}

function units(parts: WatchedParts, kind: 'Read' | 'Write'): Graph {
  const metrics = consumed(parts, kind).map(({ metric, label }) => metric.with({ period, label }));
  return { title: `${kind} units by the hour`, stacked: true, metrics };
}

/** Of tables, and of the indexes that the subscriber table writes along. */
function consumed({ tables, subscribers }: WatchedParts, kind: 'Read' | 'Write') {
  const name = `Consumed${kind}CapacityUnits`;
  const ofIndexes = subscriberIndexes.map((index) => ({
    label: `Subscribers ${index}`,
    metric: subscribers.metric(name, {
      statistic: 'Sum',
      dimensionsMap: { TableName: subscribers.tableName, GlobalSecondaryIndexName: index },
    }),
  }));
  const ofTables = tables.map((it) => ({
    label: nameOfPart(it),
    metric: it.metric(name, { statistic: 'Sum' }),
  }));
  return [...ofTables, ...ofIndexes];
}

function estimate(parts: WatchedParts): Graph {
  const { functions, httpApi } = parts;
  const memory = functions.map(
    (it) => (it.node.defaultChild as unknown as { memorySize?: number }).memorySize ?? 128,
  );
  const gigabytes = Math.max(...memory) / 1024;
  return {
    title: 'AWS by the hour, estimated',
    unit: 'USD',
    stacked: true,
    metrics: [
      priced(
        'function calls',
        aws.lambdaRequest,
        functions.map((it) => it.metricInvocations()),
      ),
      priced(
        'function time',
        (aws.lambdaGigabyteSecond * gigabytes) / 1000,
        functions.map((it) => it.metricDuration({ statistic: 'Sum' })),
      ),
      priced('HTTP requests', aws.httpApiRequest, [httpApi.metricCount()]),
      priced(
        'table writes',
        aws.writeUnit,
        consumed(parts, 'Write').map(({ metric }) => metric),
      ),
      priced(
        'table reads',
        aws.readUnit,
        consumed(parts, 'Read').map(({ metric }) => metric),
      ),
    ],
  };
}

/** The sum of the metrics times its price. */
function priced(label: string, price: number, metrics: IMetric[]): IMetric {
  const prefix = label.replace(/\W/g, '').toLowerCase();
  const usingMetrics = Object.fromEntries(metrics.map((it, n) => [`${prefix}${n}`, it]));
  const expression = `SUM(METRICS("${prefix}")) * ${price.toFixed(12)}`;
  return new MathExpression({ label, expression, usingMetrics, period });
}
