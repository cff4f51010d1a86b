import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rightsFolderVariable } from '../support/kept-rights.ts';

/**
 * Before all tests: the workers inherit the folders' names, and so do processes that they start. What
 * tests put among temporary files is in a folder of this run, which goes when all have ended: also
 * what a test that failed, or a system that was killed, left behind.
 */
// biome-ignore lint/style/noDefaultExport: Jest takes no other.
export default function collectRights(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'callback-center-tests-'));
  const rights = path.join(folder, 'rights');
  mkdirSync(rights);
  process.env[rightsFolderVariable] = rights;
  process.env.TMPDIR = folder;
}
