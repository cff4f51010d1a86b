import type { Need } from '../permissions/policy-statement.ts';

type Input = Record<string, unknown>;

/** In a transaction, each action needs the permission of the operation that it stands for. */
const transactionActions: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/** What IAM asks for a DynamoDB operation; `tablesArn` is the ARN of a table without its name. */
export function dynamoDbNeeds(operation: string, input: Input, tablesArn: string): Need[] {
  const need = (action: string, resource: string): Need => ({
    action: `dynamodb:${action}`,
    resource: resource === '*' ? '*' : `${tablesArn}${resource}`,
  });
  switch (operation) {
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return transactionItems(input).map(([kind, { TableName }]) =>
        need(transactionActions[kind] ?? kind, tableName(TableName)),
      );
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.keys(object(input.RequestItems)).map((table) =>
        need(operation, tableName(table)),
      );
    default:
      return [need(operation, resource(input))];
  }
}

/** The tables that an operation writes to; empty for anything that only reads. */
export function writtenTables(operation: string, input: Input): string[] {
  switch (operation) {
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [tableName(input.TableName)];
    case 'BatchWriteItem':
      return Object.keys(object(input.RequestItems)).map(tableName);
    case 'TransactWriteItems':
      return transactionItems(input).map(([, { TableName }]) => tableName(TableName));
    default:
      return [];
  }
}

export function streamNeeds(operation: string, input: Input): Need[] {
  const resource = typeof input.StreamArn === 'string' ? input.StreamArn : '*';
  return [{ action: `dynamodb:${operation}`, resource }];
}

function resource(input: Input): string {
  if (input.TableName === undefined) return '*';
  const index = input.IndexName === undefined ? '' : `/index/${input.IndexName}`;
  return `${tableName(input.TableName)}${index}`;
}

function transactionItems(input: Input): [string, Input][] {
  const items = Array.isArray(input.TransactItems) ? input.TransactItems : [];
  return items.flatMap((item) => Object.entries(item) as [string, Input][]);
}

/** A table may be named by its ARN as well. */
function tableName(given: unknown): string {
  return String(given).replace(/^arn:.*:table\//, '');
}

function object(value: unknown): Input {
  return typeof value === 'object' && value !== null ? (value as Input) : {};
}
