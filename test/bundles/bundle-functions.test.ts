import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Bundle, bundleFunctions } from '../../lib/bundles/bundle-functions.ts';
import { handlerNames } from '../../lib/bundles/handler-names.ts';

const root = path.join(__dirname, '..', '..');
const handlers = path.join(root, 'lambdas', 'handlers');
const names = handlerNames(handlers);

const outdir = mkdtempSync(path.join(tmpdir(), 'bundles-'));
let bundles: Bundle[];

beforeAll(async () => {
  bundles = await bundleFunctions({ handlers, outdir });
});

function bundle(name: string): Bundle {
  return bundles.find((it) => it.name === name) as Bundle;
}

/** The voice of the operator's phone must not wait for code to load; the others keep room to grow. */
const budgetOf = (name: string) => (name === 'voice' ? 600_000 : 900_000);

test.each(names)('%s keeps to its budget', (name) => {
  expect(bundle(name).bytes).toBeLessThanOrEqual(budgetOf(name));
});

test.each(['voice', 'keypad', 'inbound', 'events'])(
  '%s answers without a schema library',
  (name) => {
    const sources = bundle(name).sources.filter((file) => /node_modules\/zod\//.test(file));
    expect(sources).toEqual([]);
  },
);

/** `import { z } from 'zod'` takes all 50 along, and more; `import * as z` what is used. */
test('schemas speak English alone', () => {
  const languages = bundle('api').sources.filter((file) => file.includes('/zod/v4/locales/'));
  expect(languages.map((file) => path.basename(file))).toEqual(['en.js']);
});

test.each(names)('no function carries all of twilio: %s', (name) => {
  const sources = bundle(name).sources.filter((file) =>
    file.includes('node_modules/twilio/lib/rest/Twilio'),
  );
  expect(sources).toEqual([]);
});

test('a handler runs from its bundle alone, with what is old and what is new in it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handlers-'));
  mkdirSync(path.join(folder, 'greet'));
  writeFileSync(
    path.join(folder, 'greet', 'old.cjs'),
    "exports.hash = require('node:crypto').getHashes;",
  );
  const source =
    "import { hash } from './old.cjs';\nexport const handler = async (): Promise<number> => hash().length;\n";
  writeFileSync(path.join(folder, 'greet', 'handler.ts'), source);
  const [greet] = await bundleFunctions({ handlers: folder, outdir: path.join(folder, 'out') });
  expect(greet?.name).toBe('greet');
  const file = path.join(folder, 'out', 'greet', 'index.mjs');
  const run = `import('${file}').then(({ handler }) => handler()).then(console.log)`;
  expect(Number(execFileSync(process.execPath, ['-e', run]))).toBeGreaterThan(0);
});

const asksForAParameter = `
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
const body = Buffer.from(JSON.stringify({ __type: 'ParameterNotFound', message: 'none of that name' }));
const requestHandler = { handle: async () => ({ response: { statusCode: 400, headers: {}, body } }) };
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
export const handler = () =>
  new SSMClient({ region: 'eu-central-1', credentials, requestHandler: requestHandler as never })
    .send(new GetParameterCommand({ Name: '/none' }))
    .catch((error: Error) => [error.name, error.message].join(': '));
`;

test('an error of AWS keeps its name and message, though its class is not carried', async () => {
  const folder = mkdtempSync(path.join(root, 'node_modules', '.cache', 'handlers-'));
  mkdirSync(path.join(folder, 'ask'));
  writeFileSync(path.join(folder, 'ask', 'handler.ts'), asksForAParameter);
  const [ask] = await bundleFunctions({ handlers: folder, outdir: path.join(folder, 'out') });
  expect(ask?.sources.filter((it) => it.includes('client-ssm/dist-es/models/errors'))).toEqual([]);
  const file = path.join(folder, 'out', 'ask', 'index.mjs');
  const run = `import('${file}').then(({ handler }) => handler()).then(console.log)`;
  const said = execFileSync(process.execPath, ['-e', run], { encoding: 'utf8' });
  expect(said).toBe('ParameterNotFound: none of that name\n');
});

test('names the file and the line that cannot be bundled', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handlers-'));
  mkdirSync(path.join(folder, 'broken'));
  writeFileSync(path.join(folder, 'broken', 'handler.ts'), 'export const handler = ;\n');
  const bundling = bundleFunctions({ handlers: folder, outdir: path.join(folder, 'out') });
  await expect(bundling).rejects.toThrow(/broken\/handler\.ts:1:23/);
});
