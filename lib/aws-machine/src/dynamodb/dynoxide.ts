import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { assertNumbersByHighest, hasStreamRecords, indexStreamRecords } from './dynoxide-file.ts';
import { type GuardedProcess, startGuarded } from './guarded-process.ts';

export interface Dynoxide {
  endpoint: string;
  /** Its SQLite file. */
  file: string;
  stop(): Promise<void>;
}

/**
 * Starts dynoxide on `file`. At the first start it is started twice: the index that keeps its
 * stream fast goes into the file in between, while nobody has it open. Should it end by itself
 * later, this process ends too: nothing works without it, and the next start loses nothing. Throws,
 * with what to do, for a version that cannot be mended.
 */
export async function startDynoxide(file: string): Promise<Dynoxide> {
  const binary = dynoxideBinary(`${process.platform}-${process.arch}`);
  assertNumbersByHighest(binary);
  mkdirSync(path.dirname(file), { recursive: true });
  if (!hasStreamRecords(file)) {
    const first = await launch(binary, file);
    await first.program.kill();
  }
  indexStreamRecords(file);
  const { program, endpoint } = await launch(binary, file);
  let isWanted = true;
  void program.ended.then((errors) => {
    if (isWanted) throw new Error(`dynoxide ended although nobody told it to: ${errors}`);
  });
  return {
    endpoint,
    file,
    stop() {
      isWanted = false;
      return program.kill();
    },
  };
}

/** Throws, with what to do, where there is none for the platform (`linux-x64`). */
export function dynoxideBinary(platform: string): string {
  const name = `@dynoxide/${platform}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return path.join(path.dirname(manifest), 'dynoxide');
  } catch (cause) {
    throw new Error(
      `There is no DynamoDB for this platform (${platform}): install ${name} if it exists, or ` +
        'start DynamoDB Local and set DYNAMODB_ENDPOINT to its address, e.g. http://127.0.0.1:8000.',
      { cause },
    );
  }
}

interface Launched {
  program: GuardedProcess;
  endpoint: string;
}

/** Somebody else may take the port before dynoxide does. */
async function launch(binary: string, file: string, triesLeft = 3): Promise<Launched> {
  const host = hiddenHost();
  const port = await freePort(host);
  const where = ['--host', host, '--port', String(port)];
  const program = startGuarded(binary, ['serve', ...where, '--db-path', file]);
  try {
    await program.said('listening');
    return { program, endpoint: `http://${host}:${port}` };
  } catch (error) {
    if (triesLeft <= 1) throw error;
    return launch(binary, file, triesLeft - 1);
  }
}

/**
 * dynoxide lets every web page read its answers (`Access-Control-Allow-Origin: *`). All of 127.0.0.0/8
 * leads to this machine where Linux runs: no page finds one address of sixteen million.
 */
function hiddenHost(): string {
  if (process.platform !== 'linux') return '127.0.0.1';
  return `127.${[...randomBytes(3)].map((it) => 1 + (it % 254)).join('.')}`;
}

/** dynoxide does not tell which port it got for 0. */
async function freePort(host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
