import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { eventually, LocalSystem, type Row } from '../../support/local-system.ts';
import { bitrix24, CrmStandIn, type Customer, hubspot } from './crm-stand-in.ts';
import { N8nPlayer } from './n8n-player.ts';
import { freePort, RunningRecipe, run } from './recipe-programs.ts';

/** The page of recipes, on the whole system with its sample. */
let system: LocalSystem;
let ports: { hubspot: number; bitrix24: number; n8n: number };
let n8n: N8nPlayer;
const fixture = path.join(__dirname, '../../fixtures/table_out_call.utf8.csv');
const call = ['order.taken', 'operator.ringing', 'customer.dialled', 'call.talked'];

beforeAll(async () => {
  ports = { hubspot: await freePort(), bitrix24: await freePort(), n8n: await freePort() };
  const addresses = [
    `http://127.0.0.1:${ports.hubspot}/events`,
    `http://127.0.0.1:${ports.bitrix24}/events`,
    `http://127.0.0.1:${ports.n8n}/webhook/callback-center`,
  ];
  system = await LocalSystem.start({ arguments: addresses.flatMap((it) => ['--webhook', it]) });
  const secret = await clientSecret('n8n');
  const address = system.description.webhooks;
  n8n = new N8nPlayer({ port: ports.n8n, address, token: () => tokenOf('n8n', secret) });
});

afterAll(async () => {
  n8n?.close();
  await system?.stop();
  if (system) rmSync(system.dataFolder, { recursive: true, force: true, maxRetries: 5 });
});

async function clientSecret(name: string, scope = 'rows:write'): Promise<string> {
  const body = JSON.stringify({ name, scopes: [scope] });
  const added = await system.request('/local/clients', { method: 'POST', body });
  return ((await added.json()) as { secret: string }).secret;
}

async function tokenOf(client: string, secret: string): Promise<string> {
  const headers = { authorization: `Basic ${btoa(`${client}:${secret}`)}` };
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  const granted = await system.request('/sign-in/token', { method: 'POST', headers, body });
  return ((await granted.json()) as { access_token: string }).access_token;
}

function environment(): Record<string, string> {
  return { ADDRESS: system.description.webhooks, FOLDER: system.dataFolder, TABLE: fixture };
}

describe.each([
  ['hubspot', hubspot, 151, '+447700900351'],
  ['bitrix24', bitrix24, 7001, '+447700900352'],
] as const)('the recipe for %s', (name, dialect, Id, tel) => {
  const crm = new CrmStandIn(dialect);
  const { callInMinutes, callState, callSequence } = dialect.fields;
  let connector: string;
  let settings: Record<string, string>;
  let running: RunningRecipe;
  let customer: Customer;

  beforeAll(async () => {
    connector = `http://127.0.0.1:${ports[name]}`;
    customer = crm.add(Id, tel);
    settings = {
      ...environment(),
      ...dialect.environment(await crm.open(), connector),
      CALLS_SECRET: await clientSecret(name),
      PORT: String(ports[name]),
      KNOWN_EVENTS: path.join(system.dataFolder, `${name}.log`),
    };
    running = await RunningRecipe.start(name, settings);
  });
  afterAll(async () => {
    await running?.end();
    crm.close();
  });

  test('orders nothing for who is not the CRM, and writes nothing for who is not the call centre', async () => {
    const [url, init] = crm.wishFor(Id, 600, connector);
    const forged = { ...init, headers: {}, body: '[]' };
    expect((await fetch(url, forged)).status).toBe(401);
    const event = { 'detail-type': 'call.talked', detail: { task: 'orders', Id, id: 'x' } };
    const told = { method: 'POST', body: JSON.stringify(event) };
    expect((await fetch(`${connector}/events`, told)).status).toBe(401);
    const unknown = { 'detail-type': 'call.talked', detail: { ...event.detail, Id: Id + 1 } };
    const ofOthers = {
      method: 'POST',
      headers: { authorization: 'Bearer local' },
      body: JSON.stringify(unknown),
    };
    expect((await fetch(`${connector}/events`, ofOthers)).status).toBe(204);
    const long = { ...told, body: 'x'.repeat(400_000) };
    expect((await fetch(`${connector}/events`, long)).status).toBe(413);
    expect(customer.notes).toEqual([]);
    expect(await system.row({ task: 'orders', Id })).toBeUndefined();
  });

  test('a change that is told twice orders one call', async () => {
    const [url, init] = crm.wishFor(Id, 600, connector);
    expect((await fetch(url, init)).status).toBe(204);
    expect(customer.fields[callInMinutes]).toBe('');
    const row = await system.row({ task: 'orders', Id });
    // The CRM did not hear that it was taken, and its field is as it was.
    customer.fields[callInMinutes] = '600';
    expect((await fetch(url, init)).status).toBe(204);
    const wished = async () => (await system.row({ task: 'orders', Id })) as Row;
    await eventually(wished, ({ _due_at }) => _due_at !== undefined);
    expect(await wished()).toMatchObject({ tel, status: 10, 'first name': 'Zoë', _by: row?._by });
    await eventually(
      async () => customer.fields[callState],
      (state) => state === 'order.taken',
    );
  });

  test('a CRM that loses its connection for a while misses nothing, and nothing old overwrites what is newer', async () => {
    await system.setPhone(tel, { answer: 'human', hangUpAfterSeconds: 1 });
    customer.notes.length = 0;
    crm.isReachable = false;
    const order = { ...(await system.row({ task: 'orders', Id })), status: 10, callaftermin: 0 };
    await system.rows.put({ ...order, task: 'orders', Id });
    await eventually(
      async () => crm.refused,
      (refused) => refused > 0,
    );
    // Its program goes down as well, and knows afterwards what it told.
    await running.end();
    await eventually(
      () => system.row({ task: 'orders', Id }),
      (row) => row?.status === 12,
    );
    crm.isReachable = true;
    running = await RunningRecipe.start(name, settings);
    await eventually(
      async () => customer.notes,
      (notes) => notes.some(({ text }) => text === 'call.talked') && notes.length >= call.length,
    );
    const inOrder = customer.notes.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    expect(inOrder.map(({ text }) => text)).toEqual(['order.moved', ...call.slice(1)]);
    expect(customer.fields[callState]).toBe('call.talked');
    expect(customer.sequences).toEqual(customer.sequences.toSorted());
    const last = customer.sequences.at(-1);
    const detail = { task: 'orders', Id, id: 'late', at: new Date(0), sequence: '0'.repeat(57) };
    const late = {
      method: 'POST',
      headers: { authorization: 'Bearer local' },
      body: JSON.stringify({ 'detail-type': 'order.taken', detail }),
    };
    for (const _ of ['first', 'again']) {
      expect((await fetch(`${connector}/events`, late)).status).toBe(204);
    }
    expect(customer.notes.filter(({ at }) => at.startsWith('1970'))).toHaveLength(1);
    expect(customer.fields).toMatchObject({ [callState]: 'call.talked', [callSequence]: last });
  });
});

