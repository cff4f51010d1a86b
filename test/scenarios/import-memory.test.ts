import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const program = path.join(__dirname, 'import-many-lines-program.ts');
const mebibyte = 1024 * 1024;

test('memory does not grow with the file', async () => {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--expose-gc', program]);
  const { imported, used } = JSON.parse(stdout) as { imported: number; used: number[] };
  expect(imported).toBe(100_000);
  expect(used).toHaveLength(10);
  expect(Math.max(...used) - Math.min(...used)).toBeLessThan(5 * mebibyte);
});
