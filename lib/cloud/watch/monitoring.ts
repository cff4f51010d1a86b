import type { Stack } from 'aws-cdk-lib';
import { Alarms } from './alarms.ts';
import type { Config } from './config.ts';
import { Dashboard } from './dashboard/dashboard.ts';
import { tell } from './outputs.ts';

/** Watches what is in the stack by now. */
export function monitor(stack: Stack, { monitoring, alarmEmail }: Config): void {
  if (monitoring === 'none') return;
  const { topic } = new Alarms(stack, 'Alarms', { email: alarmEmail });
  tell(stack, 'AlarmTopic', topic.topicArn, 'Tells of alarms to who subscribes');
  if (monitoring === 'full') new Dashboard(stack, 'Dashboard');
}
