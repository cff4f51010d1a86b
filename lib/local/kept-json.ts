import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Reads a JSON file of the data folder; the first time it is made, for nobody else to read. */
export async function keptJson<Content>(
  file: string,
  make: () => Content | Promise<Content>,
): Promise<Content> {
  const kept = read(file);
  if (kept !== undefined) return JSON.parse(kept) as Content;
  const content = await make();
  keepJson(file, content);
  return content;
}

/** Puts the content in place of what the file held, whole or not at all. */
export function keepJson(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(content, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
