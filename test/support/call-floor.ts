import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Script } from '../../lambdas/domain/script/script.ts';
import type { FaultPlan } from '../../lib/phone-network/src/legs/faults.ts';
import { customerName, Desk, type DeskWishes } from './desk.ts';
import { LocalSystem } from './local-system.ts';

/**
 * One running system with a desk for each scenario. Desks are declared before it starts: the
 * functions remember for some seconds what they read of tasks and operators.
 */
export class CallFloor {
  readonly #desks: Desk[] = [];
  readonly #scripts = new Map<string, Script>();
  #system: LocalSystem | undefined;
  #lastFaults: Promise<unknown> = Promise.resolve();

  /** A task with operators and customers that no other scenario touches. */
  desk(wishes: DeskWishes = {}): Desk {
    const desk = new Desk(() => this.system, { ...wishes, place: this.#desks.length });
    this.#desks.push(desk);
    return desk;
  }

  /** A script that the desks' tasks may name. */
  script(id: string, script: Script): void {
    this.#scripts.set(id, script);
  }

  get system(): LocalSystem {
    if (this.#system) return this.#system;
    throw new Error('The floor is not open');
  }

  async open({ webhook }: { webhook?: string } = {}): Promise<void> {
    const wishes = webhook === undefined ? [] : ['--webhook', webhook];
    this.#system = await LocalSystem.start({ arguments: ['--no-sample', ...wishes] });
    await this.#liftRateLimit();
    const token = await this.system.token({ role: 'supervisor' });
    await this.#storeScripts(token);
    for (const desk of this.#desks) await desk.furnish(token);
  }

  /** Ends the system and removes what it kept. */
  async close(): Promise<void> {
    if (this.#system === undefined) return;
    await this.#system.stop();
    rmSync(this.#system.dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Adds to what goes wrong on purpose. Rules that name a leg leave the other scenarios alone. */
  async addFaults(more: FaultPlan): Promise<void> {
    this.#lastFaults = this.#lastFaults.then(async () => {
      const plan = (await (await this.system.request('/phones/faults')).json()) as FaultPlan;
      const left = (rules: FaultPlan['callbacks'] = []) => rules.filter(({ times }) => times !== 0);
      const callbacks = [...left(plan.callbacks), ...left(more.callbacks)];
      const webhooks = [...left(plan.webhooks), ...left(more.webhooks)];
      const body = JSON.stringify({ ...more, callbacks, webhooks });
      await this.system.request('/phones/faults', { method: 'PUT', body });
    });
    await this.#lastFaults;
  }

  /** What the account of outside software needs to reach the stand-ins of AWS. */
  get aws() {
    const { endpoint, region } = this.system.dynamodb;
    return {
      endpoint,
      region,
      credentials: { accessKeyId: 'outside', secretAccessKey: 'outside' },
    };
  }

  /** The URL of the queue that timers end in. */
  async dialQueue(): Promise<string> {
    const client = new SQSClient(this.aws);
    const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
    client.destroy();
    const found = QueueUrls.find((url) => /DialQueue(?!DeadLetters)/.test(url));
    if (found === undefined) throw new Error(`No dial queue among ${QueueUrls}`);
    return found;
  }

  /** Lines of all logs that tell a number or a name of the desks' people. */
  leaks(): string[] {
    const lines = this.#logLines();
    if (lines.length === 0) throw new Error('Nothing was logged');
    const secrets = [customerName, ...this.#desks.flatMap((desk) => desk.numbers.map(digitsOf))];
    return lines.filter((line) => {
      const text = line.replace(/[\s()-]/g, '');
      return secrets.some((secret) => text.includes(secret));
    });
  }

  #logLines(): string[] {
    const folder = path.join(this.system.dataFolder, 'cloud', 'logs');
    const files = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
    return [...files, this.system.output].flatMap((text) => text.split('\n').filter(Boolean));
  }

  async #storeScripts(token: string): Promise<void> {
    const headers = { authorization: `Bearer ${token}` };
    for (const [id, script] of this.#scripts) {
      const body = JSON.stringify(script);
      await this.system.request(`/api/scripts/${id}`, { method: 'PUT', headers, body });
    }
  }

  /** Scenarios do not wait for each other's calls. */
  async #liftRateLimit(): Promise<void> {
    const client = new DynamoDBClient(this.aws);
    const account = { kind: 'account', id: 'account', callsPerSecond: null };
    const TableName = this.system.dynamodb.tables.directory;
    await client.send(new PutItemCommand({ TableName, Item: marshall(account) }));
    client.destroy();
  }
}

/** The part of a number that every way of writing it has. */
function digitsOf(number: string): string {
  return number.slice('+44'.length);
}
