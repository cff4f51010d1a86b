import { eventually, type LocalSystem } from '../support/local-system.ts';
import { complaintsOf, seriousViolations, signedIn } from './chromium.ts';
import { finish, nameOf, promiseNow, startDesk, textOf, untilTalking } from './operator-at-desk.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await startDesk();
});
afterAll(() => system.stop());

test('a promised call comes up by itself: card, live state and history; its form promises the next one', async () => {
  await leadCardsTo('https://crm.example.com/orders/{id заказа}');
  const page = await signedIn(system, 'operator:anna');
  await promiseNow(system, 12, 'anna');
  await untilTalking(page);
  expect(await textOf(page, '.call-who h2')).toBe(await nameOf(system, 12));
  expect(await textOf(page, '.columns')).toContain(String((await rowOf(12))['id заказа']));

  const link = page.getByRole('link', { name: 'Open the customer’s page' });
  expect(await link.getAttribute('href')).toBe(
    `https://crm.example.com/orders/${(await rowOf(12))['id заказа']}`,
  );
  expect(await link.getAttribute('rel')).toBe('noopener noreferrer');

  // By keyboard alone: the focus is in the form since they talk.
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Просил после обеда');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('45');
  await page.waitForSelector('.preview[data-kind="told"]');
  await page.keyboard.press('Enter');
  // Date and time do not count once there are minutes: Enter goes on to the next step.
  await page.waitForSelector('.passed + .step input:focus');
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.review');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.summary');
  // A second Enter does nothing to the talk.
  await page.waitForFunction(() => document.activeElement?.matches('.summary-head'));

  const row = await eventually(
    () => rowOf(12),
    (it) => it.status === 10 && it._due_at !== undefined && it.комментарии === 'Просил после обеда',
  );
  const due = new Date(String(row._due_at));
  const shown = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });
  expect(await textOf(page, '.summary-next dd')).toContain(shown.format(due));

  await finish(page);
  await page.waitForSelector('.home');
  await page.waitForSelector(`.queue-item:has-text("${await nameOf(system, 12)}")`);

  await page.click('.today-call');
  await page.waitForSelector('.history .answers');
  expect(await textOf(page, '.history')).toContain('Просил после обеда');
  expect(complaintsOf(page)).toEqual([]);
});

test('two operators see their own calls and nothing of each other’s', async () => {
  const [anna, ivan] = await Promise.all([
    signedIn(system, 'operator:anna'),
    signedIn(system, 'operator:ivan'),
  ]);
  await Promise.all([promiseNow(system, 14, 'anna'), promiseNow(system, 15, 'ivan')]);
  await Promise.all([untilTalking(anna), untilTalking(ivan)]);
  expect(await textOf(anna, '.call-who h2')).toBe(await nameOf(system, 14));
  expect(await textOf(ivan, '.call-who h2')).toBe(await nameOf(system, 15));
  expect(await anna.locator('.tabs').count()).toBe(0);
  await Promise.all([finish(anna), finish(ivan)]);
  expect([...complaintsOf(anna), ...complaintsOf(ivan)]).toEqual([]);
});

test('a customer is put on hold and taken back by one key, and the desk says since when', async () => {
  const page = await signedIn(system, 'operator:anna');
  await promiseNow(system, 13, 'anna');
  await untilTalking(page);
  const chip = page.locator('.call-actions .chip:has-text("On hold")');
  await page.keyboard.press('Alt+P');
  await chip.waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  const tooWide = () => document.documentElement.scrollWidth > window.innerWidth;
  expect(await page.evaluate(tooWide)).toBe(false);
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Alt+P');
  await chip.waitFor({ state: 'detached' });
  await untilTalking(page);
  await finish(page);
  expect(complaintsOf(page)).toEqual([]);
});

test('a number that another page wants dialled stands in the dial box, and nobody is rung for it', async () => {
  const path = '/dial?to=tel%3A%2B44-20-7946-0770';
  const rung = () => system.callsTo('+442079460992');
  const before = await rung();
  const page = await signedIn(system, 'operator:ivan', { path });
  const box = page.getByLabel('Number with its country code');
  expect(await box.inputValue()).toBe('+44-20-7946-0770');
  expect(await box.isVisible()).toBe(true);
  const { pathname, search, hash } = new URL(page.url());
  expect([pathname, search, hash]).toEqual(['/', '', '']);
  expect(await rung()).toHaveLength(before.length);
  expect(await system.callsTo('+442079460770')).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});

test('an operator’s calendar has a secret link, until they end it', async () => {
  const page = await signedIn(system, 'operator:anna');
  const open = async () => {
    await page.click('.top-end .menu:last-child > button');
    await page.getByRole('menuitem', { name: 'Promised calls in your calendar' }).click();
  };
  await open();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const address = await page.getByLabel('The link').inputValue();
  const shown = await (await fetch(address)).text();
  expect(shown).toMatch(/^BEGIN:VCALENDAR\r\n/);
  await page.getByRole('button', { name: 'End the link' }).click();
  await page.getByText('There is no link.').waitFor();
  expect((await fetch(address)).status).toBe(404);
  expect(complaintsOf(page)).toEqual([]);
});

/** What operators open beside the form. */
async function leadCardsTo(cardUrl: string): Promise<void> {
  const authorization = `Bearer ${await system.token({ role: 'supervisor' })}`;
  const headers = { authorization };
  const { id: _, ...task } = await (await system.request('/api/tasks/demo', { headers })).json();
  const body = JSON.stringify({ ...task, cardUrl });
  const put = await system.request('/api/tasks/demo', { method: 'PUT', headers, body });
  expect(put.status).toBe(200);
}

async function rowOf(Id: number): Promise<Record<string, unknown>> {
  return (await system.row({ task: 'demo', Id })) ?? {};
}
