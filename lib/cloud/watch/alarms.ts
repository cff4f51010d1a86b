import { Stack, Validations } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { NodeFunction } from '../base/node-function.ts';
import { type AlarmDefinition, alarmList } from './alarm-list.ts';
import type { WatchedParts } from './watched-parts.ts';

export interface AlarmsProps {
  /** Who is told; they confirm the subscription that AWS mails them. Without it the topic waits for one. */
  email?: string | undefined;
  /** Where the articles are read. */
  runbookUrl: string;
  parts: WatchedParts;
  /** Those that are not made, by what they say. */
  leftOut: readonly string[];
}

/** Alarms say what people suffer, and lead to the article that says what to do. Built last. */
export class Alarms extends Construct {
  readonly topic: Topic;

  readonly list: Alarm[];
  readonly #takesBack = new Map<Alarm, readonly NodeFunction[]>();

  constructor(scope: Construct, id: string, { email, runbookUrl, parts, leftOut }: AlarmsProps) {
    super(scope, id);
    this.topic = this.#topic();
    if (email) this.topic.addSubscription(new EmailSubscription(email));
    const definitions = without(leftOut, alarmList(this, parts));
    this.list = definitions.map((it) => this.#alarm(it, runbookUrl));
  }

  /** Those that take back the next version of the function. */
  thatTakeBack(fn: NodeFunction): Alarm[] {
    return this.list.filter((it) => this.#takesBack.get(it)?.includes(fn));
  }

  /** With a policy of its own a topic loses the one by which CloudWatch might publish. */
  #topic(): Topic {
    const topic = new Topic(this, 'Topic', { enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    Validations.of(topic).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'Mail that is refused is refused for good; the alarm stays red until it is over',
    });
    return topic;
  }

  #alarm(definition: AlarmDefinition, runbookUrl: string): Alarm {
    const { impact, metric, threshold, datapoints, whenSilent, takesBack = [] } = definition;
    const [bad, of] = datapoints;
    const article = slugOf(impact);
    const alarm = new Alarm(this, article, {
      alarmName: `${Stack.of(this).stackName}: ${impact}`,
      alarmDescription: `${impact}. What to do: ${runbookUrl}#${article}`,
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: of,
      datapointsToAlarm: bad,
      treatMissingData: whenSilent ?? TreatMissingData.NOT_BREACHING,
    });
    const tell = new SnsAction(this.topic);
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
    this.#takesBack.set(alarm, takesBack);
    return alarm;
  }
}

function without(leftOut: readonly string[], all: AlarmDefinition[]): AlarmDefinition[] {
  const impacts = all.map(({ impact }) => impact);
  const unknown = leftOut.filter((it) => !impacts.includes(it));
  if (unknown.length === 0) return all.filter(({ impact }) => !leftOut.includes(impact));
  throw new Error(
    `withoutAlarms must be of “${impacts.join('”, “')}”, got “${unknown.join('”, “')}”`,
  );
}

/** As GitHub makes an anchor of a heading. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
