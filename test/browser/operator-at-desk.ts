import type { Page } from 'playwright-core';
import { toE164 } from '../../lambdas/domain/basics/phone-number.ts';
import { LocalSystem } from '../support/local-system.ts';

const phones = { anna: '+442079460991', ivan: '+442079460992' };
export type Operator = keyof typeof phones;

/** Of the sample's rows. */
const Ids = Array.from({ length: 20 }, (_, n) => n + 1);

/** A system whose customers talk until their operator hangs up: a test takes as long as it takes. */
export async function startDesk(): Promise<LocalSystem> {
  const system = await LocalSystem.start();
  const rows = await Promise.all(Ids.map((Id) => system.row({ task: 'demo', Id })));
  const patient = { answer: 'human', afterSeconds: 1, hangUpAfterSeconds: null } as const;
  for (const row of rows) {
    const number = toE164(String(row?.tel), 'GB');
    if (number !== undefined) await system.setPhone(number, patient);
  }
  return system;
}

/** Other software promises a call to a row of the sample for now; its customer stays on the line. */
export async function promiseNow(
  system: LocalSystem,
  Id: number,
  operator: Operator,
): Promise<void> {
  const set = { status: 10, callaftermin: 0, operator_number: phones[operator] };
  await system.rows.update({ task: 'demo', Id }, { set });
}

export async function untilTalking(page: Page): Promise<void> {
  await page.waitForSelector('.call-head[data-state="talking"]');
}

/** Ends the call and its wrap-up, so that the operator is free for the next one. */
export async function finish(page: Page): Promise<void> {
  await page.click('.call-actions [data-kind="danger"]');
  await page.click('.wrap-up [data-kind="primary"]');
}

/** As it is read: a no-break space is a space. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().innerText()).replaceAll('\u00a0', ' ');
}

export async function nameOf(system: LocalSystem, Id: number): Promise<string> {
  const row = await system.row({ task: 'demo', Id });
  return `${row?.имя} ${row?.фамилия}`;
}
