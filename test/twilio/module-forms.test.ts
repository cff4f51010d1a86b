import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const program = path.join(__dirname, 'module-forms-program.ts');
const run = async (file: string) =>
  JSON.parse((await promisify(execFile)(process.execPath, [file])).stdout);

const expected = {
  isSigned: true,
  submission: { kind: 'unknown' },
  document: expect.stringContaining('<Response><Pause length="1"/>'),
};

/** Under Jest the other tests have shown it; what a default import is differs in these two. */
describe('the parts of the CommonJS SDK are found', () => {
  test('by Node itself', async () => {
    expect(await run(program)).toEqual(expected);
  });

  test('in an ESM bundle', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'bundle-'));
    const outfile = path.join(folder, 'program.mjs');
    await build({
      entryPoints: [program],
      outfile,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'esm',
      mainFields: ['module', 'main'],
      banner: {
        js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
      },
    });
    expect(await run(outfile)).toEqual(expected);
    await rm(folder, { recursive: true });
  });
});
