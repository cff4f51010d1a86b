import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** All state of one local cloud, held by one process at a time. */
export interface DataFolder {
  file(...parts: string[]): string;
  release(): void;
}

/**
 * Takes a folder for this process. The hold is SQLite's lock on a file: the operating system drops
 * it with the process, so a folder whose process was killed is free at once. Throws where another
 * process lives in it.
 */
export function openDataFolder(folder: string): DataFolder {
  // Customers' names and numbers are in it: what this process and its children make is their user's alone.
  process.umask(0o077);
  mkdirSync(folder, { recursive: true });
  const file = (...parts: string[]) => path.join(folder, ...parts);
  const lock = new DatabaseSync(file('lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new Error(
      `The data folder ${folder} is in use by process ${holder(file('lock.pid'))}: ` +
        'stop that one, or choose another folder.',
      { cause },
    );
  }
  writeFileSync(file('lock.pid'), String(process.pid));
  return { file, release: () => lock.close() };
}

function holder(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '(unknown)';
  }
}
