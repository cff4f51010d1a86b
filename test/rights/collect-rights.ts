import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rightsFolderVariable } from '../support/kept-rights.ts';

/** Before all tests: the workers inherit the folder's name. */
// biome-ignore lint/style/noDefaultExport: Jest takes no other.
export default function collectRights(): void {
  process.env[rightsFolderVariable] = mkdtempSync(path.join(tmpdir(), 'rights-'));
}
