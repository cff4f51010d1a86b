import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { RowKey } from '../../lambdas/domain/row/row.ts';
import type { LocalDynamoDb } from '../../lib/local/local-dynamodb.ts';
import type { OutsideWriter } from '../contracts/store.ts';
import { hangLimit } from './hang-limit.ts';
import { keepRights } from './kept-rights.ts';
import { outsideWriter } from './outside-writer.ts';

/** What `GET /local` tells. */
export interface LocalDescription {
  api: string;
  webhooks: string;
  dynamodb: LocalDynamoDb;
  twilio: { baseUrl: string; accountSid: string; authToken: string; numbers: string[] };
}

export type Row = Record<string, unknown>;

/** A leg, as `GET /local/calls` tells it. */
export interface Call {
  sid: string;
  parent: string | null;
  to: string;
  from: string;
  status: string;
  created: string;
  rang: string | null;
  answered: string | null;
  ended: string | null;
  said: string[];
}

export interface PhoneBehaviour {
  answer?:
    | 'human'
    | 'voicemail'
    | 'busy'
    | 'no-answer'
    | 'reject'
    | 'unreachable'
    | 'no-such-number'
    | 'manual';
  afterSeconds?: number;
  hangUpAfterSeconds?: number | null;
  presses?: string | string[];
}

export interface SystemOptions {
  /** A folder of an earlier system; a new one by default. */
  dataFolder?: string;
  arguments?: string[];
  environment?: Record<string, string>;
}

const root = path.join(__dirname, '..', '..');
/** What `npm start` runs. */
const npmStart = ['--import', './bin/prepare-node.js', 'bin/start.ts'];
const pollMilliseconds = 50;

/** Ends what a test that failed in the middle left behind. */
const running = new Set<LocalSystem>();
afterAll(() => Promise.all([...running].map((system) => system.finish())));

/** A whole `npm start` in a process of its own, and what outside software does with it. */
export class LocalSystem {
  readonly dataFolder: string;
  readonly #options: SystemOptions;
  #process: ChildProcess | undefined;
  #output = '';
  #description: LocalDescription | undefined;
  #client: DynamoDBClient | undefined;

  private constructor(options: SystemOptions) {
    this.#options = options;
    this.dataFolder = options.dataFolder ?? mkdtempSync(path.join(tmpdir(), 'callback-center-'));
  }

  static async start(options: SystemOptions = {}): Promise<LocalSystem> {
    const system = new LocalSystem(options);
    await system.restart();
    return system;
  }

