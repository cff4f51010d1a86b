import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { eventually, LocalSystem } from '../support/local-system.ts';
import { complaintsOf, seriousViolations } from './chromium.ts';
import { goTo, supervisorAt } from './supervisor-pages.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await LocalSystem.start();
  await system.setPhone('+442079460991', { answer: 'human', afterSeconds: 0.3, presses: '1' });
});
afterAll(() => system.stop());

const customersPhone = '+447700900154';

/** A call that lasts until its customer hangs up. */
async function call(Id: number): Promise<void> {
  await system.setPhone(customersPhone, {
    answer: 'human',
    afterSeconds: 0.3,
    hangUpAfterSeconds: null,
  });
  await system.rows.update(
    { task: 'demo', Id },
    {
      set: {
        tel: '07700 900154',
        operator_number: '+442079460991',
        status: 10,
        callaftermin: 0,
      },
    },
  );
}

test('a call shows on the board while it is on, and in the row’s story for good', async () => {
  const page = await supervisorAt(system, 'board');
  await page.waitForSelector('text=No call is on');
  await call(3);
  const line = page.locator('.board tr', { has: page.locator('a[href="#/rows/demo/3"]') });
  await line.getByText('Talking').waitFor();
  expect(await line.innerText()).toContain('Анна');
  const anna = page.locator('.operator-states li', { hasText: 'Анна' });
  await anna.getByText('Talking').waitFor();
  for (const { sid } of await system.callsTo(customersPhone)) await system.hangUp(sid);
  await page.waitForSelector('text=No call is on');

  await goTo(page, 'rows/demo/3');
  const story = page.locator('.timeline');
  await story.getByText('Callback succeeded').waitFor();
  const told = await story.innerText();
  for (const part of ['Call promised', 'Promised call', 'Talked', 'Анна']) {
    expect(told).toContain(part);
  }
  const steps = await page.locator('.steps').innerText();
  for (const step of ['Operator ready', 'Customer dialled', 'Customer answered', 'hung up']) {
    expect(steps).toContain(step);
  }
  expect(complaintsOf(page)).toEqual([]);
});

test('the call is in the reports, by operator and hour, and they are saved for a spreadsheet', async () => {
  const page = await supervisorAt(system, 'reports');
  const byOperator = page.locator('.panel', { hasText: 'By operator' });
  await byOperator.getByText('Анна').waitFor();
  await page.getByRole('radio', { name: 'A year' }).check();
  await page.getByRole('radio', { name: 'by month' }).waitFor();
  await byOperator.getByText('Анна').waitFor();
  for (const [kind, file, beginning] of [
    ['CSV', 'By operator.csv', '\uFEFFOperator,Attempts'],
    ['Excel (XLSX)', 'By operator.xlsx', 'PK'],
  ] as const) {
    await byOperator.getByRole('button', { name: 'Save as a file' }).focus();
    await page.keyboard.press('Enter');
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: kind }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(file);
    expect(readFileSync(await saved.path(), 'utf8').startsWith(beginning)).toBe(true);
  }
  expect(await seriousViolations(page)).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});

test('a row that may not be called is lifted, and a call is ordered', async () => {
  await system.rows.update({ task: 'demo', Id: 8 }, { set: { status: 14 } });
  const page = await supervisorAt(system, 'rows/demo/8');
  await page.getByRole('button', { name: 'Allow calls again' }).click();
  await page.locator('dialog button[type="submit"]').click();
  await page.getByText('Say why it is lifted.').waitFor();
  await page.getByLabel('Why').fill('They wrote to us.');
  await page.locator('dialog button[type="submit"]').click();
  await page.getByRole('button', { name: 'Order a call' }).click();
  await page.getByLabel('Minutes from now').fill('240');
  await page.waitForSelector('.move-preview li .numbers');
  await page.locator('dialog button[type="submit"]').click();
  await eventually(
    () => system.row({ task: 'demo', Id: 8 }),
    (row) => row?.status === 10 && row._due_at !== undefined,
  );
  await page.locator('.row-status').getByText('Call promised').waitFor();
});

