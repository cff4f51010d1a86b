import { Annotations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Config } from '../stages/config.ts';
import { output } from '../work/outputs.ts';
import { Alarms } from './alarms.ts';
import { Dashboard } from './dashboard/dashboard.ts';
import { GradualShift } from './gradual-shift.ts';
import { MonthlyBudget } from './monthly-budget.ts';
import type { WatchedParts } from './watched-parts.ts';

export interface MonitoringProps {
  config: Config;
  parts: WatchedParts;
  /** Alarms that are not made, by what they say. */
  withoutAlarms: readonly string[];
}

/** What watches, as far as the configuration wants it. */
export interface Monitoring {
  alarms: Alarms | undefined;
  dashboard: Dashboard | undefined;
}

/** Watches the parts of the call centre. */
export function monitor(center: Construct, props: MonitoringProps): Monitoring {
  const { alarmEmail, stage, monthlyBudget, shift } = props.config;
  if (stage === 'prod' && alarmEmail === undefined) {
    Annotations.of(center).addWarningV2('callback-center:nobody-told', nobodyTold);
  }
  if (monthlyBudget !== undefined && alarmEmail !== undefined) {
    new MonthlyBudget(center, 'Budget', { dollars: monthlyBudget, email: alarmEmail });
  }
  const watching = watchedBy(center, props);
  const { alarms } = watching;
  if (shift !== 'at-once') new GradualShift(center, 'Shift', { shift, alarms, parts: props.parts });
  return watching;
}

function watchedBy(
  center: Construct,
  { config, parts, withoutAlarms }: MonitoringProps,
): Monitoring {
  const { monitoring, alarmEmail: email, runbookUrl } = config;
  if (monitoring === 'none') return { alarms: undefined, dashboard: undefined };
  const alarms = new Alarms(center, 'Alarms', { email, runbookUrl, parts, leftOut: withoutAlarms });
  const { topic, list } = alarms;
  output(center, 'AlarmTopic', topic.topicArn, 'Tells of alarms to who subscribes');
  if (monitoring === 'alarms') return { alarms, dashboard: undefined };
  const dashboard = new Dashboard(center, 'Dashboard', { alarms: list, runbookUrl, parts });
  return { alarms, dashboard };
}

const nobodyTold =
  'Nobody is told of alarms in production: set alarmEmail in lib/cloud/stages/prod.ts, or subscribe to the output AlarmTopic';
