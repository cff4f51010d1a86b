import type { Stack } from 'aws-cdk-lib';
import type { Config } from '../stages/config.ts';
import { output } from '../work/outputs.ts';
import { Alarms } from './alarms.ts';
import { Dashboard } from './dashboard/dashboard.ts';

/** Watches what is in the stack by now. */
export function monitor(stack: Stack, { monitoring, alarmEmail }: Config): void {
  if (monitoring === 'none') return;
  const { topic } = new Alarms(stack, 'Alarms', { email: alarmEmail });
  output(stack, 'AlarmTopic', topic.topicArn, 'Tells of alarms to who subscribes');
  if (monitoring === 'full') new Dashboard(stack, 'Dashboard');
}
