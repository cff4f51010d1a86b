import type { IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { type OwnMetricName, ownMetric } from '../own-metrics.ts';
import { row, section } from './widgets.ts';

/** Are operators well used? */
export function operatorsSection(scope: IConstruct): IWidget[][] {
  const gauge = (name: OwnMetricName, label: string) =>
    ownMetric(scope, name, { statistic: 'Average', minutes: 1 }).with({ label });
  return [
    section(
      'Are operators well used?',
      "Looked at once a minute. Operators who **wait** hear their own phone or their customer's ring; much of it means a long `ringAheadSeconds`, or customers who do not answer. Calls that found **nobody free** are put off: many of them, and there are too few operators for what was promised.",
    ),
    row(
      {
        title: 'Operators in calls',
        stacked: true,
        metrics: [
          gauge('OperatorsTalking', 'talking'),
          gauge('OperatorsWaiting', 'waiting'),
          gauge('OperatorsWrappingUp', 'wrapping up'),
        ],
      },
      {
        title: 'Due calls that found nobody free',
        metrics: [ownMetric(scope, 'NobodyFree').with({ label: 'put off' })],
      },
      {
        title: 'Work done',
        metrics: [
          ownMetric(scope, 'FormSent').with({ label: 'forms sent' }),
          ownMetric(scope, 'LineImported').with({ label: 'lines imported' }),
        ],
      },
    ),
  ];
}
