import { access, constants, stat } from 'node:fs/promises';
import { UserMistake } from './user-mistake.ts';

/** Says in a sentence why the path is no file that can be read, twice if need be. */
export async function checkReadable(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
  } catch (cause) {
    throw new UserMistake(sentence(path, (cause as NodeJS.ErrnoException).code), { cause });
  }
  if (!(await stat(path)).isFile()) throw new UserMistake(`${path} is not a file.`);
}

function sentence(path: string, code: string | undefined): string {
  if (code === 'ENOENT') return `There is no file ${path}.`;
  if (code === 'EACCES') return `You are not allowed to read ${path}.`;
  return `${path} cannot be read (${code}).`;
}
