import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.join(__dirname, '..', '..');
const cache = path.join(root, 'node_modules', '.cache', 'callback-center');
const manifest = path.join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json');
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
const kept = path.join(cache, `chromium-${version}`);

/** The package unpacks itself among temporary files. */
const unpack = `require('${require.resolve('@sparticuz/chromium')}').executablePath()`;

/**
 * The browser's program. It is unpacked once and kept. The package itself takes a file that another
 * process still writes for the whole program: here it gets its place when it is whole.
 */
export async function unpackedChromium(): Promise<string> {
  if (!existsSync(kept)) await keep();
  return path.join(kept, 'chromium');
}

async function keep(): Promise<void> {
  await mkdir(cache, { recursive: true });
  const growing = await mkdtemp(path.join(cache, 'new-chromium-'));
  const env = { ...process.env, TMPDIR: growing };
  await promisify(execFile)(process.execPath, ['-e', unpack], { cwd: root, env });
  await rename(growing, kept).catch(() => rm(growing, { recursive: true }));
}
