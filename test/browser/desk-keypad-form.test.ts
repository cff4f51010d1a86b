import { eventually, type LocalSystem } from '../support/local-system.ts';
import { complaintsOf, signedIn } from './chromium.ts';
import { promiseNow, startDesk } from './operator-at-desk.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await startDesk();
});
afterAll(() => system.stop());

const operatorsPhone = '+442079460992';
const customersPhone = '+442079460896';

/** The operator's phone asks when the customer has hung up. */
async function askOnThePhone(): Promise<void> {
  const Authorization = `Bearer ${await system.token({ role: 'supervisor' })}`;
  const headers = { Authorization, 'content-type': 'application/json' };
  const { id: _, ...task } = await (await system.request('/api/tasks/demo', { headers })).json();
  const body = JSON.stringify({ ...task, afterDisconnect: 'finish' });
  const stored = await system.request('/api/tasks/demo', { method: 'PUT', headers, body });
  expect(stored.status).toBe(200);
}

test('a form that the phone began and did not finish is looked on at first, and finished at the desk', async () => {
  await askOnThePhone();
  const page = await signedIn(system, 'operator:ivan');
  await page.waitForSelector('.home');
  // An open desk would begin the form itself; signing in then would take longer than the phone asks.
  const desk = page.url();
  await page.goto('about:blank');
  const brief = { answer: 'human', afterSeconds: 0.3, hangUpAfterSeconds: 1 } as const;
  await system.setPhone(customersPhone, brief);
  // The operator confirms, answers the first question, and says nothing more.
  const absent = { ...brief, hangUpAfterSeconds: null, presses: ['1', '2'] };
  await system.setPhone(operatorsPhone, absent);
  await promiseNow(system, 12, 'ivan');
  await eventually(
    () => system.callsTo(customersPhone),
    (calls) => calls.some(({ status }) => status === 'completed'),
  );
  await page.goto(desk);
  await page.waitForSelector('.form .notice:has-text("is filled in on the telephone’s keys")');
  await page.waitForSelector('.form .answers:has-text("Call again")');
  expect(await page.locator('.form textarea').count()).toBe(0);

  await page.click('.wrap-up button:has-text("Hang up")');
  await page.waitForSelector('.form .notice:has-text("Finish it here")');
  expect(await page.isChecked('input[data-key="2"]')).toBe(true);
  await page.fill('textarea', 'Позвоню завтра');
  await page.click('.quick button >> nth=1');
  await page.waitForSelector('.preview[data-kind="told"]');
  await page.click('.step-actions [data-kind="primary"]');
  await page.waitForSelector('.passed + .step input:focus');
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.review');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.summary');
  const row = await eventually(
    async () => system.row({ task: 'demo', Id: 12 }),
    (it) => it?.status === 10 && it._due_at !== undefined,
  );
  expect(row?.комментарии).toBe('Позвоню завтра');
  expect(complaintsOf(page)).toEqual([]);
});