test('columns are edited: what is changed is written, what is emptied is removed', async () => {
  const page = await supervisorAt(system, 'rows/demo/9');
  await page.getByRole('button', { name: 'Edit columns' }).click();
  await page.getByLabel('комментарии').fill('');
  await page.getByLabel('имя', { exact: true }).fill('Мария');
  await page.locator('dialog button[type="submit"]').click();
  await page.waitForSelector('dialog', { state: 'detached' });
  const row = await system.row({ task: 'demo', Id: 9 });
  expect(row).toMatchObject({ имя: 'Мария' });
  expect(row).not.toHaveProperty('комментарии');
});

const places = [
  'board',
  'promises?which=upcoming',
  'customers',
  'calls',
  'rows/demo/3',
  'reports',
  'tasks',
  'tasks/demo',
  'operators',
  'operators/anna',
  'scripts',
  'scripts/callback',
  'do-not-call',
  'import',
  'audit',
  'account',
];

test.each([
  ['light', 1440],
  ['dark', 360],
] as const)(
  'every section keeps nobody out in %s, and fits %p pixels',
  async (colorScheme, width) => {
    const viewport = { width, height: 900 };
    const page = await supervisorAt(system, 'board', { colorScheme, viewport });
    for (const place of places) {
      await goTo(page, place);
      expect([place, await seriousViolations(page)]).toEqual([place, []]);
      const surplus = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([place, surplus]).toEqual([place, 0]);
      const { x, width: wide } = await boxOf(page, '.section-nav [aria-current="page"]');
      expect([place, x >= 0 && x + wide <= width]).toEqual([place, true]);
    }
  },
);

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not shown`);
  return box;
}

test('Russian and English are switched without a reload, and a link keeps its place', async () => {
  const page = await supervisorAt(system, 'promises?which=overdue');
  await page.evaluate(() => {
    (window as { mark?: boolean }).mark = true;
  });
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByText('Русский').click();
  await page.waitForSelector('text=Обещанные звонки');
  expect(await page.locator('[role="tab"][aria-selected="true"]').innerText()).toContain(
    'Просроченные',
  );
  expect(await page.evaluate(() => (window as { mark?: boolean }).mark)).toBe(true);
  expect(page.url()).toContain('#/promises?which=overdue');
});

test('an operator finds no supervisor’s page', async () => {
  const { signedIn } = await import('./chromium.ts');
  const page = await signedIn(system, 'operator:anna', { path: '/supervisor#/board' });
  await page.waitForSelector('text=This page is for supervisors');
});

test('a customer who said no is in the list, and their row tells of it', async () => {
  await system.rows.update({ task: 'demo', Id: 21 }, { set: { tel: '07700 900821' } });
  const page = await supervisorAt(system, 'rows/demo/21');
  await page.getByRole('button', { name: 'Do not call' }).click();
  await page.getByLabel('What was said').fill('No more, please.');
  await page.locator('dialog button[type="submit"]').click();
  await page.locator('.row-status').getByText('May not be called').waitFor();
  await page.locator('.no-entries').getByText('No more, please.').waitFor();

  await goTo(page, 'do-not-call');
  await page.getByRole('button', { name: 'Import numbers' }).click();
  await page.getByLabel('Numbers, one a line').fill('tel;name\n07700 900822;Zoë\n+447700900821');
  await page.locator('dialog button[type="submit"]').click();
  await page.getByText('2 added, 0 were there, 1 are no phone numbers.').waitFor();
  await page.getByRole('searchbox').fill('900821');
  await page.waitForFunction(() => document.querySelectorAll('.table tbody tr').length === 1);
  expect(await page.locator('.table tbody tr').innerText()).toContain('No more, please.');
  expect(await seriousViolations(page)).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});
