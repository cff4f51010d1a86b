import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** What could not be delivered waits here for a person, as long as SQS keeps anything. */
export function deadLetters(scope: Construct, id: string): Queue {
  const queue = new Queue(scope, id, { enforceSSL: true, retentionPeriod: Duration.days(14) });
  Validations.of(queue).acknowledge(
    { id: 'AwsSolutions-SQS3', reason: 'This is a dead-letter queue itself' },
    { id: 'Serverless-SQSRedrivePolicy', reason: 'This is a dead-letter queue itself' },
  );
  return queue;
}

/** For streams and asynchronous invocations; CDK's own destinations grant more than sending. */
export function asDestination(queue: Queue) {
  return {
    bind(_: unknown, fn: IFunction) {
      fn.addToRolePolicy(sendingTo(queue));
      return { destination: queue.queueArn };
    },
  };
}

export function sendingTo(queue: Queue): PolicyStatement {
  return new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] });
}
