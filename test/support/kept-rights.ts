import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Names the folder, for one run of all tests: see test/rights. */
export const rightsFolderVariable = 'CALLBACK_CENTER_RIGHTS';

/** Lays what a system told of its functions' rights beside that of all others of this run. */
export function keepRights(dataFolder: string): void {
  const folder = process.env[rightsFolderVariable];
  const told = path.join(dataFolder, 'cloud', 'rights.jsonl');
  if (folder === undefined || !existsSync(told)) return;
  const kept = path.join(folder, `${dataFolder.replaceAll(/\W/g, '_')}.jsonl`);
  appendFileSync(kept, readFileSync(told));
}
