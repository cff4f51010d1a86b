import { Stack, Stage } from 'aws-cdk-lib';
import { Alarm, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { CallbackCenter, type CenterConfig } from 'callback-center';
import type { Construct } from 'constructs';

/** Everything of the shop in one account and region. */
export class Shop extends Stage {
  constructor(scope: Construct, id: string, settings: Omit<CenterConfig, 'stage'>) {
    super(scope, id);
    const stack = new Stack(this, 'Calls');
    const config = { stage: id.toLowerCase(), ...settings };
    watchCallers(stack, new CallbackCenter(stack, 'Center', { config }));
  }
}

/** The call centre's dashboard shows the shop's own figures too, and its topic tells of the shop's alarms. */
function watchCallers(stack: Stack, center: CallbackCenter): void {
  const callers = center.metric('CustomerCalledIn', { minutes: 60 });
  center.dashboard?.addWidgets(new GraphWidget({ title: 'Customers who call', left: [callers] }));
  const alarm = new Alarm(stack, 'ManyCallers', {
    metric: callers,
    threshold: 100,
    evaluationPeriods: 1,
  });
  if (center.alarmTopic) alarm.addAlarmAction(new SnsAction(center.alarmTopic));
}
