import path from 'node:path';
import type { Page } from 'playwright-core';
import { eventually, LocalSystem } from '../support/local-system.ts';
import { signedIn } from './chromium.ts';
import { finish, promiseNow, untilTalking } from './operator-at-desk.ts';
import { goTo, supervisorAt } from './supervisor-pages.ts';

/** The pictures of the README, made on demand: `npm run pictures`. */
const onDemand = process.env.PICTURES === undefined ? test.skip : test;
const folder = path.join(__dirname, '..', '..', 'lambdas', 'console', 'pictures');

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}

/** Something to look back on. */
async function earlierCall(system: LocalSystem, page: Page): Promise<void> {
  await promiseNow(system, 12, 'anna');
  await untilTalking(page);
  await page.keyboard.press('Alt+2');
  await page.fill('textarea', 'Wants the blue one; thinks it over until noon.');
  await page.click('.quick button >> nth=3');
  await page.click('.step-actions [data-kind="primary"]');
  await page.waitForSelector('.passed + .step input:focus');
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.review');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.summary');
  await finish(page);
  await page.waitForSelector('.home');
}

onDemand('the operator’s desk', async () => {
  const system = await LocalSystem.start();
  const patient = { answer: 'human', afterSeconds: 1, hangUpAfterSeconds: null } as const;
  await system.setPhone('+442079460896', patient);
  const promises = [
    { Id: 6, callaftermin: 12 },
    { Id: 13, callaftermin: 47, time_zone: 'Europe/Paris' },
    { Id: 18, callaftermin: 95 },
    { Id: 4, callaftermin: 1500 },
  ];
  for (const { Id, ...order } of promises) {
    const set = { status: 10, operator_number: 'client:anna', ...order };
    await system.rows.update({ task: 'demo', Id }, { set });
  }
  const viewport = { width: 1440, height: 900 };
  const page = await signedIn(system, 'operator:anna', { viewport });
  await earlierCall(system, page);
  await page.waitForSelector('.queue-item >> nth=4');
  await take(page, 'desk');
  await promiseNow(system, 12, 'anna');
  await untilTalking(page);
  await page.keyboard.press('Alt+2');
  await page.fill('textarea', 'Asked for the invoice; call again after lunch.');
  await page.click('.quick button >> nth=2');
  await page.waitForSelector('.preview[data-kind="told"]');
  await page.evaluate(() => window.scrollTo(0, 0));
  await take(page, 'desk-call');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.click('button[aria-label^="Language"]');
  await page.click('[role="menuitemradio"]:has-text("Русский")');
  await take(page, 'desk-call-dark-ru');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  await take(page, 'desk-call-narrow');
  await system.stop();
});

/** A customer who is called and hangs up. */
async function shortCall(system: LocalSystem, phone: string, Id: number): Promise<void> {
  await system.setPhone(phone, { answer: 'human', afterSeconds: 1, hangUpAfterSeconds: 4 });
  await promiseNow(system, Id, 'ivan');
  await eventually(
    () => system.row({ task: 'demo', Id }),
    (row) => row?.status === 12,
  );
}

async function endWrapUp(system: LocalSystem, operator: string): Promise<void> {
  const headers = { Authorization: `Bearer ${await system.token({ role: 'operator', operator })}` };
  await system.request('/api/me/done', { method: 'POST', headers });
}

onDemand('the supervisor’s page', async () => {
  const system = await LocalSystem.start();
  const patient = { answer: 'human', afterSeconds: 1, hangUpAfterSeconds: null } as const;
  await system.setPhone('+442079460896', patient);
  await system.setPhone('+12025550170', patient);
  const minutes = [12, 15, 25, 40, 47, 60, 95, 120, 150];
  for (const [at, callaftermin] of minutes.entries()) {
    const operator_number = ['client:anna', '', 'client:ivan'][at % 3];
    const set = { status: 10, callaftermin, operator_number };
    await system.rows.update({ task: 'demo', Id: 6 + at + (at >= 6 ? 1 : 0) }, { set });
  }
  await shortCall(system, '+442079460590', 4);
  const page = await supervisorAt(system, 'board', { viewport: { width: 1440, height: 900 } });
  await endWrapUp(system, 'ivan');
  await promiseNow(system, 12, 'anna');
  await promiseNow(system, 3, 'ivan');
  // Two calls, and the operators who talk.
  await page.waitForSelector(':nth-match(.chip:has-text("Talking"), 4)');
  await take(page, 'board');
  await goTo(page, 'promises?which=upcoming');
  const boxes = page.locator('.promise-table tbody input');
  for (const at of [1, 2, 4]) await boxes.nth(at).check();
  await take(page, 'promised-calls');
  await system.stop();
});
