import { Duration, Validations } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetters } from '../base/dead-letters.ts';
import type { NodeFunction } from '../base/node-function.ts';

/** A message that failed this often is put aside; the reconciler sends new ones for what is due. */
const mostReceives = 5;

/** Twilio has 10 s to answer; the rest is for the wait before the ring and for writes. */
const consumerTimeout = Duration.seconds(20);

/** AWS's advice is six times the consumer's timeout: retries of a throttled poller fit in. */
const visibilityPerTimeout = 6;

/** Lambda's poller needs them of the function's role; CDK's own event source grants more. */
const pollersActions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/** Near timers: calls that are due in up to 15 minutes wait here to the second. */
export class DialQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  /** The timeout that a consumer must have. */
  readonly consumerTimeout = consumerTimeout;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deadLetters = deadLetters(this, 'DeadLetters');
    this.queue = new Queue(this, 'Default', {
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(consumerTimeout.toSeconds() * visibilityPerTimeout),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: mostReceives },
    });
  }

  /** One message an invocation: none waits for another's call to be made. */
  feed(fn: NodeFunction, { atOnce }: { atOnce: number }): void {
    fn.allow(pollersActions, this.queue.queueArn);
    fn.addEventSourceMapping('DialQueue', {
      eventSourceArn: this.queue.queueArn,
      batchSize: 1,
      maxConcurrency: atOnce,
      reportBatchItemFailures: true,
    });
    Validations.of(fn).acknowledge({
      id: 'Serverless-LambdaEventSourceMappingDestination',
      reason: 'The queue itself hands what failed too often to its dead letters',
    });
  }

  allowSending(fn: NodeFunction): void {
    this.allowSendingAs(fn);
    fn.addEnvironment('DIAL_QUEUE_URL', this.queue.queueUrl);
  }

  allowSendingAs({ grantPrincipal }: IGrantable): void {
    grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
    );
  }
}
