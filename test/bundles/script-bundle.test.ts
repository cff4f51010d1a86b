import path from 'node:path';
import { build } from 'esbuild';

const folder = path.join(__dirname, '../../lambdas/domain/script');
const running = [
  'run/run-script',
  'run/question',
  'fields/keypad',
  'fields/spoken-value',
  'fields/field-problem',
  'script-text',
];

test('what runs in the voice function and in the browser carries no library along', async () => {
  const imports = [...running, 'fields/promise-fields'].map(
    (name) => `export * from './${name}.ts';`,
  );
  const { metafile } = await build({
    stdin: { contents: imports.join('\n'), resolveDir: folder },
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((it) => it.includes('node_modules'))).toEqual([]);
  expect(inputs.length).toBeGreaterThan(running.length);
});
