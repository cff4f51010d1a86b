import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  type ITable,
  ProjectionType,
  type StreamViewType,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import {
  DynamoEventSource,
  type DynamoEventSourceProps,
} from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { NodeFunction } from '../base/node-function.ts';

export interface TableProps {
  /** The environment variable that tells functions the table's name. */
  variable: string;
  partitionKey: Attribute;
  sortKey?: Attribute;
  /** `precious` outlives the stack, refuses deletion and can be taken back to any second of 35 days. */
  content: 'precious' | 'passing';
  stream?: StreamViewType;
  timeToLiveAttribute?: string;
  /** How long new items are kept, which functions are told by this variable; for good without days. */
  kept?: { variable: string; days: number | undefined };
  /** Indexes of keys only, sparse: items without both attributes are not in them. */
  indexes?: { indexName: string; partitionKey: Attribute; sortKey: Attribute }[];
}

/** How a function gets what is written. */
export interface Feed {
  batchSize: number;
  /** So long records gather; without it they are handed over at once. */
  window?: Duration;
  /** Records that fit none are left out, and cost nothing. */
  filters?: FilterCriteria[];
}

/** Lambda's way of saying a filter. */
type FilterCriteria = NonNullable<DynamoEventSourceProps['filters']>[number];

type Action =
  | 'BatchGetItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem'
  | 'DeleteItem'
  | 'GetItem'
  | 'PutItem'
  | 'Query'
  | 'Scan'
  | 'UpdateItem';

/** A table on demand. Functions get the actions that they use, one by one, and no others. */
export class Table extends Construct {
  readonly #variable: string;
  readonly #kept: TableProps['kept'];
  readonly table: TableV2;

  constructor(
    scope: Construct,
    id: string,
    { variable, content, kept, indexes = [], ...keys }: TableProps,
  ) {
    super(scope, id);
    const isPrecious = content === 'precious';
    this.#variable = variable;
    this.#kept = kept;
    this.table = new TableV2(this, 'Default', {
      ...keys,
      globalSecondaryIndexes: indexes.map((index) => ({
        ...index,
        projectionType: ProjectionType.KEYS_ONLY,
      })),
      ...(keys.stream && { dynamoStream: keys.stream }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: isPrecious },
      deletionProtection: isPrecious,
      removalPolicy: isPrecious ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  get name(): string {
    return this.table.tableName;
  }

  /** For event sources, whose types predate `exactOptionalPropertyTypes`. */
  get source(): ITable {
    return this.table as ITable;
  }

  /**
   * Hands every write to the function, or every one that a filter names, for as long as the stream keeps it (a day): a function that
   * is broken for hours loses none. It is for the function not to be held up by a single record.
   * Every function has a mapping of its own and goes at its own pace.
   */
  feed(fn: NodeFunction, { batchSize, window, filters }: Feed): void {
    fn.addEventSource(
      new DynamoEventSource(this.source, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize,
        reportBatchItemFailures: true,
        ...(window && { maxBatchingWindow: window }),
        ...(filters && { filters }),
      }),
    );
    Validations.of(fn).acknowledge({
      id: 'Serverless-LambdaEventSourceMappingDestination',
      reason: 'No record is given up: the function hands on by itself what it cannot take',
    });
  }

  /** A transaction needs the actions of its parts. */
  allow(fn: NodeFunction, ...actions: Action[]): void {
    fn.allow(
      actions.map((action) => `dynamodb:${action}`),
      this.table.tableArn,
    );
    this.tell(fn);
  }

  allowQueryOf(fn: NodeFunction, index: string): void {
    fn.allow(['dynamodb:Query'], `${this.table.tableArn}/index/${index}`);
    this.tell(fn);
  }

  /** The table's name, without any right. */
  tell(fn: NodeFunction): void {
    fn.addEnvironment(this.#variable, this.table.tableName);
    const { variable, days } = this.#kept ?? {};
    if (variable !== undefined && days !== undefined) fn.addEnvironment(variable, String(days));
  }
}

export const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });
export const number = (name: string): Attribute => ({ name, type: AttributeType.NUMBER });
