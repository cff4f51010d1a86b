import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { AwsError } from '../base/aws-error.ts';

export type ServiceName =
  | 'dynamodb'
  | 'dynamodbstreams'
  | 'events'
  | 'execute-api'
  | 'scheduler'
  | 'sqs'
  | 'ssm';

/** One call of an AWS API, as it came over the wire. */
export interface AwsRequest {
  service: ServiceName;
  /** `PutItem`; for REST services `POST /schedules/name` until the service names it. */
  operation: string;
  accessKeyId: string;
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The parsed body; an object without members where there is none. */
  input(): Record<string, unknown>;
}

export interface AwsAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer | string;
  /** Capacity that the call consumed, where the service says so. */
  consumed?: { readUnits: number; writeUnits: number };
}

/** The JSON protocols name service and operation in `x-amz-target`. */
const targets: Record<string, ServiceName> = {
  DynamoDB_20120810: 'dynamodb',
  DynamoDBStreams_20120810: 'dynamodbstreams',
  AWSEvents: 'events',
  AmazonSQS: 'sqs',
  AmazonSSM: 'ssm',
};

export async function readAwsRequest(message: IncomingMessage): Promise<AwsRequest> {
  const body = await readBody(message);
  const { method = 'GET', url = '/', headers } = message;
  let input: Record<string, unknown> | undefined;
  return {
    ...identify(headers, `${method} ${url}`),
    accessKeyId: accessKeyId(headers),
    method,
    url,
    headers,
    body,
    input: () => {
      input ??= parse(body);
      return input;
    },
  };
}

/** By its events: every call of every function comes through here, and an iterator costs more. */
function readBody(message: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('error', reject);
    message.on('end', () => {
      const [only] = chunks;
      resolve(chunks.length === 1 && only ? only : Buffer.concat(chunks));
    });
  });
}

function identify(
  headers: IncomingHttpHeaders,
  line: string,
): { service: ServiceName; operation: string } {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const [prefix = '', operation = ''] = target.split('.');
    const service = targets[prefix];
    if (service) return { service, operation };
  } else if (/^\w+ \/(schedules|schedule-groups|tags)\b/.test(line)) {
    return { service: 'scheduler', operation: line };
  } else if (/^\w+ \/[^/]+\/[^/]+\/@connections\//.test(line)) {
    return { service: 'execute-api', operation: line };
  }
  throw new AwsError(
    'UnknownOperationException',
    `The local cloud does not play ${target ?? line}`,
  );
}

function accessKeyId(headers: IncomingHttpHeaders): string {
  const id = /Credential=([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1];
  if (id) return id;
  throw new AwsError(
    'MissingAuthenticationToken',
    'The request must be signed with an access key',
    403,
  );
}

function parse(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new AwsError('SerializationException', 'The body is not JSON');
  }
}
