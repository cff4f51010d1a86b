import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Config } from 'jest';
import { rightsFolderVariable } from '../support/kept-rights.ts';
import { readRights, unexpectedlyUnused } from './rights-in-use.ts';
import { unusedRights } from './unused-rights.ts';

/** What Jest was asked to do. */
interface Run extends Config {
  testPathPatterns?: { patterns: string[] };
  findRelatedTests?: boolean;
  onlyFailures?: boolean;
}

/**
 * After all tests: their temporary files go. Nothing may be granted in vain. The systems that ran in the tests have told which
 * rights their functions have and which they used. Asked only when everything ran: a few tests use
 * a few rights.
 */
// biome-ignore lint/style/noDefaultExport: Jest takes no other.
export default function checkRights(run: Run): void {
  const folder = process.env[rightsFolderVariable];
  if (folder === undefined) return;
  const rights = readRights(folder);
  rmSync(path.dirname(folder), { recursive: true, force: true });
  if (!ranEverything(run)) return;
  const unexpected = unexpectedlyUnused(rights, unusedRights);
  if (unexpected.length === 0) return;
  throw new Error(
    'Functions have rights that no scenario used. Take them away, write the scenario, or list ' +
      `them with a reason in test/rights/unused-rights.ts:\n${unexpected.join('\n')}`,
  );
}

function ranEverything(run: Run): boolean {
  const { testPathPatterns, testNamePattern, onlyChanged, onlyFailures, findRelatedTests } = run;
  const isPartial = testNamePattern || onlyChanged || onlyFailures || findRelatedTests;
  return !isPartial && (testPathPatterns?.patterns ?? []).length === 0;
}
