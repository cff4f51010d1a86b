import type { ChooseColumns } from '../../lambdas/table-files/header.ts';
import { suggestColumns } from '../../lambdas/table-files/suggest-columns.ts';
import { UserMistake } from './user-mistake.ts';

/**
 * What `--map "THEIRS=OURS"` says of the file's columns; `THEIRS=` leaves one out. Throws a
 * `UserMistake` for what is no pair, for a column that the file has not, and, where a file without
 * `tel` seems to have it under another name, for want of the pair that would say so.
 */
export function columnMap(given: readonly string[]): ChooseColumns {
  const mapping = new Map(given.map(pairOf));
  return (header) => {
    const missing = [...mapping.keys()].find((name) => !header.includes(name));
    if (missing !== undefined)
      throw new UserMistake(`--map: the file has no column “${missing}”, only ${listed(header)}.`);
    if (!header.includes('tel') && ![...mapping.values()].includes('tel')) suggestTel(header);
    return mapping;
  };
}

function pairOf(given: string): [string, string] {
  const at = given.lastIndexOf('=');
  if (at > 0) return [given.slice(0, at).trim(), given.slice(at + 1).trim()];
  throw new UserMistake(`--map must be a pair such as "Phone Number=tel", got “${given}”.`);
}

function suggestTel(header: readonly string[]): void {
  const [likely] = [...suggestColumns(header)].find(([, ours]) => ours === 'tel') ?? [];
  if (likely === undefined) return;
  throw new UserMistake(
    `The header line has no column tel. If “${likely}” holds the phone numbers, add --map "${likely}=tel".`,
  );
}

function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}
