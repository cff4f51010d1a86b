/**
 * Runs inside a worker thread: SQS, played by fauxqs. In a thread of its own, so that its timers
 * stay exact while functions are busy, and because its server must be kept off the network: it
 * asks for all interfaces, whatever it is told.
 */
import { Server } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { startFauxqs } from 'fauxqs';

const { dataFolder, region } = workerData as { dataFolder: string; region: string };

const listen = Server.prototype.listen;
Server.prototype.listen = function onLoopback(this: Server, ...options: unknown[]) {
  const [first, ...rest] = options;
  const target = typeof first === 'object' ? { ...first, host: '127.0.0.1' } : first;
  return Reflect.apply(listen, this, [target, ...rest]);
};

// Every commit would wait for the disk. What is written outlives this process without that; the
// disk only matters when the power goes.
const exec = DatabaseSync.prototype.exec;
DatabaseSync.prototype.exec = function withoutWaiting(this: DatabaseSync, sql: string) {
  const isOpening = sql === 'PRAGMA journal_mode = WAL';
  Reflect.apply(exec, this, [isOpening ? `${sql}; PRAGMA synchronous = NORMAL` : sql]);
};

// A message whose visibility ends early would lose its count of receives, which its table refuses.
const prepare = DatabaseSync.prototype.prepare;
DatabaseSync.prototype.prepare = function keepingCounts(this: DatabaseSync, sql: string) {
  const kept = sql.replaceAll(
    /\b(approximate_receive_count|approximate_first_receive_timestamp) = \?/g,
    '$1 = COALESCE(?, $1)',
  );
  return Reflect.apply(prepare, this, [kept]);
};

const server = await startFauxqs({
  port: 0,
  logger: false,
  dataDir: dataFolder,
  defaultRegion: region,
});
parentPort?.postMessage({ port: server.port });
parentPort?.once('message', async () => {
  await server.stop();
  parentPort?.postMessage({ stopped: true });
});
