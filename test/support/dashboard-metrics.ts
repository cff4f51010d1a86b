import type { Template } from 'aws-cdk-lib/assertions';

export interface ShownMetric {
  namespace: string;
  name: string;
  dimensions: Record<string, string>;
}

export interface ShownWidget {
  title?: string;
  markdown?: string;
  metrics: ShownMetric[];
}

/** The dashboard’s widgets in their order, with what is only known at the deployment by its logical id. */
export function dashboardWidgets(template: Template): ShownWidget[] {
  const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
  const body = JSON.parse(textOf(dashboard?.Properties.DashboardBody)) as {
    widgets: { properties: { title?: string; markdown?: string; metrics?: unknown[][] } }[];
  };
  return body.widgets.map(({ properties: { metrics = [], ...rest } }) => ({
    ...rest,
    metrics: metrics.flatMap(metricOf),
  }));
}

/** A line of a widget: namespace, name, dimensions in turn, and how it is shown; or an expression. */
function metricOf(line: unknown[]): ShownMetric[] {
  const texts = line.filter((it) => typeof it === 'string');
  const [namespace, name, ...rest] = texts;
  if (namespace === undefined || name === undefined) return [];
  const dimensions: Record<string, string> = {};
  for (let n = 0; n + 1 < rest.length; n += 2) dimensions[rest[n] ?? ''] = rest[n + 1] ?? '';
  return [{ namespace, name, dimensions }];
}

/** The names of the functions’ own metrics that the dashboard or an alarm looks at. */
export function ownMetricsLookedAt(template: Template): string[] {
  const shown = dashboardWidgets(template).flatMap(({ metrics }) => metrics);
  const own = [...shown, ...alarmMetrics(template)].filter(
    ({ namespace }) => namespace === 'CallbackCenter',
  );
  return [...new Set(own.map(({ name }) => name))];
}

/** All metrics that alarms look at. */
export function alarmMetrics(template: Template): ShownMetric[] {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
  return alarms.flatMap(({ Properties }) => {
    const of = Properties.Metrics ?? [{ MetricStat: { Metric: Properties } }];
    return of.flatMap(({ MetricStat }: { MetricStat?: { Metric: AlarmMetric } }) =>
      MetricStat ? [alarmMetric(MetricStat.Metric)] : [],
    );
  });
}

interface AlarmMetric {
  Namespace: string;
  MetricName: string;
  Dimensions?: { Name: string; Value: unknown }[];
}

function alarmMetric({ Namespace, MetricName, Dimensions = [] }: AlarmMetric): ShownMetric {
  const dimensions = Dimensions.map(({ Name, Value }) => [Name, textOf(Value)]);
  return {
    namespace: Namespace,
    name: MetricName,
    dimensions: Object.fromEntries(dimensions),
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref, ...functions } = value as Record<string, unknown>;
  if (typeof Ref === 'string') return Ref;
  const { 'Fn::Join': join, 'Fn::GetAtt': attribute } = functions;
  if (Array.isArray(attribute)) return attribute.join('.');
  const [between, parts] = join as [string, unknown[]];
  return parts.map(textOf).join(between);
}
