import type { Page } from 'playwright-core';
import type { LocalSystem } from '../support/local-system.ts';

const phones = { anna: '+442079460991', ivan: '+442079460992' };
export type Operator = keyof typeof phones;

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
