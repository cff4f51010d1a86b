import type { IWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { onTimeWithin } from '../../../../lambdas/domain/settlement/promise-course.ts';
import { ownMetric } from '../own-metrics.ts';
import { type Graph, row, section } from './widgets.ts';

/** Are promises kept? */
export function promisesSection(scope: IConstruct): IWidget[][] {
  return [
    section(
      'Are promises kept?',
      "A customer's phone shall ring on the promised second, or as soon as their operator is ready. On time is within a second, whoever delayed it; **ours** is the longest delay that neither operators nor customers nor rules caused. **Overdue** rows are past their promise and were not dialled, whenever their next try is; those that calling hours or a pause hold back are left out. **Orphaned** are promises of the next hour whose operator is away or gone: give them to somebody else on the supervisor's page. What the sweeps **found** had lost its message, or was never told of; they took it in. A promise is **missed** when it is later than the task's grace: a person decides about the row.",
    ),
    row(
      customersLate(scope),
      lateness(scope, 'OperatorLateness', 'Operators: how late they are rung'),
      onTime(scope),
    ),
    row(orders(scope), overdue(scope), finds(scope), missed(scope)),
  ];
}

function customersLate(scope: IConstruct): Graph {
  const graph = lateness(scope, 'CustomerLateness', 'Customers: how late');
  const own = ownMetric(scope, 'OwnDelay', { statistic: 'Maximum' }).with({ label: 'ours' });
  return { ...graph, metrics: [...graph.metrics, own] };
}

function lateness(
  scope: IConstruct,
  metric: 'CustomerLateness' | 'OperatorLateness',
  title: string,
): Graph {
  const metrics = ['p50', 'p95', 'p99'].map((statistic) =>
    ownMetric(scope, metric, { statistic }).with({ label: statistic }),
  );
  return { title, unit: 'ms', metrics, limit: { value: onTimeWithin, label: 'late' } };
}

/** The share of values up to the limit, which CloudWatch ranks by itself. */
function onTime(scope: IConstruct): Graph {
  const statistic = `PR(:${onTimeWithin})`;
  const metric = ownMetric(scope, 'CustomerLateness', { statistic, minutes: 60 });
  return {
    title: 'Customers: called on time',
    unit: '%',
    most: 100,
    metrics: [metric.with({ label: 'on time' })],
  };
}

function orders(scope: IConstruct): Graph {
  return {
    title: 'Orders',
    metrics: [
      ownMetric(scope, 'OrderTaken').with({ label: 'taken' }),
      ownMetric(scope, 'OrderRefused').with({ label: 'refused' }),
    ],
  };
}

function overdue(scope: IConstruct): Graph {
  const names = ['OverdueRows', 'OrphanedRows', 'UnattendedTasks'] as const;
  const [rows, orphaned, unattended] = names.map((name) =>
    ownMetric(scope, name, { statistic: 'Maximum', minutes: 1 }),
  ) as [Metric, Metric, Metric];
  return {
    title: 'Overdue and orphaned rows',
    metrics: [
      rows.with({ label: 'overdue' }),
      orphaned.with({ label: 'orphaned' }),
      unattended.with({ label: 'tasks with nobody who responds' }),
    ],
  };
}

function finds(scope: IConstruct): Graph {
  return {
    title: 'Found, and tried again',
    metrics: [
      ownMetric(scope, 'OverdueFound').with({ label: 'overdue, message sent again' }),
      ownMetric(scope, 'UntoldFound').with({ label: 'order not told of' }),
      ownMetric(scope, 'RowNotJudged').with({ label: 'row not judged, tried again' }),
    ],
  };
}

function missed(scope: IConstruct): Graph {
  const metrics = [ownMetric(scope, 'PromiseMissed', { minutes: 60 }).with({ label: 'missed' })];
  return { title: 'Promises missed', metrics };
}