test('the workflow for n8n writes into the row why nobody was reached', async () => {
  await system.setPhone('+447700900206', { answer: 'busy' });
  await system.rows.update({ task: 'orders', Id: 6 }, { set: { status: 10, callaftermin: 0 } });
  const row = () => system.row({ task: 'orders', Id: 6 });
  await eventually(row, (it) => it?.['last try'] !== undefined);
  expect(await row()).toMatchObject({ 'last try': 'customer-busy', 'first name': 'Arthur' });
  expect(new Set(n8n.answered)).toEqual(new Set([200]));
});

test('a typed client tells which rows were written', async () => {
  await system.rows.update({ task: 'orders', Id: 8 }, { set: { comment: 'changed' } });
  const settings = { ...environment(), CALLS_SECRET: await clientSecret('reports', 'rows:read') };
  await eventually(
    () => run('typed-client', settings),
    (said) => /^8 /m.test(said),
  );
});

test('a spreadsheet: exported, changed by hand, imported', async () => {
  const before = await system.row({ task: 'orders', Id: 9 });
  const said = await run('spreadsheet', environment());
  expect(said).toMatch(/Nothing was written. It would be: \d+ imported, 0 unchanged, 0 refused/);
  const row = () => system.row({ task: 'orders', Id: 4 });
  await eventually(row, (it) => it?._due_at !== undefined);
  expect(await row()).toMatchObject({ status: 10, 'first name': 'Leo', tel: '020 7946 0204' });
  const { _imported, ...after } = (await system.row({ task: 'orders', Id: 9 })) ?? {};
  expect(after).toEqual(before);
});

describe('a table of Oktell', () => {
  const orderColumns = ['callaftermin', 'date_callback', 'time_callback'];
  type Line = Record<string, string>;
  const linesOf = (file: string): Line[] => parse(readFileSync(file), { columns: true, bom: true });

  test('is moved over and back: no column is lost, and nobody is called meanwhile', async () => {
    expect(await run('oktell-over', environment())).toContain(
      '120 imported, 0 unchanged, 0 refused',
    );
    const before = linesOf(fixture);
    const ordered = before.filter(({ status }) => status === '10').map(({ Id }) => Number(Id));
    for (const Id of ordered) {
      const row = () => system.row({ task: 'oktell', Id });
      await eventually(row, (it) => it?._due_at !== undefined);
    }
    await run('oktell-back', environment());
    const after = linesOf(path.join(system.dataFolder, 'back.csv'));
    const byId = new Map(after.map((line) => [line.Id, line]));
    expect(after.length).toBe(before.length);
    for (const line of before) {
      const { time_zone, ...back } = byId.get(line.Id) ?? {};
      if (line.status !== '10') expect(back).toEqual(line);
      else expect(without(orderColumns, back)).toEqual(without(orderColumns, line));
    }
    const promised = after.filter(({ status }) => status === '10');
    expect(
      promised.filter((it) => !it.date_callback || !it.time_callback || it.callaftermin),
    ).toEqual([]);
  });

  function without(columns: readonly string[], line: Line): Line {
    return Object.fromEntries(Object.entries(line).filter(([name]) => !columns.includes(name)));
  }
});

test('no log line tells a number or a name', () => {
  const folder = path.join(system.dataFolder, 'cloud', 'logs');
  const logs = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const lines = logs.join('\n').split('\n');
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter((line) => /7700 ?900|Zoë|Arthur/.test(line))).toEqual([]);
});
