import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface Fauxqs {
  /** Where it answers, on this machine only. */
  endpoint: string;
  /** Ends waiting polls with empty answers, then the server. May be called twice. */
  stop(): Promise<void>;
}

const entry = fileURLToPath(new URL('./fauxqs-worker.ts', import.meta.url));

interface FauxqsOptions {
  dataFolder: string;
  region: string;
  /** What is started: a package or the address of a module. */
  program?: string;
}

/**
 * Starts SQS with its queues and messages, also delayed and invisible ones, kept in `dataFolder`.
 * Throws, with what to do, for a version of fauxqs that cannot be mended.
 */
export async function startFauxqs({
  program = 'fauxqs',
  ...options
}: FauxqsOptions): Promise<Fauxqs> {
  mkdirSync(options.dataFolder, { recursive: true });
  const worker = new Worker(entry, { workerData: { ...options, program } });
  const [{ port }] = await once(worker, 'message');
  let stopping: Promise<void> | undefined;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop() {
      stopping ??= end(worker);
      return stopping;
    },
  };
}

async function end(worker: Worker): Promise<void> {
  const stopped = once(worker, 'message');
  worker.postMessage('stop');
  await stopped;
  await worker.terminate();
}
