import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The functions: every folder of `handlers` with a `handler.ts`, which is its entry. */
export function handlerNames(handlers: string): string[] {
  return readdirSync(handlers).filter((name) =>
    existsSync(path.join(handlers, name, 'handler.ts')),
  );
}
