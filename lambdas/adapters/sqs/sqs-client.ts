import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import { requestLimits } from '../request-limits.ts';

/** A queue's URL names the queue; which server is asked is the endpoint's business. */
export function sqsClient(config: SQSClientConfig = {}): SQSClient {
  return new SQSClient({ requestHandler: requestLimits, useQueueUrlAsEndpoint: false, ...config });
}
