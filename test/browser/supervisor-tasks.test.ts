import type { Page } from 'playwright-core';
import { eventually, LocalSystem } from '../support/local-system.ts';
import { complaintsOf } from './chromium.ts';
import { field, goTo, problemOf, supervisorAt } from './supervisor-pages.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await LocalSystem.start();
});
afterAll(() => system.stop());

/** What the API says, asked beside the page. */
async function told(page: Page, path: string): Promise<Record<string, unknown>> {
  return page.evaluate(async (target) => {
    const { token } = await (
      await fetch('/local/token', { method: 'POST', body: '{"role":"supervisor"}' })
    ).json();
    return (await fetch(target, { headers: { authorization: `Bearer ${token}` } })).json();
  }, path);
}

test('a task with a wrong value is refused beside the field, and exists when that is put right', async () => {
  const page = await supervisorAt(system, 'tasks/new');
  await field(page, 'Title').fill('Spring orders');
  expect(await field(page, 'Id').inputValue()).toBe('spring-orders');
  await field(page, 'Caller ID').fill('020 7946 0000');
  await field(page, 'Country').selectOption('GB');
  await field(page, 'Time zone').selectOption('Europe/London');
  await field(page, 'Operator is rung before').fill('900');
  await page.getByLabel('Анна').check();
  await page.getByText('In these hours').click();
  await page.getByLabel('Monday, until').fill('08:00');
  await page.getByRole('button', { name: 'Create the task' }).click();
  await page.waitForSelector('.problem');
  expect(await problemOf(page, 'Operator is rung before')).toBe(
    'ringAheadSeconds must be a whole number, 0–120, got 900',
  );
  expect(await problemOf(page, 'Caller ID')).toContain('+441234567890');
  expect(await page.locator('.hours').innerText()).toContain('a window ends after it begins');
  expect(await told(page, '/api/tasks/spring-orders')).toHaveProperty('error');

  await field(page, 'Caller ID').fill('+442079460000');
  await field(page, 'Operator is rung before').fill('20');
  await field(page, 'A named operator’s call goes to others after (minutes)').fill('');
  await page.getByLabel('Monday, until').fill('17:30');
  await pickChristmas(page);
  await page.getByRole('button', { name: 'Create the task' }).click();
  await page.waitForSelector('a:has-text("Spring orders")');
  expect(await told(page, '/api/tasks/spring-orders')).toMatchObject({
    title: 'Spring orders',
    operators: ['anna'],
    ringAheadSeconds: 20,
    releaseAfterMinutes: null,
    callingHours: { 1: [['09:00', '17:30']], 5: [['09:00', '20:00']] },
    holidays: [expect.stringMatching(/^\d{4}-12-25$/)],
    holidayNames: { [christmas()]: 'Christmas Day' },
  });
  expect(complaintsOf(page)).toEqual([]);
});

const christmas = () => `${new Date().getFullYear()}-12-25`;

/** Of the days off in England, which the page loads when it is asked for them. */
async function pickChristmas(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pick from a calendar' }).click();
  const dialog = page.locator('dialog');
  await field(page, 'State or province').selectOption({ label: 'England' });
  for (const day of await dialog.locator('label.check').all()) {
    if (!(await day.innerText()).includes('Christmas Day')) await day.click();
  }
  await dialog.getByRole('button', { name: /^Add 1 day/ }).click();
}

test('what holds for all tasks is set, and a wrong value is refused beside its field', async () => {
  const page = await supervisorAt(system, 'account');
  const tryAgain = field(page, 'Ring again after (minutes)');
  await tryAgain.fill('0');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForSelector('.problem');
  expect(await problemOf(page, 'Ring again after (minutes)')).toContain('tryAgainMinutes must be');
  await tryAgain.fill('20');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The settings are saved.').waitFor();
  expect(await told(page, '/api/account')).toMatchObject({ tryAgainMinutes: 20 });
  const picture = process.env.PICTURE_OF_SETTINGS;
  if (picture !== undefined) await page.screenshot({ path: picture });
});

test('a read-only supervisor sees the tasks, and can change none', async () => {
  const page = await supervisorAt(system, 'tasks', { as: 'viewer' });
  await page.waitForSelector('a[href="#/tasks/demo"]');
  expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(0);
  expect(await page.locator('nav a[href="#/import"]').count()).toBe(0);
  await goTo(page, 'tasks/demo');
  expect(await field(page, 'Title').isDisabled()).toBe(true);
  await goTo(page, 'board');
  await page.waitForSelector('.operator-states');
  expect(await page.locator('.operator-states button').count()).toBe(0);
  expect(complaintsOf(page)).toEqual([]);
});

