import {
  AlarmStatusWidget,
  type IAlarm,
  type IWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';

/** Does anything ring, and where to look then? */
export function alarmSection(alarms: IAlarm[], runbookUrl: string): IWidget[] {
  const markdown = [
    '# Where to look',
    `What to do when an alarm rings: [the runbook](${runbookUrl}).`,
    '[Twilio status](https://status.twilio.com), [Twilio errors](https://console.twilio.com/us1/monitor/logs/debugger), [AWS health](https://health.aws.amazon.com/health/status)',
  ].join('\n\n');
  return [
    new AlarmStatusWidget({ title: 'Alarms', alarms, width: 16, height: 5 }),
    new TextWidget({ markdown, width: 8, height: 5 }),
  ];
}