  /** Starts again on the same folder and port; what ran before must have ended. */
  async restart(): Promise<void> {
    this.#output = '';
    this.#process = this.#spawn();
    running.add(this);
    const address = await this.#address().catch(async (error: unknown) => {
      await this.kill();
      throw error;
    });
    this.#description = (await (await fetch(`${address}/local`)).json()) as LocalDescription;
    const { endpoint, region } = this.dynamodb;
    const credentials = { accessKeyId: 'outside', secretAccessKey: 'outside' };
    this.#client = new DynamoDBClient({ endpoint, region, credentials });
  }

  #spawn(): ChildProcess {
    const { arguments: wishes = [], environment } = this.#options;
    const port = this.#description ? new URL(this.#description.webhooks).port : '0';
    const options = ['--port', port, '--data', this.dataFolder, ...wishes];
    const child = spawn(process.execPath, [...npmStart, ...options], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    }
    return child;
  }

  /** Everything that it printed since its start. */
  get output(): string {
    return this.#output;
  }

  get description(): LocalDescription {
    if (this.#description) return this.#description;
    throw new Error('The system has not started');
  }

  /** The process's id. */
  get pid(): number {
    if (this.#process?.pid !== undefined) return this.#process.pid;
    throw new Error('The system has not started');
  }

  get dynamodb(): LocalDynamoDb {
    return this.description.dynamodb;
  }

  /** Ends it as Ctrl-C does; the exit code. */
  stop(): Promise<number | null> {
    return this.finish('SIGINT');
  }

  /**
   * Throws where the telephone network was told what it does not play: what a test sees of that is nothing
   * that Twilio would do.
   */
  async finish(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    const passedOver = await this.#passedOver();
    const code = await this.#end(signal);
    if (passedOver.length === 0) return code;
    throw new Error(`The telephone network does not play this: ${passedOver.join('; ')}`);
  }

  /** https://www.twilio.com/docs/api/errors: TwiML, nested verbs and parameters that Twilio passes over. */
  async #passedOver(): Promise<string[]> {
    if (this.#description === undefined || !isRunning(this.#process)) return [];
    // A system that a test has broken tells nothing.
    const answer = await this.request('/phones/debugger').catch(() => undefined);
    const entries = ((await answer?.json()) ?? []) as { code: number; message: string }[];
    const told = entries.filter(({ code }) => [12200, 13320, 20001].includes(code));
    return [...new Set(told.map(({ message }) => message))];
  }

  /** Ends it without a warning, as `kill -9` does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Other software that writes the subscriber table. */
  get rows(): OutsideWriter {
    return outsideWriter(this.#dynamodb(), this.dynamodb.tables.subscribers);
  }

  async row({ task, Id }: RowKey): Promise<Row | undefined> {
    const TableName = this.dynamodb.tables.subscribers;
    const get = { TableName, Key: marshall({ task, Id }), ConsistentRead: true };
    const { Item } = await this.#dynamodb().send(new GetItemCommand(get));
    return Item && unmarshall(Item);
  }

  async setPhone(address: string, behaviour: PhoneBehaviour): Promise<void> {
    await this.request(`/local/phones/${encodeURIComponent(address)}`, {
      method: 'PUT',
      body: JSON.stringify(behaviour),
    });
  }

  /** All legs so far, the oldest first. */
  async calls(): Promise<Call[]> {
    return (await this.request('/local/calls')).json() as Promise<Call[]>;
  }

  /** Ends a leg, as Twilio does when it is told to. */
  async hangUp(sid: string): Promise<void> {
    const { accountSid, authToken } = this.description.twilio;
    const key = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
    await this.request(`/2010-04-01/Accounts/${accountSid}/Calls/${sid}.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${key}` },
      body: new URLSearchParams({ Status: 'completed' }),
    });
  }

  async callsTo(address: string): Promise<Call[]> {
    return (await this.calls()).filter(({ to }) => to === address);
  }

  async token(person: { role: 'operator' | 'supervisor'; operator?: string }): Promise<string> {
    const asked = { method: 'POST', body: JSON.stringify(person) };
    const { token } = (await (await this.request('/local/token', asked)).json()) as {
      token: string;
    };
    return token;
  }

  /** Asks the one port; throws for what it refuses. */
  async request(target: string, init?: RequestInit): Promise<Response> {
    const answer = await fetch(`${this.description.webhooks}${target}`, init);
    if (answer.ok) return answer;
    throw new Error(
      `${init?.method ?? 'GET'} ${target} answered ${answer.status}: ${await answer.text()}`,
    );
  }

  #dynamodb(): DynamoDBClient {
    if (this.#client) return this.#client;
    throw new Error('The system has not started');
  }

  async #address(): Promise<string> {
    const found = await eventually(
      async () => {
        if (this.#process?.exitCode === null)
          return /http:\/\/localhost:(\d+)\/local\b/.exec(this.#output);
        throw new Error(`The system did not start: ${this.#output}`);
      },
      (match) => match !== null,
    );
    return `http://127.0.0.1:${found?.[1]}`;
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#process;
    this.#client?.destroy();
    running.delete(this);
    if (!isRunning(child)) return null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const code = await ended;
    keepRights(this.dataFolder);
    return code;
  }
}

function isRunning(child: ChildProcess | undefined): child is ChildProcess {
  return child !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Reads again and again until what it reads is accepted; throws with the last reading when it hangs. */
export async function eventually<Value>(
  read: () => Promise<Value>,
  accept: (value: Value) => boolean,
): Promise<Value> {
  const endsAt = Date.now() + hangLimit;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > endsAt) {
      throw new Error(`Not within ${hangLimit} ms; the last reading was ${JSON.stringify(value)}`);
    }
    await pause(pollMilliseconds);
  }
}
