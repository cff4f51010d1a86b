import type { Page } from 'playwright-core';
import { orderMark } from '../../lambdas/domain/order/order.ts';
import { problemColumns } from '../../lambdas/domain/order/stored-problem.ts';
import { eventually, LocalSystem, type Row } from '../support/local-system.ts';
import { complaintsOf, newProfile } from './chromium.ts';
import { supervisorAt } from './supervisor-pages.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await LocalSystem.start();
});
afterAll(() => system.stop());

const hour = 3_600_000;
const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Promises a call to rows, hours ahead: nothing is dialled while the test looks. */
async function promise(Ids: readonly number[], columns: Row = {}): Promise<void> {
  for (const Id of Ids) {
    const set = { status: 10, callaftermin: 600 + Id, ...columns };
    await system.rows.update({ task: 'demo', Id }, { set });
  }
  await Promise.all(Ids.map((Id) => rowWhen(Id, (row) => row._due_at !== undefined)));
}

/** Registers an operator as a supervisor does. */
async function register(id: string, body: object): Promise<void> {
  await system.request(`/api/operators/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${await system.token({ role: 'supervisor' })}` },
    body: JSON.stringify(body),
  });
}

/** Sets these of the sample's task. */
async function setTask(settings: object): Promise<void> {
  const headers = { authorization: `Bearer ${await system.token({ role: 'supervisor' })}` };
  const { id: _, ...task } = await (await system.request('/api/tasks/demo', { headers })).json();
  const body = JSON.stringify({ ...task, ...settings });
  const { status } = await system.request('/api/tasks/demo', { method: 'PUT', headers, body });
  expect(status).toBe(200);
}

/** A row as it stands when its call, promised for half past ten in London, was later than the grace. */
async function miss(Id: number): Promise<void> {
  const promisedFor = Date.parse('2026-11-23T10:30:00Z');
  const order = { status: 10, date_callback: '2026-11-23', time_callback: '10:30:00' };
  const columns = { ...(await system.row({ task: 'demo', Id })), ...order };
  const problem = { code: 'missed', promisedFor, lateSeconds: 7200, graceSeconds: 3600 } as const;
  const own = { ...problemColumns(problem), _refused: orderMark(columns) };
  await system.rows.update({ task: 'demo', Id }, { set: { ...order, ...own } });
}

function rowWhen(Id: number, accept: (row: Row) => boolean): Promise<Row | undefined> {
  return eventually(
    () => system.row({ task: 'demo', Id }),
    (row) => row !== undefined && accept(row),
  );
}

function dueIn(row: Row | undefined): number {
  return Date.parse(String(row?._due_at)) - Date.now();
}

async function list(which: string): Promise<Page> {
  return supervisorAt(system, `promises?which=${which}`, { timezoneId: 'Europe/London' });
}

const rowsOf = (page: Page) => page.locator('.promise-table tbody tr');

