import type { Page } from 'playwright-core';
import type { LocalSystem } from '../support/local-system.ts';
import { signedIn, type Visitor } from './chromium.ts';

type Options = Omit<NonNullable<Parameters<typeof signedIn>[2]>, 'path'> & { as?: Visitor };

/** The supervisor's page at one of its sections, signed in. */
export async function supervisorAt(
  system: LocalSystem,
  place: string,
  { as = 'supervisor', ...options }: Options = {},
): Promise<Page> {
  const page = await signedIn(system, as, { path: `/supervisor#/${place}`, ...options });
  await page.waitForSelector('.page-head');
  return page;
}

/** Goes to another section as a click on a link does. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${place}`);
  await page.waitForFunction(
    () => document.querySelector('.page-head') !== null && document.querySelector('.bone') === null,
  );
}

/** The field with this label. */
export function field(page: Page, label: string) {
  return page.getByLabel(label, { exact: true });
}

/** What is written beside the field as wrong. */
export async function problemOf(page: Page, label: string): Promise<string> {
  const id = await field(page, label).getAttribute('aria-describedby');
  const problem = id?.split(' ').find((it) => it.endsWith('-problem'));
  return problem === undefined ? '' : page.locator(`[id="${problem}"]`).innerText();
}
