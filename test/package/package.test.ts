import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { handlerNames } from '../../lib/bundles/handler-names.ts';
import { buildPackage } from '../../lib/package/build-package.ts';

const root = path.join(__dirname, '..', '..');
const example = path.join(root, 'lib', 'package', 'example');
const folder = mkdtempSync(path.join(tmpdir(), 'package-'));
const app = path.join(folder, 'app');
const installed = path.join(app, 'node_modules', 'callback-center');

const npm = (cwd: string, ...args: string[]) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' }).trim();
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** The example as somebody copies it; the CDK, which is here already, is not brought from the network. */
beforeAll(async () => {
  await buildPackage(path.join(folder, 'built'));
  const tarball = npm(folder, 'pack', './built');
  cpSync(example, app, { recursive: true });
  const { devDependencies: _, ...manifest } = readJson(path.join(app, 'package.json'));
  const here = (name: string) => [name, `file:${path.join(root, 'node_modules', name)}`];
  const dependencies = {
    ...Object.fromEntries(['aws-cdk-lib', 'constructs', 'cdk-nag'].map(here)),
    'callback-center': `file:../${tarball}`,
  };
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ ...manifest, dependencies }));
  npm(app, 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-package-lock');
});

/** As the CDK's command runs the app of `cdk.json`. */
function synthesize(context: Record<string, unknown> = {}): string {
  const outdir = mkdtempSync(path.join(folder, 'cdk.out-'));
  const [command, ...args] = readJson(path.join(app, 'cdk.json')).app.split(' ');
  const env = {
    ...process.env,
    CDK_OUTDIR: outdir,
    CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:disable-stack-trace': true, ...context }),
  };
  execFileSync(command, args, { cwd: app, env, encoding: 'utf8', stdio: 'pipe' });
  return outdir;
}

test('the package asks for the CDK, and for nothing else', () => {
  const { dependencies, optionalDependencies, peerDependencies } = readJson(
    path.join(installed, 'package.json'),
  );
  expect(Object.keys(peerDependencies)).toEqual(['aws-cdk-lib', 'constructs']);
  expect([dependencies, optionalDependencies]).toEqual([undefined, undefined]);
});

test('it brings every function and the pages, built; and no sources', () => {
  const functions = readdirSync(path.join(installed, 'functions'));
  expect(functions.sort()).toEqual(handlerNames(path.join(root, 'lambdas', 'handlers')).sort());
  expect(existsSync(path.join(installed, 'pages', 'index.html'))).toBe(true);
  const licences = readFileSync(path.join(installed, 'licences.txt'), 'utf8');
  for (const name of ['zod', 'twilio', '@aws-sdk/client-dynamodb']) {
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
  }
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
  expect(files.filter((it) => /(?<!\.d)\.tsx?$/.test(it))).toEqual([]);
});

test('its types name nothing that an app does not have', () => {
  const types = path.join(installed, 'types');
  const files = readdirSync(types, { recursive: true, encoding: 'utf8' });
  const named = files
    .filter((it) => it.endsWith('.d.ts'))
    .flatMap((file) => importsOf(path.join(types, file)));
  expect(named.length).toBeGreaterThan(5);
  for (const it of named.filter((it) => path.isAbsolute(it)))
    expect([it, existsSync(it)]).toEqual([it, true]);
  const libraries = new Set(
    named.filter((it) => !path.isAbsolute(it)).map((it) => it.split('/')[0]),
  );
  expect([...libraries].sort()).toEqual(['aws-cdk-lib', 'constructs']);
});

/** What a file of types names: files as absolute paths, libraries by their names. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import\() ?['"]([^'"]+)['"]/g)].map(([, name = '']) =>
    name.startsWith('.') ? path.resolve(path.dirname(file), name.replace(/\.js$/, '.d.ts')) : name,
  );
}

/** What the rules of cdk-nag find ends a synthesis with an error. */
test('a fresh app installs it and synthesizes two stages, in which the rules of cdk-nag find nothing', () => {
  const outdir = synthesize(
    readJson(path.join(root, 'node_modules/aws-cdk-lib/recommended-feature-flags.json')),
  );
  const stages = readdirSync(outdir)
    .filter((it) => it.startsWith('assembly-'))
    .sort();
  expect(stages).toEqual(['assembly-Live', 'assembly-Test']);
  const live = path.join(outdir, 'assembly-Live');
  const [template = ''] = readdirSync(live).filter((it) => it.endsWith('.template.json'));
  const { Resources } = readJson(path.join(live, template));
  const ofType = (type: string) =>
    Object.values<{ Type: string }>(Resources).filter((it) => it.Type === type).length;
  expect(ofType('AWS::DynamoDB::GlobalTable')).toBe(7);
  expect(ofType('AWS::Events::EventBus')).toBe(1);
  expect(ofType('AWS::CloudFront::Distribution')).toBe(1);
});

test('the example asks for the versions that the package is tested with', () => {
  const own = readJson(path.join(root, 'package.json'));
  const { dependencies, devDependencies } = readJson(path.join(example, 'package.json'));
  const { 'callback-center': file, ...cdk } = { ...dependencies, ...devDependencies };
  expect(file).toBe(`file:callback-center-${own.version}.tgz`);
  expect(own.devDependencies).toMatchObject(cdk);
});

test('its pipeline deploys without a key, and nothing is deployed from this repository', () => {
  const pipeline = readFileSync(path.join(example, '.github', 'workflows', 'deploy.yml'), 'utf8');
  expect(pipeline).toMatch(/id-token: write/);
  expect(pipeline).toMatch(/role-to-assume: \$\{\{ vars\.AWS_ROLE \}\}/);
  expect(pipeline).not.toMatch(/secrets\.|access-key/);
  const own = path.join(root, '.github', 'workflows');
  for (const file of readdirSync(own)) {
    expect(readFileSync(path.join(own, file), 'utf8')).not.toMatch(/id-token|cdk deploy/);
  }
});
