import { z } from 'zod';
import { AwsError } from '../base/aws-error.ts';
import type { Upstream } from '../proxy/upstream.ts';
import type { Stack, StackResource } from '../template/stack.ts';

/** Numeric and boolean attributes that template and API share by name. */
const sharedAttributes = [
  'ContentBasedDeduplication',
  'DelaySeconds',
  'FifoQueue',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'VisibilityTimeout',
];

const redrivePolicy = z.strictObject({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number(),
});

const defaultVisibilityTimeoutSeconds = 30;

export function visibilityTimeoutSeconds(queue: StackResource): number {
  return Number(queue.properties.VisibilityTimeout ?? defaultVisibilityTimeoutSeconds);
}

/** Creates the stack's queues, or brings those of an earlier run up to date. */
export async function createQueues(stack: Stack, sqs: Upstream): Promise<void> {
  const queues = stack.resources('AWS::SQS::Queue');
  const deadLetterFirst = queues.toSorted((a, b) => redriveOrder(a) - redriveOrder(b));
  for (const queue of deadLetterFirst) await createQueue(sqs, queue);
}

function redriveOrder({ properties }: StackResource): number {
  return properties.RedrivePolicy === undefined ? 0 : 1;
}

async function createQueue(sqs: Upstream, queue: StackResource): Promise<void> {
  const { name } = queue;
  const Attributes = queueAttributes(queue);
  const existing = await queueUrl(sqs, name);
  if (existing === undefined) {
    await sqs.call('AmazonSQS.CreateQueue', { QueueName: name, Attributes });
  } else {
    const { FifoQueue: _, ...changeable } = Attributes;
    await sqs.call('AmazonSQS.SetQueueAttributes', { QueueUrl: existing, Attributes: changeable });
  }
}

async function queueUrl(sqs: Upstream, name: string): Promise<string | undefined> {
  try {
    const { QueueUrl } = await sqs.call<{ QueueUrl: string }>('AmazonSQS.GetQueueUrl', {
      QueueName: name,
    });
    return QueueUrl;
  } catch (error) {
    if (error instanceof AwsError && error.code.includes('QueueDoesNotExist')) return undefined;
    throw error;
  }
}

function queueAttributes({ properties }: StackResource): Record<string, string> {
  const shared = sharedAttributes
    .filter((attribute) => properties[attribute] !== undefined)
    .map((attribute) => [attribute, String(properties[attribute])]);
  const attributes = Object.fromEntries(shared);
  if (properties.RedrivePolicy === undefined) return attributes;
  return { ...attributes, RedrivePolicy: redrive(properties.RedrivePolicy) };
}

/** fauxqs keeps all queues in its own account. */
function redrive(policy: unknown): string {
  const { deadLetterTargetArn, maxReceiveCount } = redrivePolicy.parse(policy);
  const [arn, aws, sqs, region, , name] = deadLetterTargetArn.split(':');
  const target = [arn, aws, sqs, region, '000000000000', name].join(':');
  return JSON.stringify({ deadLetterTargetArn: target, maxReceiveCount });
}
