import { createHash } from 'node:crypto';
import { boss, Console } from '../../support/console.ts';

let desk: Console;

beforeEach(async () => {
  desk = await Console.open();
});

afterEach(() => expect(desk.failures).toEqual([]));

const ask = (path: string, body: object) => desk.ask(`POST /api/${path}`, { as: boss, body });

const numbers = Array.from({ length: 60 }, (_, n) => `+4420794600${String(n).padStart(2, '0')}`);

async function barAll(): Promise<void> {
  const { body } = await ask('do-not-call/import', { numbers });
  expect(body.receptions).toHaveLength(60);
}

test('a cursor says nothing: no number, no hash of one, no key of a table', async () => {
  await barAll();
  const first = await ask('do-not-call/search', {});
  const { cursor } = first.body;
  const bytes = Buffer.from(cursor, 'base64url');
  const known = numbers.flatMap((it) => [it, createHash('sha256').update(it).digest('hex')]);
  for (const text of [cursor, bytes.toString('utf8'), bytes.toString('hex')])
    expect(known.filter((it) => text.includes(it))).toEqual([]);
  const second = await ask('do-not-call/search', { cursor });
  expect(second.body.numbers).toHaveLength(10);
  expect(second.body).not.toHaveProperty('cursor');
});

test('no cursor that somebody made up, or bent, goes on anywhere', async () => {
  await barAll();
  const { cursor } = (await ask('do-not-call/search', {})).body;
  const bent = [...Buffer.from(cursor, 'base64url').keys()].map((at) => {
    const bytes = Buffer.from(cursor, 'base64url');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes.toString('base64url');
  });
  const made = ['', 'demo 17', '1764000000000+3', '{"task":{"S":"other"}}', '0'.repeat(64)];
  for (const other of [...made, ...bent, cursor.slice(0, -4)]) {
    const { status, body } = await ask('do-not-call/search', { cursor: other });
    expect([other, status, Object.keys(body)]).toEqual([other, 400, ['error']]);
  }
});

test('a cursor goes on in its own list alone, with the filters that it was asked with', async () => {
  for (let Id = 1; Id <= 120; Id++) desk.centre.put(Id, { tel: '020 7946 0006' });
  await desk.centre.follow();
  const order = 'ascending';
  const { cursor } = (await ask('customers', { task: 'demo', order })).body;
  expect(cursor).toEqual(expect.any(String));
  const again = { cursor, order, task: 'demo' };
  expect((await ask('customers', again)).status).toBe(200);
  for (const [path, body] of [
    ['customers', { task: 'demo', cursor }],
    ['customers', { task: 'demo', order: 'descending', cursor }],
    ['promises', { which: 'upcoming', task: 'demo', cursor }],
    ['do-not-call/search', { cursor }],
  ] as const)
    expect([path, (await ask(path, body)).status]).toEqual([path, 400]);
});
