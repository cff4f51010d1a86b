import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Each rule is shown a small tree that breaks it, and that alone: a rule that finds nothing guards nothing. */
const root = path.resolve(__dirname, '..');

const violations: [rule: string, files: Record<string, string>][] = [
  ['no-cycles', { 'lambdas/domain/a.ts': './b.ts', 'lambdas/domain/b.ts': './a.ts' }],
  ['domain-is-pure', { 'lambdas/domain/a.ts': '../ports/b.ts', 'lambdas/ports/b.ts': '' }],
  ['domain-is-pure', { 'lambdas/domain/a.ts': 'node:fs' }],
  [
    'ports-know-the-domain',
    { 'lambdas/ports/a.ts': '../use-cases/b.ts', 'lambdas/use-cases/b.ts': '' },
  ],
  [
    'use-cases-know-ports',
    { 'lambdas/use-cases/a.ts': '../handlers/b.ts', 'lambdas/handlers/b.ts': '' },
  ],
  [
    'adapters-know-ports',
    { 'lambdas/adapters/a.ts': '../use-cases/b.ts', 'lambdas/use-cases/b.ts': '' },
  ],
  [
    'handlers-see-no-adapters',
    { 'lambdas/handlers/a.ts': '../adapters/b.ts', 'lambdas/adapters/b.ts': '' },
  ],
  [
    'adapters-are-composed',
    { 'lib/a.ts': '../lambdas/adapters/b.ts', 'lambdas/adapters/b.ts': '' },
  ],
  ['lambdas-stand-alone', { 'lambdas/composition/a.ts': '../../lib/b.ts', 'lib/b.ts': '' }],
];

test.each(violations)('finds a violation of %s', (rule, files) => {
  expect(brokenRules(files)).toEqual([rule]);
});

test('finds nothing in a tree that keeps the rules', () => {
  expect(
    brokenRules({ 'lambdas/use-cases/a.ts': '../ports/b.ts', 'lambdas/ports/b.ts': '' }),
  ).toEqual([]);
});

function brokenRules(files: Record<string, string>): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'layers-'));
  try {
    copyFileSync(path.join(root, 'tsconfig.json'), path.join(folder, 'tsconfig.json'));
    for (const [file, imported] of Object.entries(files)) plant(path.join(folder, file), imported);
    return cruise(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function plant(file: string, imported: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, imported === '' ? 'export {};\n' : `import '${imported}';\n`);
}

function cruise(folder: string): string[] {
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(root, '.dependency-cruiser.cjs');
  const { stdout } = spawnSync(
    process.execPath,
    [program, '--config', config, '--output-type', 'json', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string } }[] };
  };
  return [...new Set(summary.violations.map((it) => it.rule.name))];
}
