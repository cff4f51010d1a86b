import type { Server } from 'node:net';
import type { DatabaseSync } from 'node:sqlite';

/** What fauxqs stands on: it is mended there, since it can be told nothing of this. */
export interface Foundations {
  server: Pick<Server, 'listen'>;
  database: Pick<DatabaseSync, 'exec' | 'prepare'>;
}

/** What was mended, and how often so far. */
export type Patches = Record<keyof typeof reasons, number>;

const reasons = {
  'its address': 'it would listen to the whole network',
  'its commits': 'every one would wait for the disk',
  'its receive counts': 'a message whose visibility ends early would be lost',
};

/** Patches what fauxqs 2.4.1 calls. Every patch looks for what that version does, and counts what it found. */
export function patchFauxqs({ server, database }: Foundations): Patches {
  const patches: Patches = { 'its address': 0, 'its commits': 0, 'its receive counts': 0 };
  keepOnLoopback(server, patches);
  commitWithoutWaiting(database, patches);
  keepReceiveCounts(database, patches);
  return patches;
}

/** Throws, with what to do, where another version of fauxqs gave a patch nothing to mend. */
export function assertPatched(patches: Patches): void {
  const missed = Object.entries(patches).filter(([, hits]) => hits === 0);
  if (missed.length === 0) return;
  const named = missed.map(([name]) => `${name} (${reasons[name as keyof Patches]})`).join(', ');
  throw new Error(
    `This fauxqs cannot be mended as 2.4.1 can: ${named}. Install fauxqs 2.4.1 (npm ci), or fit ` +
      'lib/aws-machine/src/sqs/fauxqs-patches.ts to the new version.',
  );
}

/** It asks for all interfaces, whatever it is told. */
function keepOnLoopback(server: Foundations['server'], patches: Patches): void {
  const { listen } = server;
  server.listen = function onLoopback(this: Server, ...options: unknown[]) {
    const [first, ...rest] = options;
    const isAsked = typeof first === 'object' && first !== null && 'port' in first;
    if (isAsked) patches['its address'] += 1;
    const target = isAsked ? { ...first, host: '127.0.0.1' } : first;
    return Reflect.apply(listen, this, [target, ...rest]);
  };
}

/** What is written outlives this process without a wait; the disk only matters when the power goes. */
function commitWithoutWaiting(database: Foundations['database'], patches: Patches): void {
  const { exec } = database;
  database.exec = function withoutWaiting(this: DatabaseSync, sql: string) {
    const isOpening = sql === 'PRAGMA journal_mode = WAL';
    if (isOpening) patches['its commits'] += 1;
    Reflect.apply(exec, this, [isOpening ? `${sql}; PRAGMA synchronous = NORMAL` : sql]);
  };
}

const receiveCounts = /\b(approximate_receive_count|approximate_first_receive_timestamp) = \?/g;

/** A message whose visibility ends early would lose its count of receives, which its table refuses. */
function keepReceiveCounts(database: Foundations['database'], patches: Patches): void {
  const { prepare } = database;
  database.prepare = function keepingCounts(this: DatabaseSync, sql: string) {
    const kept = sql.replaceAll(receiveCounts, '$1 = COALESCE(?, $1)');
    if (kept !== sql) patches['its receive counts'] += 1;
    return Reflect.apply(prepare, this, [kept]);
  };
}
