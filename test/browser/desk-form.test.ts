import type { Page, WebSocketRoute } from 'playwright-core';
import { eventually, type LocalSystem } from '../support/local-system.ts';
import { complaintsOf, openSignedIn, signedIn } from './chromium.ts';
import { finish, nameOf, promiseNow, startDesk, textOf, untilTalking } from './operator-at-desk.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await startDesk();
});
afterAll(() => system.stop());

const comment = 'textarea';

function commentOf(page: Page): Promise<string> {
  return page.inputValue(comment);
}

/** The form comes a moment after the call. */
async function untilComment(page: Page, text: string): Promise<void> {
  await eventually(
    () => commentOf(page),
    (it) => it === text,
  );
}

test('what is typed outlives a reload, also before it was saved', async () => {
  const page = await signedIn(system, 'operator:anna');
  await promiseNow(system, 2, 'anna');
  await untilTalking(page);
  await page.keyboard.press('Alt+2');
  await page.fill(comment, 'Перезвонить после отпуска');
  await page.reload();
  await untilComment(page, 'Перезвонить после отпуска');
  expect(await page.isChecked('input[data-key="2"]')).toBe(true);
  await finish(page);
  expect(complaintsOf(page)).toEqual([]);
});

test('two tabs show one form: the newer edit is in both, and it is sent once', async () => {
  const first = await signedIn(system, 'operator:anna');
  const second = await first.context().newPage();
  const address = `${system.description.webhooks}/`;
  await openSignedIn(second, { address, visitor: 'operator:anna' });
  await promiseNow(system, 3, 'anna');
  await Promise.all([untilTalking(first), untilTalking(second)]);

  await first.fill(comment, 'из первой вкладки');
  await untilComment(second, 'из первой вкладки');
  await second.fill(comment, 'из второй вкладки');
  await untilComment(first, 'из второй вкладки');

  await second.focus(comment);
  await second.keyboard.press('Alt+1');
  await second.click('.step-actions [data-kind="primary"]');
  await second.click('.review [data-kind="primary"]');
  await Promise.all([first.waitForSelector('.summary'), second.waitForSelector('.summary')]);
  await eventually(
    () => system.row({ task: 'demo', Id: 3 }),
    (row) => row?.комментарии === 'из второй вкладки',
  );
  await finish(first);
  expect([...complaintsOf(first), ...complaintsOf(second)]).toEqual([]);
});

test('without a network the form goes on, and is saved when the network is back', async () => {
  const page = await signedIn(system, 'operator:anna');
  await promiseNow(system, 4, 'anna');
  await untilTalking(page);
  await page.waitForSelector(comment);
  const draft = page.waitForRequest((it) => it.method() === 'PUT' && it.url().endsWith('/form'));
  await page.context().setOffline(true);
  await page.fill(comment, 'без сети');
  await draft;
  await page.waitForSelector('.form .chip[data-tone="wait"]');
  await page.context().setOffline(false);
  await page.waitForSelector('.form .chip:has-text("Draft saved")');
  expect(await commentOf(page)).toBe('без сети');
  await finish(page);
  expect(complaintsOf(page)).toEqual([]);
});

test('a call that comes while somebody writes is announced beside the form, until one key puts it aside', async () => {
  const page = await signedIn(system, 'operator:ivan');
  await promiseNow(system, 5, 'ivan');
  await untilTalking(page);
  await page.fill(comment, 'ещё пишу');
  await finish(page);
  await page.waitForSelector('.wrap-up button:has-text("Close without sending")');
  await page.focus(comment);
  await promiseNow(system, 6, 'ivan');
  await page.waitForSelector(`.next-call:has-text("${await nameOf(system, 6)}")`);
  await page.keyboard.type(', до конца слова');
  expect(await commentOf(page)).toBe('ещё пишу, до конца слова');
  await page.waitForSelector('.next-call:has-text("Talking")');
  await page.evaluate(() => scrollTo(0, 400));
  await page.keyboard.press('Alt+a');
  await untilTalking(page);
  await page.waitForSelector('.call-who h2:focus');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await textOf(page, '.call-who h2')).toBe(await nameOf(system, 6));
  await page.waitForSelector(comment);
  expect(await commentOf(page)).toBe('');
  await page.click(`.tabs button:has-text("${await nameOf(system, 5)}")`);
  expect(await commentOf(page)).toBe('ещё пишу, до конца слова');
  await page.click('.wrap-up button:has-text("Close without sending")');
  await page.click('dialog button:has-text("Close without sending")');
  await finish(page);
  await page.click('.wrap-up button:has-text("Close without sending")');
  await page.click('.unsent .today-call >> nth=-1');
  await page.waitForSelector(comment);
  expect(await commentOf(page)).toBe('ещё пишу, до конца слова');
  expect(complaintsOf(page)).toEqual([]);
});

test('the clock waits while somebody writes, and there is more time for the asking', async () => {
  const page = await signedIn(system, 'operator:ivan');
  await promiseNow(system, 14, 'ivan');
  await untilTalking(page);
  await page.fill(comment, 'долгая история');
  await page.keyboard.press('Alt+h');
  await page.waitForSelector('.wrap-ring[data-paused]');
  await page.waitForSelector('.wrap-ring:not([data-paused])');
  await page.click('.wrap-up button:has-text("More time")');
  await eventually(
    async () => Number(await textOf(page, '.wrap-ring')),
    (left) => left > 60,
  );
  await page.keyboard.press('Alt+n');
  await page.waitForSelector('.wrap-up button:has-text("Close without sending")');
  expect(complaintsOf(page)).toEqual([]);
});

