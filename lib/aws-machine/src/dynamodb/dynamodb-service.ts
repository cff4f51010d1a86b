import type { Need } from '../permissions/policy-statement.ts';
import type { AwsAnswer, AwsRequest } from '../proxy/aws-request.ts';
import { type AwsService, jsonRefusal } from '../proxy/aws-service.ts';
import type { Upstream } from '../proxy/upstream.ts';
import { dynamoDbNeeds, streamNeeds, writtenTables } from './dynamodb-needs.ts';
import { assertKnownInputs } from './known-inputs.ts';
import { refusedWriteUnits } from './refused-writes.ts';

export interface DynamoDbServiceOptions {
  upstream: Upstream;
  /** ARN of a table of the stack, without its name. */
  tablesArn: string;
  onWrite(tables: string[]): void;
}

interface ConsumedCapacity {
  CapacityUnits?: number;
}

const reads = ['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems'];
const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems'];

/** Passes DynamoDB's operations on, counts their capacity and tells of writes. */
export function dynamoDbService(options: DynamoDbServiceOptions): AwsService {
  const { upstream, tablesArn, onWrite } = options;
  return {
    operation: ({ operation }) => operation,
    needs: ({ operation, input }): Need[] => dynamoDbNeeds(operation, input(), tablesArn),
    refuse: jsonRefusal,
    async answer(request): Promise<AwsAnswer> {
      assertKnownInputs(request.operation, request.input());
      const answer = await measured(upstream, request);
      if (answer.status === 200) {
        const tables = writtenTables(request.operation, request.input());
        if (tables.length > 0) onWrite(tables);
      }
      return answer;
    },
  };
}

export function dynamoDbStreamsService(upstream: Upstream): AwsService {
  return {
    operation: ({ operation }) => operation,
    needs: ({ operation, input }) => streamNeeds(operation, input()),
    refuse: jsonRefusal,
    answer: ({ operation, body }) =>
      upstream.send({ target: `DynamoDBStreams_20120810.${operation}`, body }),
  };
}

/** Asks for the consumed capacity where the caller did not, and takes it out of the answer again. */
async function measured(upstream: Upstream, request: AwsRequest): Promise<AwsAnswer> {
  const { operation, body } = request;
  const target = `DynamoDB_20120810.${operation}`;
  const isRead = reads.includes(operation);
  if (!isRead && !writes.includes(operation)) return upstream.send({ target, body });
  if (request.input().ReturnConsumedCapacity !== undefined) {
    const answer = await upstream.send({ target, body });
    if (answer.status !== 200) return { ...answer, ...refusal(request, answer) };
    return { ...answer, ...consumption(parse(answer), isRead) };
  }
  const answer = await upstream.send({ target, body: askingForCapacity(body) });
  if (answer.status !== 200) return { ...answer, ...refusal(request, answer) };
  const output = parse(answer);
  const consumed = consumption(output, isRead);
  delete output.ConsumedCapacity;
  const { 'x-amz-crc32': _, ...headers } = answer.headers;
  return { ...answer, headers, body: JSON.stringify(output), ...consumed };
}

/** Every body is a JSON object with at least one member: put another in front. */
function askingForCapacity(body: Buffer): Buffer {
  const start = body.indexOf('{') + 1;
  return Buffer.concat([Buffer.from('{"ReturnConsumedCapacity":"TOTAL",'), body.subarray(start)]);
}

function refusal(request: AwsRequest, answer: AwsAnswer): Pick<AwsAnswer, 'consumed'> {
  const writeUnits = refusedWriteUnits(request.input(), parse(answer).__type);
  return { consumed: { readUnits: 0, writeUnits } };
}

function parse(answer: AwsAnswer): Record<string, unknown> {
  return JSON.parse(answer.body.toString());
}

function consumption(
  output: Record<string, unknown>,
  isRead: boolean,
): Pick<AwsAnswer, 'consumed'> {
  const all = [output.ConsumedCapacity ?? []].flat() as ConsumedCapacity[];
  const units = all.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
  return {
    consumed: isRead ? { readUnits: units, writeUnits: 0 } : { readUnits: 0, writeUnits: units },
  };
}
