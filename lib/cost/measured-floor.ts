import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { LocalSystem } from '../local/start-system.ts';

/** One task with an operator and a customer for each call, as the local API lets people set it up. */
export class MeasuredFloor {
  readonly #system: LocalSystem;
  readonly #client: DynamoDBClient;

  constructor(system: LocalSystem) {
    this.#system = system;
    const { endpoint, region } = system.dynamodb;
    const credentials = { accessKeyId: 'outside', secretAccessKey: 'outside' };
    this.#client = new DynamoDBClient({ endpoint, region, credentials });
  }

  close(): void {
    this.#client.destroy();
  }

  async furnish(seats: number, talkSeconds: number): Promise<void> {
    await this.#putAccount();
    const boss = await this.token({ role: 'supervisor' });
    const put = (target: string, body: object) =>
      this.ask(target, { method: 'PUT', token: boss, body });
    await put('/api/scripts/measured', script);
    for (let seat = 1; seat <= seats; seat++) {
      const { id, operator, customer } = seatOf(seat);
      await put(`/api/operators/${id}`, { name: id, addresses: [operator] });
      await this.#setPhone(operator, { afterSeconds: 2, hangUpAfterSeconds: null, presses: '1' });
      await this.#setPhone(customer, { afterSeconds: 2, hangUpAfterSeconds: talkSeconds });
    }
    await this.#putTask(boss, { seats });
  }

  /** Other software orders a call for the instant: a row of about a kilobyte. */
  async order(seat: number, dueAt: number): Promise<void> {
    const { operator, customer } = seatOf(seat);
    const [date = '', time = ''] = new Date(dueAt).toISOString().split(/[T.]/);
    const row = {
      task: 'measured',
      Id: seat,
      tel: customer,
      operator_number: operator,
      status: 10,
      date_callback: date,
      time_callback: time,
      ...ownColumns,
    };
    await this.#put(this.#system.dynamodb.tables.subscribers, row);
  }

  /** Whether the customer of the row was talked with. */
  async isDone(seat: number, token: string): Promise<boolean> {
    const row = await this.ask(`/api/tasks/measured/subscribers/${seat}`, { token });
    return row.status === 12;
  }

  /** From now on, forms belong to the calls. */
  async giveScript(seats: number): Promise<void> {
    const token = await this.token({ role: 'supervisor' });
    await this.#putTask(token, { seats, script: 'measured' });
  }

  async token(person: { role: string; operator?: string }): Promise<string> {
    const { token } = await this.ask('/local/token', { method: 'POST', body: person });
    return String(token);
  }

  /** Asks the one address. Throws for what is refused. */
  async ask(
    target: string,
    { method = 'GET', token, body }: { method?: string; token?: string; body?: object },
  ): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.#system.address}${target}`, {
      method,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${target} answered ${answer.status}: ${text}`);
    return text === '' ? {} : JSON.parse(text);
  }

  async #putTask(token: string, { seats, ...more }: { seats: number; script?: string }) {
    const operators = Array.from({ length: seats }, (_, n) => seatOf(n + 1).id);
    const body = { ...task, operators, ...more };
    await this.ask('/api/tasks/measured', { method: 'PUT', token, body });
  }

  async #setPhone(number: string, behaviour: object): Promise<void> {
    const target = `/local/phones/${encodeURIComponent(number)}`;
    await this.ask(target, { method: 'PUT', body: { answer: 'human', ...behaviour } });
  }

  /** No limit on calls per second: none waits for another's slot. */
  async #putAccount(): Promise<void> {
    const account = { kind: 'account', id: 'account', callsPerSecond: null };
    await this.#put(this.#system.dynamodb.tables.directory, account);
  }

  async #put(TableName: string | undefined, item: object): Promise<void> {
    await this.#client.send(new PutItemCommand({ TableName, Item: marshall(item) }));
  }
}

/** Numbers from the ranges that Ofcom reserves for fiction. */
export function seatOf(seat: number): { id: string; operator: string; customer: string } {
  const digits = String(seat).padStart(3, '0');
  return {
    id: `operator-${seat}`,
    operator: `+442079460${digits}`,
    customer: `+447700900${digits}`,
  };
}

/** Less than the usual 15: the same happens in it, and the measurement is over sooner. */
export const ringAheadSeconds = 6;

const task = {
  title: 'Measured',
  timeZone: 'UTC',
  country: 'GB',
  callerId: '+442079460000',
  wrapUpSeconds: 0,
  ringAheadSeconds,
};

const script = {
  title: 'Measured',
  start: 'talk',
  steps: [
    {
      id: 'talk',
      text: 'Speak with the customer.',
      fields: [{ id: 'comment', type: 'long-text', label: 'Comment', column: 'comment' }],
      next: 'end',
    },
  ],
};

/** With the system's own columns, a kilobyte. */
const ownColumns = { surname: 'Smith', comment: 'x'.repeat(350) };