test('a settled call takes three acts by keyboard', async () => {
  const page = await signedIn(system, 'operator:ivan', { viewport: { width: 1440, height: 900 } });
  await promiseNow(system, 16, 'ivan');
  await untilTalking(page);
  await page.waitForSelector('[data-choices] input:focus');
  const next = await page.locator('.step-actions [type="submit"]').boundingBox();
  expect((next?.y ?? 900) + (next?.height ?? 900)).toBeLessThanOrEqual(900);
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+Enter');
  await page.waitForSelector('.summary');
  await page.keyboard.press('Alt+n');
  await page.waitForSelector(`.call-head:has-text("${await nameOf(system, 16)}")`, {
    state: 'detached',
  });
  expect(complaintsOf(page)).toEqual([]);
});

test('a moment in the past is refused once, in its field, before the next step', async () => {
  const page = await signedIn(system, 'operator:ivan');
  await promiseNow(system, 17, 'ivan');
  await untilTalking(page);
  await page.keyboard.press('Alt+2');
  await page.fill('input[type="date"]', '2026-01-05');
  await page.fill('input[type="time"]', '09:00');
  await page.click('.step-actions [type="submit"]');
  await page.waitForSelector('[data-field="time"] input:focus');
  expect(await page.locator('.passed').count()).toBe(0);
  expect(await page.locator(':text("was past")').count()).toBe(1);
  expect(await textOf(page, '[data-field="time"]')).toContain('was past');
  await page.fill('input[type="date"]', '');
  await page.fill('input[type="time"]', '');
  await page.fill('[data-field="minutes"] input', '999999');
  await page.click('.step-actions [type="submit"]');
  await page.waitForSelector('[data-field="minutes"] .problem');
  expect(await textOf(page, '.form')).not.toContain('callaftermin');
  await page.fill('[data-field="minutes"] input', '');
  await finish(page);
  expect(complaintsOf(page)).toEqual([]);
});

test('who is signed out in the middle signs in again, and finds what they typed', async () => {
  const page = await signedIn(system, 'operator:anna');
  await promiseNow(system, 2, 'anna');
  await untilTalking(page);
  await page.route('**/form', (route) => route.fulfill({ status: 401 }));
  await page.fill(comment, 'перед самым выходом');
  await page.click('dialog button:has-text("Sign in again")');
  await page.unroute('**/form');
  await page.click('button[value="operator:anna"]');
  await untilComment(page, 'перед самым выходом');
  await page.waitForSelector('.form .chip:has-text("Draft saved")');
  await finish(page);
  expect(complaintsOf(page)).toEqual([]);
});

test('a socket that was cut is opened again, and the desk shows what happened meanwhile', async () => {
  const page = await signedIn(system, 'operator:ivan');
  const address = page.url();
  await page.goto('about:blank');
  const sockets = await tapSockets(page);
  await page.goto(address);
  await page.waitForSelector('.desk');
  await eventually(
    async () => sockets.open.length,
    (count) => count === 1,
  );
  sockets.cut();
  await page.waitForSelector('.lost');
  await promiseNow(system, 13, 'ivan');
  await eventually(
    () => system.row({ task: 'demo', Id: 13 }).then((row) => row?.status),
    (status) => status === 11,
  );
  const coming = `.call-head:has-text("${await nameOf(system, 13)}")`;
  expect(await page.locator(coming).count()).toBe(0);
  sockets.mend();
  await page.waitForSelector(coming);
  await page.waitForSelector('.lost', { state: 'detached' });
  await untilTalking(page);
  await finish(page);
  expect(complaintsOf(page)).toEqual([]);
});

test('a line that went silent is noticed within a minute, and another is opened', async () => {
  const page = await signedIn(system, 'operator:ivan');
  const address = page.url();
  await page.goto('about:blank');
  const sockets = await tapSockets(page);
  await page.clock.install();
  await page.goto(address);
  await page.waitForSelector('.desk');
  await eventually(
    async () => sockets.open.length,
    (count) => count === 1,
  );
  sockets.silence();
  sockets.refuse();
  await page.clock.runFor(32_000);
  expect(await page.locator('.lost').count()).toBe(0);
  await page.clock.runFor(12_000);
  await page.waitForSelector('.lost');
  sockets.mend();
  await page.clock.resume();
  await eventually(
    async () => sockets.open.length,
    (count) => count === 2,
  );
  await page.waitForSelector('.lost', { state: 'detached' });
  expect(complaintsOf(page)).toEqual([]);
});

/** A hand on the wire of the page's WebSockets, for a page that has none yet. */
async function tapSockets(page: Page) {
  const open: WebSocketRoute[] = [];
  let isCut = false;
  const silent = new Set<WebSocketRoute>();
  await page.routeWebSocket(/./, (socket) => {
    if (isCut) return void socket.close();
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!silent.has(socket)) socket.send(message);
    });
    open.push(socket);
  });
  return {
    open,
    cut: () => {
      isCut = true;
      for (const socket of open) void socket.close();
    },
    mend: () => {
      isCut = false;
    },
    /** Those that are open stay so. */
    refuse: () => {
      isCut = true;
    },
    /** As a connection that a router forgot: open, and nothing comes any more. */
    silence: () => {
      for (const socket of open) silent.add(socket);
    },
  };
}
