/** Carries out one AWS call that a test asks for, with the real SDK and this function's role. */
import { ApiGatewayManagementApi } from '@aws-sdk/client-apigatewaymanagementapi';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { Scheduler } from '@aws-sdk/client-scheduler';
import { SQS } from '@aws-sdk/client-sqs';
import { SSM } from '@aws-sdk/client-ssm';

export interface Errand {
  service: 'connections' | 'dynamodb' | 'scheduler' | 'sqs' | 'ssm';
  operation: string;
  input: Record<string, unknown>;
}

type Client = Record<string, (input: unknown) => Promise<Record<string, unknown>>>;

const clients = {
  connections: new ApiGatewayManagementApi(),
  dynamodb: new DynamoDB(),
  scheduler: new Scheduler(),
  sqs: new SQS(),
  ssm: new SSM(),
};

export async function handler({ service, operation, input }: Errand) {
  const client = clients[service] as unknown as Client;
  try {
    const { $metadata: _, ...output } = (await client[operation]?.call(client, input)) ?? {};
    return { output };
  } catch (error) {
    const { name, message } = error as Error;
    return { error: { name, message } };
  }
}
