import type { Page } from 'playwright-core';
import { LocalSystem } from '../support/local-system.ts';
import { complaintsOf, seriousViolations, signedIn } from './chromium.ts';
import { textOf } from './operator-at-desk.ts';
import { supervisorAt } from './supervisor-pages.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await LocalSystem.start();
});
afterAll(() => system.stop());

/** Chooses an entry of the menu beside an operator. */
async function choose(page: Page, name: string, entry: string): Promise<void> {
  const line = page.locator('.operator-states > li', { hasText: name });
  await line.locator('.menu > button').click();
  await page.getByRole('menuitem', { name: entry }).click();
}

test('a message appears on the operator’s desk at once, and a key puts it aside', async () => {
  const desk = await signedIn(system, 'operator:anna');
  await desk.waitForSelector('.home');
  const board = await supervisorAt(system, 'board');
  await board.waitForSelector('.presence[data-online]');
  await choose(board, 'Анна', 'Send a message');
  expect(await board.locator('dialog [type="submit"]').isDisabled()).toBe(true);
  for (const text of ['Come to the meeting', 'Bring the list']) {
    if (text !== 'Come to the meeting') await choose(board, 'Анна', 'Send a message');
    await board.getByLabel('Message', { exact: true }).fill(text);
    await board.locator('dialog [type="submit"]').click();
    await board.waitForSelector('dialog', { state: 'detached' });
  }
  await desk.waitForSelector('.desk-notes :text("Bring the list")');
  expect(await seriousViolations(desk)).toEqual([]);
  await desk.keyboard.press('Alt+R');
  await desk.waitForSelector(':text("Come to the meeting")', { state: 'detached' });
  expect(await textOf(desk, '.desk-notes')).toContain('Bring the list');
  await desk.keyboard.press('Alt+R');
  await desk.waitForSelector('.desk-notes .notice', { state: 'detached' });

  await choose(board, 'Анна', 'Send a message');
  await desk.close();
  await board.getByLabel('Message', { exact: true }).fill('Are you there?');
  await board.locator('dialog [type="submit"]').click();
  expect(await textOf(board, 'dialog [role="alert"]')).toContain('no desk of theirs is open');
  expect(await board.getByLabel('Message', { exact: true }).inputValue()).toBe('Are you there?');
  expect([...complaintsOf(desk), ...complaintsOf(board)]).toEqual([]);
});
