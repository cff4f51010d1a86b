import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { RequestCount } from '../../lib/aws-machine/src/proxy/request-counts.ts';
import type { LocalDynamoDb } from '../../lib/local/local-dynamodb.ts';
import type { WireFaults } from '../properties/wire/faults-in-front.ts';
import type { BenchContext } from './bench.ts';
import type { Question } from './system-program.ts';

/** A leg, as `GET /local/calls` tells it. */
export interface Leg {
  sid: string;
  parent: string | null;
  to: string;
  status: string;
  created: string;
  answered: string | null;
  ended: string | null;
}

const here = import.meta.dirname;
const program = path.join(here, 'system-program.ts');
const prepared = ['--import', path.join(here, '..', '..', 'bin', 'prepare-node.js')];
const itemsPerBatch = 25;
const quietMilliseconds = 1_000;
const longestStop = 10_000;

/** A whole local system in a process of its own, and what outside software does with it. */
export class BenchSystem {
  readonly address: string;
  readonly dynamodb: LocalDynamoDb;
  readonly client: DynamoDBClient;
  readonly #context: BenchContext;
  readonly #child: ChildProcess;
  #asked = 0;

  private constructor(
    context: BenchContext,
    child: ChildProcess,
    { address, dynamodb }: Pick<BenchSystem, 'address' | 'dynamodb'>,
  ) {
    this.#context = context;
    this.#child = child;
    this.address = address;
    this.dynamodb = dynamodb;
    const { endpoint, region } = dynamodb;
    const credentials = { accessKeyId: 'outside', secretAccessKey: 'outside' };
    this.client = new DynamoDBClient({ endpoint, region, credentials });
  }

  /** Starts one, on a new folder unless there is one; it ends with the benchmark. */
  static async start(
    context: BenchContext,
    dataFolder = temporaryFolder(context),
    faults?: WireFaults,
  ): Promise<BenchSystem> {
    context.tell('starting a system');
    const wishes = faults === undefined ? [dataFolder] : [dataFolder, JSON.stringify(faults)];
    // Detached, so that Ctrl-C reaches the benchmark alone, which then ends it.
    const child = fork(program, wishes, {
      execArgv: prepared,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    context.atEnd(() => endProcess(child));
    const system = new BenchSystem(context, child, await firstWords(child));
    context.atEnd(() => system.client.destroy());
    return system;
  }

  counts(): Promise<RequestCount[]> {
    return this.#ask('counts') as Promise<RequestCount[]>;
  }

  async resetCounts(): Promise<void> {
    await this.#ask('resetCounts');
  }

  /** Resident bytes of the process: functions, phone network and gateways. */
  memory(): Promise<number> {
    return this.#ask('memory') as Promise<number>;
  }

  stop(): Promise<void> {
    return endProcess(this.#child);
  }

  /** Without a warning (SIGKILL). */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await ended;
    this.client.destroy();
  }

  /** Asks the one address. Throws for what is refused. */
  async ask(
    target: string,
    { method = 'GET', token, body }: { method?: string; token?: string; body?: object } = {},
  ): Promise<unknown> {
    const answer = await fetch(`${this.address}${target}`, {
      method,
      signal: this.#context.signal,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${target} answered ${answer.status}: ${text}`);
    return text === '' ? {} : JSON.parse(text);
  }

  /** All legs so far, the oldest first. */
  legs(): Promise<Leg[]> {
    return this.ask('/local/calls') as Promise<Leg[]>;
  }

  async putItems(TableName: string | undefined, items: readonly object[]): Promise<void> {
    for (let n = 0; n < items.length; n += itemsPerBatch) {
      const some = items.slice(n, n + itemsPerBatch).map((it) => ({
        PutRequest: { Item: marshall(it, { removeUndefinedValues: true }) },
      }));
      const RequestItems = { [String(TableName)]: some };
      await this.client.send(new BatchWriteItemCommand({ RequestItems }));
    }
  }

  putRows(rows: readonly object[]): Promise<void> {
    return this.putItems(this.dynamodb.tables.subscribers, rows);
  }

  /** Waits until nothing was asked of AWS for a second, polling apart. */
  async quiet(): Promise<void> {
    let last = '';
    for (let now = await this.#sum(); now !== last; now = await this.#sum()) {
      last = now;
      await this.pause(quietMilliseconds);
    }
  }

  pause(duration: number): Promise<void> {
    return pause(Math.max(0, duration), undefined, { signal: this.#context.signal });
  }

  pauseUntil(instant: number): Promise<void> {
    return this.pause(instant - Date.now());
  }

  async #sum(): Promise<string> {
    return JSON.stringify(withoutPolling(await this.counts()));
  }

  #ask(question: Question): Promise<unknown> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      const onMessage = (message: { id: number; value: unknown }) => {
        if (message.id === id) settle(() => resolve(message.value));
      };
      const onExit = () => settle(() => reject(new Error('the system ended')));
      const settle = (then: () => void) => {
        this.#child.off('message', onMessage).off('exit', onExit);
        then();
      };
      this.#child.on('message', onMessage).on('exit', onExit);
      this.#child.send({ id, question }, (error) => error && onExit());
    });
  }
}

/** It goes on whether calls are made or not; Lambda pays for that of streams itself. */
const polling = /:ReceiveMessage|^dynamodbstreams:/;

export function withoutPolling(counts: readonly RequestCount[]): RequestCount[] {
  return counts.filter(({ operation }) => !polling.test(operation));
}

export function requestsTo(
  counts: readonly RequestCount[],
  operation: string,
  isCaller: (caller: string) => boolean = () => true,
): number {
  return counts
    .filter((it) => it.operation === operation && isCaller(it.caller))
    .reduce((sum, { requests }) => sum + requests, 0);
}

export function temporaryFolder(context: BenchContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'callback-center-bench-'));
  context.atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

function firstWords(child: ChildProcess): Promise<Pick<BenchSystem, 'address' | 'dynamodb'>> {
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2_000);
  });
  return new Promise((resolve, reject) => {
    child.once('message', resolve as (message: unknown) => void);
    child.once('exit', () => reject(new Error(`the system did not start: ${errors.trim()}`)));
  });
}

/** What does not end by itself in ten seconds is killed. */
async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const killer = setTimeout(() => child.kill('SIGKILL'), longestStop);
  if (child.connected) child.disconnect();
  await ended;
  clearTimeout(killer);
}
