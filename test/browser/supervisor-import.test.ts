import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import writeXlsxFile from 'write-excel-file/node';
import { eventually, LocalSystem } from '../support/local-system.ts';
import { complaintsOf } from './chromium.ts';
import { supervisorAt } from './supervisor-pages.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await LocalSystem.start();
});
afterAll(() => system.stop());

const fixture = (name: string) => path.join(__dirname, '../fixtures', name);

/** A task of its own: the sample's has rows. */
async function newTask(page: Page, id: string): Promise<void> {
  await page.evaluate(async (task) => {
    const { token } = await (
      await fetch('/local/token', { method: 'POST', body: '{"role":"supervisor"}' })
    ).json();
    await fetch(`/api/tasks/${task}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({
        title: `Import ${task}`,
        timeZone: 'Europe/London',
        country: 'GB',
        callerId: '+442079460000',
        operators: [],
      }),
    });
  }, id);
  await page.getByLabel('Into the task').selectOption(id);
}

async function counts(page: Page): Promise<string[]> {
  const texts = await page.locator('.import-counts li').allInnerTexts();
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

function choose(page: Page, file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) {
  return page.locator('input[type="file"]').setInputFiles(file);
}

test('a spreadsheet with bad rows is looked at, rehearsed and imported, and names what it refused', async () => {
  const page = await supervisorAt(system, 'import');
  await newTask(page, 'import-1');
  await choose(page, fixture('excel-ru.cp1251.csv'));
  await page.waitForSelector('.findings');
  expect(await page.locator('.findings').innerText()).toMatch(
    /Windows-1251[\s\S]*Semicolon[\s\S]*40/,
  );
  expect(await page.locator('.sheet').innerText()).toContain('телефон неизвестен');

  await page.getByRole('button', { name: 'Rehearse' }).click();
  await page.waitForSelector('text=Nothing was written');
  expect(await counts(page)).toEqual([
    '35 would be imported',
    '0 changed nothing',
    '5 would be refused',
    '35 of them new rows',
  ]);
  expect(await system.row({ task: 'import-1', Id: 1 })).toBeUndefined();

  await page.getByRole('button', { name: 'Import 35 rows' }).click();
  await page.waitForSelector('text=The import is done');
  expect(await counts(page)).toEqual(['35 imported', '0 were there already', '5 refused']);
  expect(await system.row({ task: 'import-1', Id: 1 })).toMatchObject({ имя: 'Елена' });
  const refused = page.locator('.refusals tbody tr');
  expect(await refused.count()).toBe(5);
  expect(await refused.nth(1).innerText()).toMatch(/11\s+callaftermin\s+завтра\s+.*whole number/);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toMatch(/^\uFEFF_line;_column;_reason;Id;/);
  expect(csv.split('\r\n')).toHaveLength(7);

  await page.click('button[aria-label^="Language"]');
  await page.getByText('Русский').click();
  expect(await refused.nth(1).innerText()).toMatch(/11\s+callaftermin\s+завтра\s+.*целое число/);
  expect(complaintsOf(page)).toEqual([]);
});

test('the same file once more changes nothing', async () => {
  const page = await supervisorAt(system, 'import');
  await newTask(page, 'import-2');
  const importAll = async () => {
    await choose(page, fixture('table_out_call.utf8.csv'));
    await page.waitForSelector('.findings');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForSelector('text=The import is done');
    const found = (await counts(page)).map(Number.parseFloat);
    await page.getByRole('button', { name: 'Another file' }).click();
    return found;
  };
  // On a busy machine a batch may be sent again after it was written: its rows were there already.
  const [imported = 0, there = 0, refused] = await importAll();
  expect([imported + there, imported > 0, refused]).toEqual([120, true, 0]);
  expect(await importAll()).toEqual([0, 120, 0]);
});

test('a file without a column tel is asked for its phone numbers before anything is sent', async () => {
  const page = await supervisorAt(system, 'import');
  await choose(page, {
    name: 'x.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('имя;город\nА;Б\n'),
  });
  await page.waitForSelector('text=The header line has no column tel');
  expect(await page.getByRole('button', { name: 'Import', exact: true }).count()).toBe(0);
  await page.getByLabel('Which column holds the phone number?').selectOption('город');
  await page.waitForSelector('.findings');
  expect(await page.getByLabel('Column город is').inputValue()).toBe('tel');
});

test('a workbook’s columns are taken for ours by their names, and by whoever knows better', async () => {
  const page = await supervisorAt(system, 'import');
  await newTask(page, 'import-4');
  const customers = Array.from({ length: 1200 }, (_, n) => [
    447700900000 + (n % 800),
    `Мария ${n}`,
    'x',
  ]);
  const rows = [['Mobile Number', 'Имя', 'Note'], ...customers];
  const buffer = Buffer.from(await writeXlsxFile(rows).toBuffer());
  const file = { name: 'customers.xlsx', mimeType: '', buffer };
  await choose(page, file);
  await page.waitForSelector('text=Excel workbook');
  expect(await page.getByLabel('Column Mobile Number is').inputValue()).toBe('tel');
  await page.getByLabel('Column Note is').selectOption({ label: 'left out' });
  await page.waitForFunction(
    () => document.querySelector('.findings')?.textContent?.includes('Columns2') ?? false,
  );
  // The same columns are known the next time.
  await page.getByRole('button', { name: 'Another file' }).click();
  await choose(page, file);
  await page.waitForSelector('.findings');
  expect(await page.getByLabel('Column Note is').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Rehearse' }).click();
  await page.waitForSelector('text=Nothing was written');
  expect((await counts(page))[0]).toMatch(/^1,200 would be imported$/);
  expect(complaintsOf(page)).toEqual([]);
});

test('an import that is stopped, or loses the network, goes on where it was', async () => {
  const page = await supervisorAt(system, 'import');
  await newTask(page, 'import-3');
  const lines = Array.from({ length: 900 }, (_, n) => `${n + 1};020 7946 0017;Мария ${n}`);
  const buffer = Buffer.from(['Id;tel;имя', ...lines].join('\n'));
  await choose(page, { name: 'many.csv', mimeType: 'text/csv', buffer });
  await page.waitForSelector('.findings');
  // The server is out of reach for the third batch: it is sent again by itself.
  let batches = 0;
  await page.route('**/import', async (route) => {
    batches += 1;
    if (batches === 3) return route.abort();
    if (batches === 6) await page.getByRole('button', { name: 'Stop' }).click();
    return route.continue();
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForSelector('text=Stopped.');
  await page.unroute('**/import');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForSelector('text=The import is done');
  const [imported = 0, unchanged = 0] = (await counts(page)).map(Number.parseFloat);
  expect(unchanged).toBeGreaterThan(0);
  expect(imported + unchanged).toBe(900);
  await eventually(
    () => system.row({ task: 'import-3', Id: 900 }),
    (row) => row !== undefined,
  );
});
