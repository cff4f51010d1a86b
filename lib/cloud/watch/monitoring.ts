import { Annotations, type Stack } from 'aws-cdk-lib';
import type { Config } from '../stages/config.ts';
import { output } from '../work/outputs.ts';
import { Alarms } from './alarms.ts';
import { Dashboard } from './dashboard/dashboard.ts';
import { GradualShift } from './gradual-shift.ts';
import { MonthlyBudget } from './monthly-budget.ts';

/** Watches what is in the stack by now. */
export function monitor(stack: Stack, config: Config): void {
  const { monitoring, alarmEmail, stage, monthlyBudget, shift } = config;
  if (stage === 'prod' && alarmEmail === undefined) {
    Annotations.of(stack).addWarningV2('callback-center:nobody-told', nobodyTold);
  }
  if (monthlyBudget !== undefined && alarmEmail !== undefined) {
    new MonthlyBudget(stack, 'Budget', { dollars: monthlyBudget, email: alarmEmail });
  }
  const alarms = monitoring === 'none' ? undefined : watchedBy(stack, config);
  if (shift !== 'at-once') new GradualShift(stack, 'Shift', { shift, alarms });
}

function watchedBy(stack: Stack, { monitoring, alarmEmail, runbookUrl }: Config): Alarms {
  const alarms = new Alarms(stack, 'Alarms', { email: alarmEmail, runbookUrl });
  const { topic, list } = alarms;
  output(stack, 'AlarmTopic', topic.topicArn, 'Tells of alarms to who subscribes');
  if (monitoring === 'full') new Dashboard(stack, 'Dashboard', { alarms: list, runbookUrl });
  return alarms;
}

const nobodyTold =
  'Nobody is told of alarms in production: set alarmEmail in lib/cloud/stages/prod.ts, or subscribe to the output AlarmTopic';