describe('promised calls', () => {
  test('ten are moved at once: the rows change, and the screen agrees', async () => {
    await promise(ten);
    const page = await list('upcoming');
    await eventually(
      () => rowsOf(page).count(),
      (count) => count === ten.length,
    );
    // From the first to the last with the shift key, as in every list.
    await rowsOf(page).first().locator('input').click();
    await rowsOf(page)
      .last()
      .locator('input')
      .click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByLabel('Minutes from now').fill('300');
    await page.waitForSelector('.move-preview li .numbers');
    // two operators make eight calls a quarter of an hour
    expect(await page.locator('.room-notes').innerText()).toMatch(
      /^Full\..* 10 calls of these; 8 can/,
    );
    await page.locator('dialog button[type="submit"]').click();
    await page.waitForSelector('dialog', { state: 'detached' });

    const moved = await Promise.all(ten.map((Id) => rowWhen(Id, (row) => dueIn(row) < 6 * hour)));
    for (const row of moved) expect(dueIn(row) / hour).toBeCloseTo(5, 1);
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeStyle: 'short',
      timeZone: 'Europe/London',
    });
    const due = clock.format(new Date(String(moved[0]?._due_at)));
    await eventually(
      () => rowsOf(page).first().innerText(),
      (text) => text.includes(due),
    );
    expect(complaintsOf(page)).toEqual([]);
  });

  test('some are cancelled after a question, and leave the list', async () => {
    await promise(ten);
    const page = await list('upcoming');
    await eventually(
      () => rowsOf(page).count(),
      (count) => count === ten.length,
    );
    for (const at of [0, 1]) await rowsOf(page).nth(at).locator('input').click();
    const cancel = page.getByRole('button', { name: 'Cancel calls' });
    await cancel.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog');
    await page.keyboard.press('Escape');
    // Who closes a dialog is where they were before.
    await page.waitForFunction(() => document.activeElement?.textContent === 'Cancel calls');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Cancel 2 calls' }).click();
    await Promise.all([1, 2].map((Id) => rowWhen(Id, (row) => row.status === undefined)));
    await eventually(
      () => rowsOf(page).count(),
      (count) => count === ten.length - 2,
    );
  });

  test('of a deactivated operator are orphaned, until they are given to another', async () => {
    await register('olga', { name: 'Ольга', addresses: ['+442079460993'] });
    await promise([11, 12], { operator_number: '+442079460993' });
    const page = await supervisorAt(system, 'operators/olga');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.waitForSelector('text=2 calls promised for this operator will be orphaned');
    await page.locator('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.waitForSelector('text=Ольга is deactivated.');

    const orphans = await list('orphaned');
    await eventually(
      () => rowsOf(orphans).count(),
      (count) => count === 2,
    );
    await orphans.getByLabel('Select all that are shown').check();
    await orphans.getByRole('button', { name: 'Reassign' }).click();
    await orphans.getByLabel('Who shall call').selectOption({ label: 'Анна' });
    await orphans.locator('dialog button[type="submit"]').click();
    await rowWhen(11, (row) => row.operator_number === '+442079460991');
    await rowWhen(12, (row) => row.operator_number === '+442079460991');
    await orphans.waitForSelector('text=Every promised call has somebody to make it');
  });

  test('that were missed are apologised for by a text, which their phones show', async () => {
    await setTask({ apologyText: { en: 'Sorry, {имя}: we did not call at {promised_time}.' } });
    await miss(15);
    const page = await list('missed');
    await rowsOf(page).locator('input').first().click();
    await page.getByRole('button', { name: 'Apologise' }).click();
    await page.getByRole('button', { name: 'Send the text' }).click();
    await page.waitForSelector('.promise-table >> text=Apologised');
    const texts = await (await system.request('/local/texts')).json();
    expect(texts).toMatchObject([{ body: expect.stringMatching(/^Sorry, .+ at 10:30\.$/) }]);
    const phones = await (await newProfile()).newPage();
    await phones.goto(`${system.description.webhooks}/phones`);
    await phones.waitForSelector('.texts >> text=we did not call at 10:30');
    expect(complaintsOf(page)).toEqual([]);
  });

  test('that cannot be moved are named with the reason, and the others are moved', async () => {
    await promise([13, 14]);
    const page = await list('upcoming');
    const his = (Id: number) => page.locator(`tr:has(a[href="#/rows/demo/${Id}"]) input`);
    await his(13).click();
    await his(14).click();
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    // Somebody else cancels one of them meanwhile.
    await system.rows.update({ task: 'demo', Id: 14 }, { remove: ['status'] });
    await page.getByLabel('Minutes from now').fill('120');
    await page.locator('dialog button[type="submit"]').click();
    await page.waitForSelector('dialog .failures >> text=no call is promised any more');
    await rowWhen(13, (row) => dueIn(row) < 3 * hour);
  });
});

describe('customers', () => {
  test('are found, moved by hours, and what was done is taken back', async () => {
    await promise([15, 16]);
    const page = await supervisorAt(system, 'customers?state=promised', {
      timezoneId: 'Europe/London',
    });
    const his = (Id: number) => page.locator(`tr:has(a[href="#/rows/demo/${Id}"]) input`);
    await his(15).click();
    await his(16).click();
    const before = await Promise.all([15, 16].map((Id) => rowWhen(Id, () => true)));
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByRole('radio', { name: 'Later than promised' }).check();
    await page.getByLabel('Hours later').fill('2');
    await page.waitForSelector('.move-preview li .numbers');
    await page.locator('dialog button[type="submit"]').click();
    await page.waitForSelector('dialog', { state: 'detached' });
    const moved = await Promise.all([15, 16].map((Id, at) => rowWhen(Id, isLater(before[at], 2))));
    expect(moved).toHaveLength(2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await Promise.all([15, 16].map((Id, at) => rowWhen(Id, isLater(before[at], 0))));

    await page.getByLabel('State').selectOption('never-called');
    await page.waitForSelector('text=/found in \\d+ rows/');
    await page.getByRole('searchbox').fill('no such customer');
    await page.waitForSelector('text=No customer fits');
    expect(complaintsOf(page)).toEqual([]);
  });

  const isLater = (before: Row | undefined, hours: number) => (row: Row) =>
    Math.abs(Date.parse(String(row._due_at)) - Date.parse(String(before?._due_at)) - hours * hour) <
    60_000;
});
