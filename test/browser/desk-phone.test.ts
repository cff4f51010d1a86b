import { eventually, type LocalSystem } from '../support/local-system.ts';
import { complaintsOf, signedIn } from './chromium.ts';
import { finish, nameOf, startDesk, textOf, untilTalking } from './operator-at-desk.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await startDesk();
});
afterAll(() => system.stop());

test('an operator takes their calls in the browser: answers, mutes, presses keys, makes calls', async () => {
  const page = await signedIn(system, 'operator:anna');
  await page.click('.menu > button[aria-label^="You are rung at"]');
  await page.click('[role="menuitemradio"]:has-text("This browser")');
  await page.waitForSelector('.chip:has-text("Phone ready")');

  const set = { status: 10, callaftermin: 0, operator_number: 'client:anna' };
  await system.rows.update({ task: 'demo', Id: 8 }, { set });
  await page.click('.call-actions button:has-text("Answer")');
  await untilTalking(page);
  expect(await textOf(page, '.call-who h2')).toBe(await nameOf(system, 8));
  await page.click('.call-actions button[aria-label="Mute"]');
  await page.waitForSelector('.call-actions button[aria-label="Unmute"][aria-pressed="true"]');
  await page.click('.call-actions button[aria-label="Keypad"]');
  await page.click('.call-keys .key:has-text("5")');
  await finish(page);

  // The call that they order themselves rings their own phone, which answers by itself.
  await page.waitForSelector('.call-actions button:has-text("Close")');
  await page.keyboard.press('/');
  await page.keyboard.type('Кузнец');
  await page.waitForSelector('.found .queue-item');
  await page.keyboard.press('Enter');
  await page.click('.call-head[data-state="row"] [data-kind="primary"]');
  await untilTalking(page);
  await page.click('.call-actions [data-kind="danger"]');
  expect(complaintsOf(page)).toEqual([]);
});

test('a call may be put off before the customer is dialled', async () => {
  const page = await signedIn(system, 'operator:ivan');
  await system.setPhone('+442079460992', { answer: 'no-answer' });
  const set = { status: 10, callaftermin: 0, operator_number: '+442079460992' };
  await system.rows.update({ task: 'demo', Id: 20 }, { set });
  await page.click('.call-actions button[aria-haspopup]');
  await page.click('[role="menuitem"]:has-text("15 min")');
  const row = await eventually(
    async () => system.row({ task: 'demo', Id: 20 }),
    (it) => it?.status === 10 && it._due_at !== undefined,
  );
  const minutes = (Date.parse(String(row?._due_at)) - Date.now()) / 60_000;
  expect(Math.round(minutes)).toBe(15);
  expect(complaintsOf(page)).toEqual([]);
});

test('the next customer whom nobody has called is looked at before they are called', async () => {
  const page = await signedIn(system, 'operator:ivan');
  await page.click('.uncalled button');
  await page.waitForSelector('.call-head[data-state="row"]');
  const first = await textOf(page, '.columns > header');
  await page.click('button:has-text("Another one")');
  await eventually(
    () => textOf(page, '.columns > header'),
    (it) => it !== first,
  );
  expect(complaintsOf(page)).toEqual([]);
});

test('any number may be called; what is no number is refused with a sentence', async () => {
  const page = await signedIn(system, 'operator:ivan');
  const atOnce = {
    answer: 'human',
    afterSeconds: 1,
    hangUpAfterSeconds: null,
    presses: '1',
  } as const;
  await system.setPhone('+442079460992', atOnce);
  await page.click('.dial summary');
  await page.waitForSelector('.dial input:focus');
  await page.keyboard.type('12');
  await page.click('.dial button[type="submit"]');
  await page.waitForSelector('.toast[data-tone="bad"]');
  await page.fill('.dial input', '020 7946 012');
  await page.click('.dial .key:has-text("3")');
  await page.click('.dial button[type="submit"]');
  await untilTalking(page);
  expect(await textOf(page, '.call-number')).toBe('+44 20 7946 0123');
  await finish(page);
  expect(complaintsOf(page)).toEqual([]);
});

test('a call is promised, moved and cancelled without a call, and something noted', async () => {
  const page = await signedIn(system, 'operator:ivan');
  const row = () => system.row({ task: 'demo', Id: 18 });
  await page.keyboard.press('/');
  await page.keyboard.type('10126');
  await page.click('.found .queue-item');
  await page.click('.call-actions button:has-text("Promise a call")');
  await page.click('dialog .quick button >> nth=1');
  await page.waitForSelector('dialog .two-clocks');
  await page.keyboard.press('Escape');
  await page.click('.call-actions button:has-text("Promise a call")');
  await page.click('dialog .quick button >> nth=1');
  await page.click('dialog .dialog-actions [data-kind="primary"]');
  await page.click('.call-actions button:has-text("Move the call")');
  await page.fill('dialog input[type="date"]', '2031-01-06');
  await page.fill('dialog input[type="time"]', '10:30');
  await page.click('dialog .dialog-actions [data-kind="primary"]');
  await eventually(row, (it) => it?._due_at === '2031-01-06T10:30:00.000Z');
  await page.click('.call-actions button:has-text("Note")');
  await page.fill('dialog textarea', 'Просил писать на почту');
  await page.click('dialog .dialog-actions [data-kind="primary"]');
  await page.click('.call-actions button:has-text("Cancel the call")');
  await page.click('dialog .dialog-actions [data-kind="danger"]');
  const after = await eventually(row, (it) => it?.status === undefined);
  expect(after?.комментарии).toBe('Просил писать на почту');
  await page.waitForSelector('.columns:has-text("Просил писать на почту")');
  expect(complaintsOf(page)).toEqual([]);
});

test('who goes says why by one key, sees how long, and finds it in their day', async () => {
  // Nobody has called her: no form that was left open comes up over her day.
  const page = await signedIn(system, 'operator:emma');
  await page.waitForSelector('.home');
  await page.keyboard.press('Alt+w');
  await page.waitForSelector('[role="menuitemradio"]:has-text("Lunch")');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.hero h2:has-text("Lunch · 0:0")');
  await page.click('.day-states summary');
  await page.waitForSelector('.day-states li:has-text("Lunch")');
  await page.keyboard.press('Alt+w');
  await page.waitForSelector('.day-states li:has-text("Available")');
  expect(complaintsOf(page)).toEqual([]);
});
