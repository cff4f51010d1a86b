import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import type {
  Gauge,
  Metric as MetricName,
  Timing,
} from '../../../lambdas/ports/records/journal.ts';

export type OwnMetricName = MetricName | Timing | Gauge | 'Failed';

export interface OwnMetricOptions {
  /** `Sum`, unless set. */
  statistic?: string | undefined;
  /** Of a period (5). */
  minutes?: number | undefined;
}

/** What the functions count, as the journal writes it: one dimension, the deployment. */
export function ownMetric(
  scope: IConstruct,
  metricName: OwnMetricName,
  { statistic = 'Sum', minutes = 5 }: OwnMetricOptions = {},
): Metric {
  return new Metric({
    namespace: 'CallbackCenter',
    metricName,
    dimensionsMap: { service: Stack.of(scope).stackName },
    statistic,
    period: Duration.minutes(minutes),
  });
}

/** Of all functions of the account in the region, which share what may run at once. */
export function accountMetric(
  metricName: 'ConcurrentExecutions' | 'Throttles',
  { statistic, period, label }: { statistic: string; period: Duration; label?: string },
): Metric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    statistic,
    period,
    ...(label !== undefined && { label }),
  });
}
