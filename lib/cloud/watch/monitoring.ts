import { Annotations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Config } from '../stages/config.ts';
import { output } from '../work/outputs.ts';
import { Alarms } from './alarms.ts';
import { Dashboard } from './dashboard/dashboard.ts';
import { GradualShift } from './gradual-shift.ts';
import { MonthlyBudget } from './monthly-budget.ts';

/** Watches what is in the call centre by now. */
export function monitor(center: Construct, config: Config): Alarms | undefined {
  const { monitoring, alarmEmail, stage, monthlyBudget, shift } = config;
  if (stage === 'prod' && alarmEmail === undefined) {
    Annotations.of(center).addWarningV2('callback-center:nobody-told', nobodyTold);
  }
  if (monthlyBudget !== undefined && alarmEmail !== undefined) {
    new MonthlyBudget(center, 'Budget', { dollars: monthlyBudget, email: alarmEmail });
  }
  const alarms = monitoring === 'none' ? undefined : watchedBy(center, config);
  if (shift !== 'at-once') new GradualShift(center, 'Shift', { shift, alarms });
  return alarms;
}

function watchedBy(center: Construct, { monitoring, alarmEmail, runbookUrl }: Config): Alarms {
  const alarms = new Alarms(center, 'Alarms', { email: alarmEmail, runbookUrl });
  const { topic, list } = alarms;
  output(center, 'AlarmTopic', topic.topicArn, 'Tells of alarms to who subscribes');
  if (monitoring === 'full') new Dashboard(center, 'Dashboard', { alarms: list, runbookUrl });
  return alarms;
}

const nobodyTold =
  'Nobody is told of alarms in production: set alarmEmail in lib/cloud/stages/prod.ts, or subscribe to the output AlarmTopic';
