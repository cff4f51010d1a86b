import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toE164 } from '../../lambdas/domain/basics/phone-number.ts';
import { eventually, LocalSystem } from '../support/local-system.ts';

/** Ranges that the regulators of Britain, North America and France keep for drama. */
const fictional = /^\+(44207946\d{4}|447700900\d{3}|120255501\d{2}|3319900\d{4})$/;
const root = path.join(__dirname, '..', '..');

/** A start that is over by itself. */
function start(...parameters: string[]) {
  const command = ['--import', './bin/prepare-node.js', 'bin/start.ts', ...parameters];
  return spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
}

describe('a system that runs', () => {
  let system: LocalSystem;

  beforeAll(async () => {
    system = await LocalSystem.start();
  });

  afterAll(() => system.kill());

  test('says where to look, calmly', () => {
    const { webhooks } = system.description;
    expect(system.output).toContain(`${webhooks.replace('127.0.0.1', 'localhost')}/phones`);
    expect(system.output).not.toMatch(/warn|experimental|deprecat/i);
    expect(system.output.split('\n').length).toBeLessThan(20);
  });

  test('has a sample that orders nothing', async () => {
    const sample = await Promise.all(
      Array.from({ length: 20 }, (_, n) => system.row({ task: 'demo', Id: n + 1 })),
    );
    for (const row of sample) expect(toE164(String(row?.tel), 'GB')).toMatch(fictional);
    expect(sample.filter((row) => row?.status === 10)).toEqual([]);
    expect(await system.calls()).toEqual([]);
  });

  test('has operators who press 1 and stay on the line', async () => {
    const phones = await (await system.request('/local/phones')).json();
    for (const number of ['+442079460991', '+442079460992', 'client:anna', 'client:ivan'])
      expect(phones).toContainEqual(
        expect.objectContaining({
          number,
          answer: 'human',
          hangUpAfterSeconds: null,
          presses: '1',
        }),
      );
  });

  test('is one system: a row that the API orders rings the operator, then the customer', async () => {
    const token = await system.token({ role: 'operator', operator: 'anna' });
    await system.request('/api/tasks/demo/subscribers/4', {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ status: 10, callaftermin: 0 }),
    });
    await system.setPhone('+442079460590', { answer: 'human', hangUpAfterSeconds: 1 });
    const legs = await eventually(
      () => system.calls(),
      (calls) => calls.length === 2,
    );
    expect(legs.map(({ to }) => to)).toEqual([
      expect.stringMatching(/^\+44207946099[12]$/),
      '+442079460590',
    ]);
    const row = await eventually(
      () => system.row({ task: 'demo', Id: 4 }),
      (it) => it?.status === 12,
    );
    expect(row).not.toHaveProperty('_problem');
  });

  test('asks for a token that it issued', async () => {
    const { api } = system.description;
    const status = async (token: string) =>
      (await fetch(`${api}/tasks`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await status('nonsense')).toBe(401);
    expect(await status(await system.token({ role: 'supervisor' }))).toBe(200);
  });

  test('answers nothing that Twilio did not sign', async () => {
    const { webhooks } = system.description;
    const answer = await fetch(`${webhooks}/voice/operator?attempt=demo.4.x`, { method: 'POST' });
    expect([answer.status, await answer.text()]).toEqual([403, '']);
  });

  test('keeps its folder for itself', () => {
    const second = start('--port', '0', '--data', system.dataFolder);
    expect(second.status).toBe(1);
    expect(second.stderr).toMatch(/^The data folder .* is in use by process \d+/);
  });

  test('keeps its port for itself', () => {
    const { port } = new URL(system.description.webhooks);
    const second = start('--port', port, '--data', mkdtempSync(path.join(tmpdir(), 'second-')));
    expect(second.status).toBe(1);
    expect(second.stderr).toMatch(new RegExp(`^Port ${port} is taken: `));
  });
});

test('everything is kept over a kill, and the sample is not seeded again', async () => {
  const system = await LocalSystem.start();
  const { twilio } = system.description;
  const token = await system.token({ role: 'supervisor' });
  await system.rows.delete({ task: 'demo', Id: 2 });
  await system.rows.update(
    { task: 'demo', Id: 3 },
    { set: { комментарии: 'перезвонить' }, remove: ['фамилия'] },
  );
  await system.kill();
  await system.restart();
  expect(system.description.twilio).toEqual({ ...twilio, baseUrl: system.description.webhooks });
  expect(await system.row({ task: 'demo', Id: 2 })).toBeUndefined();
  const row = await system.row({ task: 'demo', Id: 3 });
  expect(row).toMatchObject({ комментарии: 'перезвонить' });
  expect(row).not.toHaveProperty('фамилия');
  const headers = { authorization: `Bearer ${token}` };
  expect((await system.request('/api/tasks', { headers })).status).toBe(200);
  expect(await system.stop()).toBe(0);
});

test('starts empty where no sample is wanted', async () => {
  const system = await LocalSystem.start({ arguments: ['--no-sample'] });
  expect(await system.row({ task: 'demo', Id: 1 })).toBeUndefined();

  // Every test ends so that asked of its telephone network what that does not play.
  const { accountSid, authToken } = system.description.twilio;
  const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
  const calls = `/2010-04-01/Accounts/${accountSid}/Calls.json`;
  await system.request(`${calls}?FromCity=London`, { headers: { authorization } });
  await expect(system.stop()).rejects.toThrow('FromCity of GET /Calls is not played');
});

test('--help tells the options and starts nothing', () => {
  const { status, stdout } = start('--help');
  expect(status).toBe(0);
  expect(stdout).toMatch(/--port N.*--data DIR.*--no-sample/s);
});

test('an option that is none is named in one line', () => {
  const { status, stderr } = start('--prot', '3000');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Unknown option '--prot'.*\n$/);
});
