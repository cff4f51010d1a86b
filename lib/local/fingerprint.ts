import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');

/**
 * What the files hold, by content: a new one and one that is gone count, times do not. A folder is
 * taken with all below it; a file that does not exist counts as such.
 */
export function fingerprint(places: readonly string[], ...settings: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const place of places) {
    for (const file of filesOf(place)) {
      hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 24);
}

function filesOf(place: string): string[] {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [place];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
