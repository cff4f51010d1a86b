import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '../support/local-system.ts';

const root = path.join(__dirname, '..', '..');

let sources: string;
let child: ChildProcess;
let output = '';

/** A copy of the sources, to be edited while it runs. */
beforeAll(async () => {
  sources = mkdtempSync(path.join(tmpdir(), 'callback-center-'));
  for (const part of ['bin', 'lib', 'lambdas', 'cdk.json', 'package.json', 'package-lock.json']) {
    cpSync(path.join(root, part), path.join(sources, part), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(sources, 'node_modules'));
  const command = ['--import', './bin/prepare-node.js', 'bin/dev.ts', '--port', '0'];
  child = spawn(process.execPath, [...command, '--data', path.join(sources, 'data')], {
    cwd: sources,
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  await says('are rebuilt when their sources change');
});

afterAll(async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
});

const says = (text: string | RegExp) =>
  eventually(
    async () => {
      if (child.exitCode !== null) throw new Error(`It ended: ${output}`);
      return output;
    },
    (it) => (typeof text === 'string' ? it.includes(text) : text.test(it)),
  );

function edit(file: string, change: (text: string) => string): void {
  const place = path.join(sources, file);
  writeFileSync(place, change(readFileSync(place, 'utf8')));
}

async function ask(target: string): Promise<Response> {
  const [, port] = /http:\/\/localhost:(\d+)\/local\b/.exec(output) ?? [];
  return fetch(`http://127.0.0.1:${port}${target}`);
}

async function apiTitle(): Promise<string> {
  const document = await (await ask('/api/openapi.json')).json();
  return (document as { info: { title: string } }).info.title;
}

test('a function is swapped when its source changes', async () => {
  expect(await apiTitle()).toBe('Callback center');
  edit('lambdas/handlers/open-api/describe-api.ts', (text) =>
    text.replace('Callback center', 'Edited'),
  );
  await says(/Swapped open-api in \d+ ms/);
  expect(await apiTitle()).toBe('Edited');
});

test('what cannot be built is told, and the last good build stays', async () => {
  edit('lambdas/handlers/open-api/describe-api.ts', (text) => `const = 1;\n${text}`);
  await says(/lambdas\/handlers\/open-api\/describe-api\.ts:1:6: /);
  expect(await apiTitle()).toBe('Edited');
  edit('lambdas/handlers/open-api/describe-api.ts', (text) =>
    text.replace('const = 1;\n', '').replace('Edited', 'Mended'),
  );
  await eventually(apiTitle, (title) => title === 'Mended');
});

test('pages are served anew when they change', async () => {
  edit('lambdas/console/desk/desk.html', (text) => text.replace('<title>', '<title>Edited '));
  await says('reload those that are open');
  expect(await (await ask('/')).text()).toContain('<title>Edited ');
});

test('a changed stack wants a restart, and so does a list that the stack reads', async () => {
  const announced = () => output.split('What the stack is made from changed: restart').length - 1;
  edit('lib/cloud/work/engine.ts', (text) => `${text}\n`);
  await eventually(
    async () => announced(),
    (times) => times === 1,
  );
  edit('lambdas/handlers/supervisor-api/supervisor-routes.ts', (text) => `${text}\n`);
  await eventually(
    async () => announced(),
    (times) => times === 2,
  );
});