test('a lead finds the task that names them, its operators, and no others', async () => {
  const page = await supervisorAt(system, 'tasks', { as: 'lead:ivan' });
  await page.waitForSelector('a[href="#/tasks/demo"]');
  expect(await page.locator('a[href="#/tasks/orders"]').count()).toBe(0);
  await goTo(page, 'operators');
  expect(await page.locator('main .row-link').allInnerTexts()).toEqual(['Анна', 'Иван']);
  expect(await page.locator('nav a[href="#/account"]').count()).toBe(0);
  await goTo(page, 'tasks/demo');
  expect(await page.getByLabel(/^Leads/).isDisabled()).toBe(true);
  expect(await field(page, 'Title').isDisabled()).toBe(false);
  await goTo(page, 'board');
  const act = async (name: string) => {
    await page.getByRole('button', { name: 'What to do for Анна' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await act('Set away');
  await page.getByText('Анна is away.').waitFor();
  await act('Set back to work');
  await page.getByText('Анна is back at work.').waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

test('a task is paused with a reason and resumed', async () => {
  const page = await supervisorAt(system, 'tasks');
  const demo = page.locator('tr', { has: page.locator('a[href="#/tasks/demo"]') });
  await demo.getByRole('button', { name: 'Pause' }).click();
  await page.locator('dialog').getByRole('button', { name: 'Pause' }).click();
  expect(await problemOf(page, 'Reason')).toBe('This is needed.');
  await field(page, 'Reason').fill('The shop is closed today');
  await page.locator('dialog').getByRole('button', { name: 'Pause' }).click();
  await demo.getByText('The shop is closed today').waitFor();
  expect(await told(page, '/api/tasks/demo')).toMatchObject({ paused: 'The shop is closed today' });
  await demo.getByRole('button', { name: 'Resume' }).click();
  await demo.getByText('Running').waitFor();
  await goTo(page, 'audit');
  const changes = page.locator('main table');
  await changes.getByText('Task resumed').first().waitFor();
  expect(await changes.innerText()).toContain('Task paused');
  await field(page, 'About').selectOption('account');
  await changes.getByText('Task resumed').waitFor({ state: 'detached' });
});

test('the promised calls of a task have a secret link for calendars', async () => {
  const page = await supervisorAt(system, 'tasks');
  await page
    .getByRole('button', { name: /^Promised calls of .* in a calendar$/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const address = await page.getByLabel('The link').inputValue();
  expect(await (await fetch(address)).text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  await page.getByRole('button', { name: 'Make a new link' }).click();
  await page.waitForFunction(
    (old) => document.querySelector<HTMLInputElement>('dialog input')?.value !== old,
    address,
  );
  expect((await fetch(address)).status).toBe(404);
  expect(complaintsOf(page)).toEqual([]);
});

test('what was begun and not saved is there again after a look elsewhere', async () => {
  const page = await supervisorAt(system, 'tasks/demo');
  await field(page, 'Title').fill('Half a title');
  await goTo(page, 'board');
  await goTo(page, 'tasks/demo');
  expect(await field(page, 'Title').inputValue()).toBe('Half a title');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  expect(await field(page, 'Title').inputValue()).toContain('Demo');
});

test('an operator is registered with a PIN that nobody reads again', async () => {
  const page = await supervisorAt(system, 'operators/new');
  await field(page, 'Name').fill('Olga');
  await field(page, 'Id').fill('olga');
  await field(page, 'Address 1').fill('020 7946 0993');
  await page.getByLabel('New PIN').fill('471100');
  await page.getByRole('button', { name: 'Register' }).click();
  await page.waitForSelector('.problem');
  expect(await problemOf(page, 'Address 1')).toContain('+441234567890');
  await field(page, 'Address 1').fill('+442079460993');
  await page.getByRole('button', { name: 'Register' }).click();
  await page.waitForSelector('a:has-text("Olga")');
  const all = (await told(page, '/api/operators')) as unknown as Record<string, unknown>[];
  const olga = all.find(({ id }) => id === 'olga');
  expect(olga).toMatchObject({ name: 'Olga', addresses: ['+442079460993'], hasPin: true });
  expect(JSON.stringify(olga)).not.toContain('4711');
});

test('a script says what is wrong with it, previews in both languages and gets a next version', async () => {
  const page = await supervisorAt(system, 'scripts/callback');
  const source = page.getByLabel('Script as JSON');
  const before = await source.inputValue();
  await source.fill(before.replace('"start": "talk"', '"start": "tlak"'));
  await page.waitForSelector('.script-problems');
  expect(await page.locator('.script-problems').innerText()).toContain('tlak');
  await source.fill(before.replace('"en": "Result"', '"en": "What came of it"'));
  await page.locator('.script-preview').getByText('What came of it').waitFor();
  await page.locator('.script-preview').getByText('Русский').click();
  await page.locator('.script-preview').getByText('Результат').waitFor();
  await page.getByRole('button', { name: 'Save as the next version' }).click();
  await page.waitForSelector('text=Saved as version 2');
  await eventually(
    () => told(page, '/api/scripts/callback'),
    ({ version }) => version === 2,
  );
  expect(complaintsOf(page)).toEqual([]);
});
