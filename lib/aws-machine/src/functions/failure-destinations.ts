import { randomUUID } from 'node:crypto';
import type { Permissions } from '../permissions/permissions.ts';
import type { Upstream } from '../proxy/upstream.ts';
import type { GivenUp, LambdaFunctions } from './lambda-functions.ts';

export interface FailureDestinationsParts {
  functions: LambdaFunctions;
  permissions: Permissions;
  sqs: Upstream;
  queueUrl(name: string): string;
}

/**
 * Asynchronous invocations that were given up are told to the queues that the functions name. Lambda
 * refuses a queue to which a function's role may not send.
 */
export function serveFailureDestinations(parts: FailureDestinationsParts): void {
  const { functions, permissions, sqs, queueUrl } = parts;
  for (const { name, roleArn, targets } of functions.definitions) {
    for (const { asyncFailuresArn } of targets) {
      if (asyncFailuresArn === undefined) continue;
      const need = { action: 'sqs:SendMessage', resource: asyncFailuresArn };
      permissions.demand({ functionName: name, roleArn }, [need]);
    }
  }
  functions.onGivenUp(async (givenUp) => {
    const queueArn = givenUp.target.asyncFailuresArn;
    if (queueArn === undefined) return;
    const QueueUrl = queueUrl(queueArn.split(':').at(-1) ?? '');
    const message = { QueueUrl, MessageBody: JSON.stringify(invocationRecord(givenUp)) };
    await sqs.call('AmazonSQS.SendMessage', message).catch(() => undefined);
  });
}

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
function invocationRecord({ definition, target, event, failure, tries }: GivenUp): object {
  return {
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId: randomUUID(),
      functionArn: `${definition.arn}:${target.qualifier}`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: tries,
    },
    requestPayload: event,
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      functionError: 'Unhandled',
    },
    responsePayload: failure,
  };
}
