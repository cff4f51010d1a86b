import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateScheduleGroupCommand } from '@aws-sdk/client-scheduler';
import { schedulerClient } from '../../lambdas/adapters/scheduler/scheduler-client.ts';
import { SchedulerTimers } from '../../lambdas/adapters/scheduler/scheduler-timers.ts';
import { decodeDialMessage } from '../../lambdas/adapters/sqs/dial-message-body.ts';
import type { DialMessage } from '../../lambdas/ports/calls/dial-queue.ts';
import type { Clock } from '../../lib/aws-machine/src/base/clock.ts';
import { Permissions } from '../../lib/aws-machine/src/permissions/permissions.ts';
import { AwsProxy, type ProxyParts } from '../../lib/aws-machine/src/proxy/aws-proxy.ts';
import { RequestCounts } from '../../lib/aws-machine/src/proxy/request-counts.ts';
import { FireQueue } from '../../lib/aws-machine/src/scheduler/fire-queue.ts';
import { prompt } from '../../lib/aws-machine/src/scheduler/punctuality.ts';
import { Scheduler } from '../../lib/aws-machine/src/scheduler/scheduler.ts';
import { schedulerService } from '../../lib/aws-machine/src/scheduler/scheduler-service.ts';
import { SchedulerStore } from '../../lib/aws-machine/src/scheduler/scheduler-store.ts';
import { noon } from './samples.ts';
import { type TimersUnderTest, timersContract } from './timers.contract.ts';

const region = 'eu-central-1';
const accountId = '000000000000';
const folder = mkdtempSync(path.join(tmpdir(), 'scheduler-'));
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The local Scheduler on a clock of its own, with an open door. */
async function startScheduler(name: string) {
  const clock = new HandMovedClock();
  const store = new SchedulerStore(path.join(folder, `${name}.sqlite`));
  const messages: DialMessage[] = [];
  const fires = new FireQueue({
    store,
    clock,
    punctuality: prompt,
    deliver: async ({ target }) => void messages.push(decodeDialMessage(target.Input ?? '')),
    discard: async () => undefined,
  });
  fires.start();
  const permissions = { trusts: () => true };
  const scheduler = new Scheduler({ store, clock, fires, permissions, region, accountId });
  const proxy = new AwsProxy();
  const endpoint = await proxy.listen(0);
  proxy.serve(partsWith(scheduler));
  closing.push(
    () => proxy.close(),
    () => fires.stop(),
    async () => store.close(),
  );
  return { endpoint, clock, messages };
}

function partsWith(scheduler: Scheduler): ProxyParts {
  return {
    services: { scheduler: schedulerService(scheduler) } as ProxyParts['services'],
    callers: new Map(),
    permissions: new Permissions({ roles: new Map(), callers: [], accountId }),
    counts: new RequestCounts(),
  };
}

class HandMovedClock implements Clock {
  #now = noon;
  #waiting: { instant: number; run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  at(instant: number, run: () => void): () => void {
    const entry = { instant, run };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((it) => it !== entry);
    };
  }

  async advanceTo(instant: number): Promise<void> {
    this.#now = instant;
    const due = this.#waiting.filter((it) => it.instant <= instant);
    this.#waiting = this.#waiting.filter((it) => it.instant > instant);
    for (const { run } of due) run();
    await new Promise(setImmediate);
  }
}

let opened = 0;

timersContract(async (): Promise<TimersUnderTest> => {
  const { endpoint, clock, messages } = await startScheduler(String(++opened));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = schedulerClient({ endpoint, region, credentials });
  await client.send(new CreateScheduleGroupCommand({ Name: 'timers' }));
  closing.unshift(async () => client.destroy());
  const target = {
    group: 'timers',
    dialQueueArn: `arn:aws:sqs:${region}:${accountId}:dial`,
    roleArn: `arn:aws:iam::${accountId}:role/timers`,
    deadLettersArn: `arn:aws:sqs:${region}:${accountId}:dead-letters`,
  };
  return {
    timers: new SchedulerTimers(client, target),
    advanceTo: (at) => clock.advanceTo(at),
    fired: () => messages,
  };
});
