import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserMistake } from './user-mistake.ts';

/** Writes the text to the file: all of it, or the file stays as it was. */
export async function writeWhole(
  text: AsyncIterable<string>,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(Readable.from(text), createWriteStream(part), { signal });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw isAboutFiles(error) ? unwritable(path, error) : error;
  }
}

function isAboutFiles(error: unknown): error is NodeJS.ErrnoException {
  const { syscall, path } = error as Partial<NodeJS.ErrnoException>;
  return syscall !== undefined && path !== undefined;
}

function unwritable(path: string, cause: NodeJS.ErrnoException): UserMistake {
  return new UserMistake(`${path} cannot be written (${cause.code}).`, { cause });
}
