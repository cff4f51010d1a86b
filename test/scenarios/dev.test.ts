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

async function ask(target: string, init?: RequestInit): Promise<Response> {
  const [, port] = /http:\/\/localhost:(\d+)\/local\b/.exec(output) ?? [];
  return fetch(`http://127.0.0.1:${port}${target}`, init);
}

/** Ends a leg, as Twilio does when it is told to. */
async function hangUp(sid: string): Promise<void> {
  const { twilio } = (await (await ask('/local')).json()) as {
    twilio: { accountSid: string; authToken: string };
  };
  const key = Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64');
  await ask(`/2010-04-01/Accounts/${twilio.accountSid}/Calls/${sid}.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${key}` },
    body: new URLSearchParams({ Status: 'completed' }),
  });
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

test('a call that is on outlives the version that began it', async () => {
  const customer = '+447700900078';
  const send = async (method: string, target: string, given: object, headers = {}) => {
    const body = JSON.stringify(given);
    const answer = await ask(target, { method, headers, body });
    // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is the test's to say
    return (await answer.json()) as any;
  };
  const { token } = await send('POST', '/local/token', { role: 'supervisor', operator: 'boss' });
  const authorization = `Bearer ${token}`;
  const patient = { answer: 'human', afterSeconds: 0.3, hangUpAfterSeconds: null };
  await ask(`/local/phones/${customer}`, { method: 'PUT', body: JSON.stringify(patient) });
  const order = { tel: customer, status: 10, callaftermin: 0 };
  const { Id } = await send('POST', '/api/tasks/demo/subscribers', order, { authorization });
  const leg = async () => {
    const calls = (await (await ask('/local/calls')).json()) as Record<string, string>[];
    return calls.find(({ to }) => to === customer);
  };
  await eventually(leg, (it) => typeof it?.answered === 'string' && it.ended === null);
  // What every function is made of.
  edit('lambdas/adapters/powertools/powertools-journal.ts', (text) =>
    text.replace("'CallbackCenter'", "'NextVersion'"),
  );
  await says(/Swapped (?=.*\bvoice\b)(?=.*\bevents\b)/);
  expect(await leg()).toMatchObject({ ended: null });
  const row = async () =>
    (await (
      await ask(`/api/tasks/demo/subscribers/${Id}`, { headers: { authorization } })
    ).json()) as { status?: number };
  await hangUp((await leg())?.sid ?? '');
  await eventually(row, ({ status }) => status === 12);
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
