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

/** Starts SQS with its queues and messages, also delayed and invisible ones, kept in `dataFolder`. */
export async function startFauxqs(options: {
  dataFolder: string;
  region: string;
}): Promise<Fauxqs> {
  mkdirSync(options.dataFolder, { recursive: true });
  const worker = new Worker(entry, { workerData: options });
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
