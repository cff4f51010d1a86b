/**
 * Runs inside a worker thread: SQS, played by fauxqs. In a thread of its own, so that its timers
 * stay exact while functions are busy, and because it is mended by its foundations.
 */
import { Server } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { assertPatched, patchFauxqs } from './fauxqs-patches.ts';

const { dataFolder, region, program } = workerData as {
  dataFolder: string;
  region: string;
  program: string;
};

const patches = patchFauxqs({ server: Server.prototype, database: DatabaseSync.prototype });
const { startFauxqs } = (await import(program)) as typeof import('fauxqs');
const server = await startFauxqs({
  port: 0,
  logger: false,
  dataDir: dataFolder,
  defaultRegion: region,
});
assertPatched(patches);
parentPort?.postMessage({ port: server.port });
parentPort?.once('message', async () => {
  await server.stop();
  parentPort?.postMessage({ stopped: true });
});
