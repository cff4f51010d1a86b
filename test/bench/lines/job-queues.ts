import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Bench, BenchContext, Finding } from '../bench.ts';
import { spreadOf, spreadText } from '../figures.ts';
import { second, secondAhead } from '../floor.ts';

const servers = {
  postgres: process.env.BENCH_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres',
  redis: process.env.BENCH_REDIS ?? 'redis://127.0.0.1:6379',
};

const jobsASecond = 10;
const jobsOf = { quick: 20, whole: 300, big: 300 };
const leadSeconds = 4;

/** A job says when it is due. */
type Job = { dueAt: number };

interface JobQueue {
  add(dueAt: number): Promise<unknown>;
  stop(): Promise<unknown>;
}

// biome-ignore lint/suspicious/noExplicitAny: libraries that are no dependency have no types here
type Exports = Record<string, any>;

interface Library {
  name: string;
  server: keyof typeof servers;
  /** @param ran to be called by the worker, with what a job was given */
  open(library: Exports, url: string, ran: (job: Job) => void): Promise<JobQueue>;
}

/** As their documentation begins; only pg-boss, which by default takes one job every two seconds, takes a hundred. */
const libraries: Library[] = [
  {
    name: 'pg-boss',
    server: 'postgres',
    async open({ default: main, PgBoss = main }, url, ran) {
      const boss = new PgBoss({ connectionString: url, schema: schemaOf('boss') });
      boss.on('error', () => {});
      await boss.start();
      await boss.createQueue('calls');
      await boss.work('calls', { batchSize: 100 }, async (jobs: { data: Job }[]) => {
        for (const { data } of jobs) ran(data);
      });
      return {
        add: (dueAt) => boss.send('calls', { dueAt }, { startAfter: new Date(dueAt) }),
        stop: () => boss.stop({ graceful: false }),
      };
    },
  },
  {
    name: 'graphile-worker',
    server: 'postgres',
    async open({ run, Logger }, connectionString, ran) {
      const runner = await run({
        connectionString,
        schema: schemaOf('graphile'),
        noHandleSignals: true,
        logger: new Logger(() => () => {}),
        taskList: { call: async (job: Job) => ran(job) },
      });
      return {
        add: (dueAt) => runner.addJob('call', { dueAt }, { runAt: new Date(dueAt) }),
        stop: () => runner.stop(),
      };
    },
  },
  {
    name: 'BullMQ',
    server: 'redis',
    async open({ Queue, Worker }, url, ran) {
      const name = schemaOf('calls');
      const connection = { url, maxRetriesPerRequest: null };
      const queue = new Queue(name, { connection });
      const worker = new Worker(name, async ({ data }: { data: Job }) => ran(data), {
        connection,
      });
      return {
        add: (dueAt) => queue.add('call', { dueAt }, { delay: dueAt - Date.now() }),
        async stop() {
          await worker.close();
          await queue.obliterate({ force: true });
          await queue.close();
        },
      };
    },
  },
];

const packageOf = (name: string) => name.toLowerCase();
const schemaOf = (name: string) => `bench_${name}_${process.pid}`;

/** Ten jobs a second, each due at a whole second: what a promise would be to them. */
export const jobQueues: Bench = {
  name: 'queues',
  what: 'lateness of delayed jobs: pg-boss, graphile-worker, BullMQ',
  async *run(context) {
    yield* await Promise.all(libraries.map((library) => findingOf(context, library)));
  },
};

async function findingOf(context: BenchContext, library: Library): Promise<Finding> {
  const line = { what: `lateness: delayed jobs of ${library.name}`, goal: '' };
  const reason = await whyNot(library);
  if (reason !== undefined) return { ...line, measured: '', verdict: `not measured: ${reason}` };
  try {
    return { ...line, measured: await measure(context, library), verdict: 'beside' };
  } catch (error) {
    const [message] = String(error).split('\n');
    return { ...line, measured: '', verdict: `not measured: ${message}` };
  }
}

async function whyNot({ name, server }: Library): Promise<string | undefined> {
  if (!(await answers(servers[server])))
    return `no ${server} answers at ${hostOf(servers[server])}`;
  return fileOf(name) === undefined
    ? `it is not installed in the folder BENCH_QUEUES (see --help)`
    : undefined;
}

const hostOf = (url: string) => new URL(url).host;

function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = net.connect({ host: hostname, port: Number(port) });
    const end = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

function fileOf(name: string): string | undefined {
  const folder = process.env.BENCH_QUEUES;
  if (folder === undefined) return undefined;
  try {
    return createRequire(path.join(path.resolve(folder), 'here.js')).resolve(packageOf(name));
  } catch {
    return undefined;
  }
}

async function measure(context: BenchContext, { name, server, open }: Library): Promise<string> {
  const library = await import(pathToFileURL(fileOf(name) ?? '').href);
  const lateness: number[] = [];
  const queue = await open(library, servers[server], ({ dueAt }) => {
    lateness.push(Date.now() - dueAt);
  });
  try {
    const count = jobsOf[context.size];
    const firstDueAt = secondAhead(leadSeconds);
    const dueAts = Array.from(
      { length: count },
      (_, n) => firstDueAt + Math.floor(n / jobsASecond) * second,
    );
    context.tell(`${name}: ${count} jobs`);
    for (const dueAt of dueAts) await queue.add(dueAt);
    const endsAt = (dueAts.at(-1) ?? 0) + 10 * second;
    await pause(endsAt - Date.now(), undefined, { signal: context.signal });
    return spreadText(spreadOf(lateness));
  } finally {
    await queue.stop();
  }
}
