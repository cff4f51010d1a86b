import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

test('the types that pages and examples ask the API by are those of what it answers now', () => {
  const command = ['--import', './bin/prepare-node.js', 'bin/api-types.ts', '--check'];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
