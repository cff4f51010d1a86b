import { AwsError } from '../base/aws-error.ts';
import type { Need } from '../permissions/policy-statement.ts';
import type { AwsAnswer, AwsRequest } from '../proxy/aws-request.ts';
import { type AwsService, jsonAnswer, jsonRefusal } from '../proxy/aws-service.ts';
import type { Upstream } from '../proxy/upstream.ts';

export interface SqsServiceOptions {
  upstream: Upstream;
  /** ARN of a queue of the stack, without its name. */
  queuesArn: string;
  /** The URL under which queues are reached. */
  queueUrl(name: string): string;
}

type Input = Record<string, unknown>;

interface BatchEntry {
  Id: string;
  DelaySeconds?: number;
}

/** IAM knows no batch actions. */
const actions: Record<string, string> = {
  SendMessageBatch: 'SendMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
};

const messageParameters = [
  'DelaySeconds',
  'MessageAttributes',
  'MessageBody',
  'MessageDeduplicationId',
  'MessageGroupId',
  'MessageSystemAttributes',
];

/** What is sent is what a slip of the pen would lose; the other operations have few parameters. */
const parameters: Record<string, readonly string[]> = {
  SendMessage: ['QueueUrl', ...messageParameters],
  SendMessageBatch: ['QueueUrl', 'Entries'],
};
const entryParameters = ['Id', ...messageParameters];

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const longestDelaySeconds = 900;

/** Passes SQS operations on, refusing delays that AWS refuses. */
export function sqsService(options: SqsServiceOptions): AwsService {
  return {
    operation: ({ operation }) => operation,
    needs: ({ operation, input }) => [sqsNeed(operation, input(), options.queuesArn)],
    refuse: queryCompatibleRefusal,
    async answer(request) {
      assertKnownParameters(request);
      return request.operation === 'SendMessageBatch'
        ? sendBatch(options.upstream, request)
        : send(options, request);
    },
  };
}

function assertKnownParameters({ operation, input }: AwsRequest): void {
  const known = parameters[operation];
  if (known === undefined) return;
  const given = input();
  const entries = (operation === 'SendMessageBatch' ? given.Entries : []) as Input[] | undefined;
  const stranger =
    Object.keys(given).find((name) => !known.includes(name)) ??
    entries?.flatMap(Object.keys).find((name) => !entryParameters.includes(name));
  if (stranger === undefined) return;
  throw new AwsError('InvalidParameterValue', `${operation} has no parameter ${stranger}.`);
}

function sqsNeed(operation: string, input: Input, queuesArn: string): Need {
  const action = `sqs:${actions[operation] ?? operation}`;
  const name = queueName(input);
  return { action, resource: name === undefined ? '*' : `${queuesArn}${name}` };
}

function queueName({ QueueUrl, QueueName }: Input): string | undefined {
  if (typeof QueueUrl === 'string') return QueueUrl.split('/').at(-1);
  return typeof QueueName === 'string' ? QueueName : undefined;
}

async function send(options: SqsServiceOptions, request: AwsRequest): Promise<AwsAnswer> {
  const { operation, body } = request;
  if (operation === 'SendMessage') assertDelay(request.input() as unknown as BatchEntry);
  const answer = await options.upstream.send({ target: `AmazonSQS.${operation}`, body });
  const namesQueue = operation === 'GetQueueUrl' || operation === 'CreateQueue';
  if (!namesQueue || answer.status !== 200) return answer;
  return jsonAnswer({ QueueUrl: options.queueUrl(queueName(request.input()) ?? '') });
}

/** In a batch, entries are refused one by one. */
async function sendBatch(upstream: Upstream, request: AwsRequest): Promise<AwsAnswer> {
  const input = request.input();
  const entries = (input.Entries ?? []) as BatchEntry[];
  const good = entries.filter(isDelayPossible);
  const target = 'AmazonSQS.SendMessageBatch';
  if (good.length === entries.length) return upstream.send({ target, body: request.body });
  const refused = entries.filter((entry) => !isDelayPossible(entry)).map(failedEntry);
  if (good.length === 0) return jsonAnswer({ Successful: [], Failed: refused });
  const output = await upstream.call<{ Failed?: unknown[] }>(target, { ...input, Entries: good });
  return jsonAnswer({ ...output, Failed: [...(output.Failed ?? []), ...refused] });
}

function isDelayPossible({ DelaySeconds = 0 }: BatchEntry): boolean {
  return DelaySeconds >= 0 && DelaySeconds <= longestDelaySeconds;
}

function failedEntry(entry: BatchEntry) {
  const { code, message } = delayError(entry);
  return { Id: entry.Id, SenderFault: true, Code: code, Message: message };
}

function assertDelay(entry: BatchEntry): void {
  if (!isDelayPossible(entry)) throw delayError(entry);
}

function delayError({ DelaySeconds }: BatchEntry): AwsError {
  return new AwsError(
    'InvalidParameterValue',
    `Value ${DelaySeconds} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be ` +
      `>= 0 and <= ${longestDelaySeconds}.`,
  );
}

/** SQS once spoke the query protocol: its errors carry that code in a header. */
function queryCompatibleRefusal(error: AwsError): AwsAnswer {
  const answer = jsonRefusal(error);
  return {
    ...answer,
    headers: { ...answer.headers, 'x-amzn-query-error': `${error.code};Sender` },
  };
}
