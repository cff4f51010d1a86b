import type { Page } from 'playwright-core';
import type { LocalSystem } from '../support/local-system.ts';
import { complaintsOf, seriousViolations, signedIn } from './chromium.ts';
import { finish, promiseNow, startDesk, textOf, untilTalking } from './operator-at-desk.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await startDesk();
  await promiseLater(6, { callaftermin: 40, operator_number: 'client:anna' });
  await promiseLater(9, { callaftermin: 90, time_zone: 'Asia/Tokyo', operator_number: '' });
});
afterAll(() => system.stop());

function promiseLater(Id: number, order: Record<string, unknown>): Promise<void> {
  return system.rows.update({ task: 'demo', Id }, { set: { status: 10, ...order } });
}

const sizes = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
];

const colorSchemes = ['light', 'dark'] as const;

/** Wide in light and narrow in dark: what keeps people from using it, and what does not fit. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [n, size] of sizes.entries()) {
    const colorScheme = colorSchemes[n] ?? 'light';
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    await painted(page);
    const found = await seriousViolations(page);
    if (await isWiderThanItsWindow(page)) found.push('there is something to scroll to at the side');
    faults.push(...found.map((fault) => `${colorScheme}, ${size.width} px: ${fault}`));
  }
  return faults;
}

/** Where *done* stands after the call, *hang up* stood at no place of it during the call. */
async function sharedPlaces(page: Page): Promise<string[]> {
  const placesOf = async (button: string) => {
    const places = [];
    for (const size of sizes) {
      await page.setViewportSize(size);
      await painted(page);
      places.push(await page.locator(`.call-actions ${button}`).boundingBox());
    }
    return places;
  };
  const hangUp = await placesOf('button:has-text("Hang up"):not(:has-text("next"))');
  await page.click('.call-actions [data-kind="danger"]');
  await page.waitForSelector('.wrap-up [data-kind="primary"]');
  const done = await placesOf('[data-kind="primary"]');
  return hangUp.flatMap((it, at) => {
    const other = done[at];
    const isApart = it && other && (it.x + it.width <= other.x || other.x + other.width <= it.x);
    return isApart ? [] : [`done and hang up share a place at ${sizes[at]?.width} px`];
  });
}

/** The new size and colours are on the screen, and no colour is still on its way. */
function painted(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const moving = document.getAnimations().filter((it) => it instanceof CSSTransition);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

function isWiderThanItsWindow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

test('everybody can use the desk, wide in light and narrow in dark', async () => {
  const page = await signedIn(system, 'operator:anna');
  const faults: string[] = [];
  await page.waitForSelector('.queue-item');
  faults.push(...(await faultsOf(page)));
  await page.fill('input[type="search"]', 'Смирн');
  await page.click('.found .queue-item >> nth=0');
  await page.waitForSelector('.columns');
  faults.push(...(await faultsOf(page)));

  await promiseNow(system, 4, 'anna');
  await untilTalking(page);
  await page.click('.quick button >> nth=0');
  await page.waitForSelector('.preview[data-kind="told"]');
  await page.click('.step-actions [data-kind="primary"]');
  await page.waitForSelector('.problem');
  faults.push(...(await faultsOf(page)));
  await page.keyboard.press('Alt+2');
  await page.click('.step-actions [data-kind="primary"]');
  await page.waitForSelector('.passed');
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.review');
  faults.push(...(await faultsOf(page)));
  await page.keyboard.press('Enter');
  await page.waitForSelector('.summary');
  faults.push(...(await faultsOf(page)));
  faults.push(...(await sharedPlaces(page)));
  await page.click('.wrap-up [data-kind="primary"]');
  expect(faults).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});

test('the question mark shows the keys', async () => {
  const page = await signedIn(system, 'operator:anna');
  await page.waitForSelector('.home');
  await page.keyboard.press('?');
  await page.waitForSelector('dialog:has-text("Hang up")');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'detached' });
  expect(complaintsOf(page)).toEqual([]);
});

test('the language is switched without a reload, and remembered', async () => {
  const page = await signedIn(system, 'operator:anna');
  expect(await textOf(page, '.queue h2')).toBe('Next callbacks');
  await page.click('button[aria-label^="Language"]');
  await page.click('[role="menuitemradio"]:has-text("Русский")');
  expect(await textOf(page, '.queue h2')).toBe('Ближайшие перезвоны');
  expect(await page.getAttribute('html', 'lang')).toBe('ru');
  await page.reload();
  await page.waitForSelector('.queue h2');
  expect(await textOf(page, '.queue h2')).toBe('Ближайшие перезвоны');
});

test('the sign-in page can be used by everybody', async () => {
  const page = await signedIn(system, 'operator:anna');
  await page.click('.top-end .menu >> nth=2');
  await page.click('[role="menuitem"]:has-text("Sign out")');
  await page.waitForSelector('button[value="operator:ivan"]');
  expect(await faultsOf(page)).toEqual([]);
});

test('where the customer may not be called the form says why, and offers when they may', async () => {
  const page = await signedIn(system, 'operator:ivan');
  const token = await system.token({ role: 'supervisor' });
  const headers = { Authorization: `Bearer ${token}` };
  const tasks = await (await system.request('/api/tasks', { headers })).json();
  const everyDay = Object.fromEntries(
    ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [['00:00', '24:00']]]),
  );
  const { id: _, ...task } = tasks[0];
  const put = (callingHours: unknown) =>
    system.request('/api/tasks/demo', {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...task, callingHours }),
    });
  const closedAt = weekdayIn(2);
  await put({ ...everyDay, [closedAt]: [['12:00', '13:00']] });
  await promiseNow(system, 13, 'ivan');
  await untilTalking(page);
  await page.keyboard.press('Alt+2');
  await page.fill('input[type="date"]', isoDayIn(2));
  await page.fill('input[type="time"]', '03:00');
  await page.waitForSelector('.preview-problem');
  await page.click('.step-actions [data-kind="primary"]');
  expect(await page.locator('.passed').count()).toBe(0);
  await page.click('.preview-problem button');
  // The customer's number is French: noon there is eleven o'clock by the row's clock.
  expect(await page.inputValue('input[type="time"]')).toBe('11:00');
  await page.waitForSelector('.preview-problem', { state: 'detached' });
  await page.click('.step-actions [data-kind="primary"]');
  await page.waitForSelector('.passed');
  await finish(page);
  expect(complaintsOf(page)).toEqual([]);
});

const dayMilliseconds = 86_400_000;

function isoDayIn(days: number): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });
  return day.format(Date.now() + days * dayMilliseconds);
}

/** ISO: 1 is Monday. */
function weekdayIn(days: number): string {
  return String(new Date(`${isoDayIn(days)}T12:00:00Z`).getUTCDay() || 7);
}
