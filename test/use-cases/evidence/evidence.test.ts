import { createHash } from 'node:crypto';
import { reportFault } from '../../../lambdas/domain/evidence/report.ts';
import { eraseNumber } from '../../../lambdas/use-cases/evidence/erase-number.ts';
import { rowsByNumber, rowsEverywhere } from '../../../lambdas/use-cases/evidence/find-traces.ts';
import { makeEvidence } from '../../../lambdas/use-cases/evidence/make-evidence.ts';
import { barNumber } from '../../../lambdas/use-cases/numbers/bar-number.ts';
import { saidNo } from '../../../lambdas/use-cases/numbers/said-no.ts';
import type { CallCentre } from '../../support/call-centre.ts';
import { KeypadCall } from '../../support/keypad-call.ts';
import { sampleTask } from '../../support/sample-task.ts';
import { talking } from '../../support/scenarios.ts';

const number = '+442079460017';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const portsOf = (centre: CallCentre) => ({ ...centre.ports, traces: centre.world.traces, hash });

/** A promise was kept, the form was answered by keys, and the customer said no. */
async function afterTalk() {
  const call = await KeypadCall.inScript({}, '1', '*');
  await call.call.operatorIs('completed');
  await call.centre.follow();
  await barNumber(call.centre.ports, { number, door: 'desk', by: 'anna', reason: 'no more' });
  await call.centre.follow();
  call.centre.put(18, { tel: '+442079460018', имя: 'Max' });
  await call.centre.follow();
  return call.centre;
}

/** All that the tables hold, as one text. */
async function everything({ world }: CallCentre): Promise<string> {
  const { tables, doNotCall, traces } = world;
  const rows = [...tables.rows.values()].map(({ columns }) => columns);
  const stored = [rows, [...tables.attempts.values()], [...tables.locks.values()]];
  const told = [await doNotCall.find(number), await traces.chain(number)];
  return JSON.stringify([...stored, ...told.map((it) => ({ ...it, number: undefined }))]);
}

test('evidence tells who ordered, what was called, what was pressed, and who said no', async () => {
  const centre = await afterTalk();
  const ports = portsOf(centre);
  const rows = await rowsByNumber(ports, number);
  const report = await makeEvidence(ports, { number, rows });
  const kinds = report.entries.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['event', 'attempt', 'form', 'do-not-call']));
  expect(report.entries.every(({ state }) => state === 'kept')).toBe(true);
  expect(report.entries.find(({ kind }) => kind === 'attempt')?.facts).toMatchObject({
    customer: number,
    operator: { id: 'anna' },
    facts: { settled: { outcome: 'reached' } },
  });
  const { links: chain } = await centre.world.traces.chain(number);
  expect(reportFault(JSON.parse(JSON.stringify(report)), { chain, hash })).toBeUndefined();
});

test('made twice it is the same chain', async () => {
  const centre = await afterTalk();
  const ports = portsOf(centre);
  const rows = await rowsByNumber(ports, number);
  const first = await makeEvidence(ports, { number, rows });
  expect((await makeEvidence(ports, { number, rows })).entries).toEqual(first.entries);
});

test('an attempt that somebody removed from the table shows in the next evidence', async () => {
  const centre = await afterTalk();
  const ports = portsOf(centre);
  const rows = await rowsByNumber(ports, number);
  await makeEvidence(ports, { number, rows });
  await centre.world.traces.eraseAttempts(centre.attempts(17).map(({ id }) => id));
  const { entries } = await makeEvidence(ports, { number, rows });
  const gone = entries.filter(({ state }) => state === 'gone');
  expect(gone.map(({ kind }) => kind).sort()).toEqual(['attempt', 'form']);
});

test('rows that were deleted, or hold another number by now, are found by their attempts', async () => {
  const centre = await afterTalk();
  centre.delete(17);
  await centre.follow();
  const ports = portsOf(centre);
  expect(await rowsByNumber(ports, number)).toEqual([]);
  let looked = 0;
  const rows = await rowsEverywhere(ports, number, (items) => {
    looked += items;
  });
  expect(rows).toEqual([{ task: 'demo', Id: 17 }]);
  expect(looked).toBe(2);
});

describe('erasure', () => {
  async function erased() {
    const centre = await afterTalk();
    const ports = portsOf(centre);
    const rows = await rowsByNumber(ports, number);
    const result = await eraseNumber(ports, { number, rows, by: 'boss' });
    await centre.follow();
    return { centre, ports, rows, result };
  }

  test('leaves neither number, name nor what was said, and says what it did', async () => {
    const { centre, result } = await erased();
    expect(result).toMatchObject({
      kind: 'erased',
      erasure: { by: 'boss', rows: 1, attempts: 1, forms: 1 },
    });
    const left = await everything(centre);
    for (const personal of ['2079460017', '7946 0017', 'Zoë', 'no more']) {
      expect(left).not.toContain(personal);
    }
    expect(centre.row(18)).toMatchObject({ имя: 'Max' });
  });

  test('keeps the chain, which says what was erased and by whom', async () => {
    const { centre, ports, rows } = await erased();
    const report = await makeEvidence(ports, { number, rows });
    const states = new Set(report.entries.map(({ kind, state }) => `${kind} ${state}`));
    expect(states).toContain('attempt erased');
    expect(states).toContain('form erased');
    expect(states).toContain('erased kept');
    const { links: chain } = await centre.world.traces.chain(number);
    expect(reportFault(JSON.parse(JSON.stringify(report)), { chain, hash })).toBeUndefined();
  });

  test('does not forget that the number may not be called', async () => {
    const { ports } = await erased();
    const task = sampleTask();
    expect(await saidNo(ports, { task, number, row: undefined })).toMatchObject({ kind: 'listed' });
  });

  test('can be done again', async () => {
    const { ports, rows } = await erased();
    expect(await eraseNumber(ports, { number, rows, by: 'boss' })).toMatchObject({
      erasure: { rows: 0, attempts: 0, forms: 0 },
    });
  });

  test('waits for a call that is on', async () => {
    const { centre } = await talking();
    const ports = portsOf(centre);
    const rows = await rowsByNumber(ports, number);
    expect(await eraseNumber(ports, { number, rows, by: 'boss' })).toEqual({ kind: 'call-on' });
    expect(centre.attempts(17)).toHaveLength(1);
  });
});
