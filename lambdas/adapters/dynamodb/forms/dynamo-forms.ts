import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { AttemptId } from '../../../domain/attempt/attempt.ts';
import type { Form } from '../../../domain/form/form.ts';
import { type RowKey, rowId } from '../../../domain/row/row.ts';
import type { Draft, FormSubmission, Forms, Submitted } from '../../../ports/records/forms.ts';
import { batchGet } from '../client/batch-get.ts';
import { Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import type { TableNames } from '../client/table-names.ts';
import { type Parts, transact } from '../client/transaction.ts';
import { editIfUnchanged } from '../rows/stored-row.ts';
import { draftUpdate, formKey, newForm, sentUpdate, storedForm } from './form-item.ts';

type FormTables = Pick<TableNames, 'subscribers'> & {
  forms: string;
  /** How long a new form is kept; for good, if undefined. */
  keepFormsDays?: number | undefined;
};

export class DynamoForms implements Forms {
  readonly #client: DynamoDBClient;
  readonly #tables: FormTables;

  constructor(client: DynamoDBClient, tables: FormTables) {
    this.#client = client;
    this.#tables = tables;
  }

  async get(attempt: AttemptId): Promise<Form | undefined> {
    const TableName = this.#tables.forms;
    const get = new GetItemCommand({ TableName, Key: formKey(attempt), ConsistentRead: true });
    const { Item } = await this.#client.send(get);
    return Item && storedForm(Item);
  }

  async many(attempts: readonly AttemptId[]): Promise<Form[]> {
    const items = await batchGet(this.#client, this.#tables.forms, attempts.map(formKey));
    return items.map(storedForm);
  }

  async ofRow(row: RowKey, limit: number): Promise<Form[]> {
    const expression = new Expression();
    const query = new QueryCommand({
      TableName: this.#tables.forms,
      KeyConditionExpression: expression.equal('row', rowId(row)),
      ...expression.placeholders(),
      ScanIndexForward: false,
      Limit: limit,
      ConsistentRead: true,
    });
    return ((await this.#client.send(query)).Items ?? []).map(storedForm);
  }

  async open(form: Form): Promise<Form> {
    const put = new PutItemCommand(newForm(this.#tables, form));
    const result = await unlessRefused(() => this.#client.send(put));
    const there = 'refused' in result ? result.refused.Item : undefined;
    return there === undefined ? form : storedForm(there);
  }

  async draft(draft: Draft): Promise<{ isKept: boolean; form: Form } | undefined> {
    const update = draftUpdate(this.#tables.forms, draft);
    const command = new UpdateItemCommand({ ...update, ReturnValues: 'ALL_NEW' });
    const result = await unlessRefused(() => this.#client.send(command));
    const isKept = 'done' in result;
    const item = isKept ? result.done.Attributes : result.refused.Item;
    return item && { isKept, form: storedForm(item) };
  }

  async submit({ form, corrects, write }: FormSubmission): Promise<Submitted> {
    const parts: Parts<'form' | 'row'> = {
      form: { Update: sentUpdate(this.#tables.forms, form, corrects) },
    };
    if (write !== undefined) {
      const { row, change } = write;
      parts.row = { Update: editIfUnchanged(this.#tables.subscribers, row, change) };
    }
    const result = await transact(this.#client, parts);
    if (result.kind === 'done') {
      return { kind: 'sent', form: (await this.get(form.attempt)) ?? form };
    }
    if (!result.by.has('form')) return { kind: 'row-changed' };
    const there = result.by.get('form');
    if (there === undefined) throw new Error('a form is opened before it is sent');
    return { kind: 'sent-before', form: storedForm(there) };
  }
}
