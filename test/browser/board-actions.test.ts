import type { Page } from 'playwright-core';
import { eventually, LocalSystem } from '../support/local-system.ts';
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
    await board.waitForSelector('dialog textarea:focus');
    await board.keyboard.type(text);
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

test('what waits for an operator is given to another from the board', async () => {
  for (const [Id, operator_number] of [
    [5, 'client:anna'],
    [6, '+442079460991'],
    [7, 'client:ivan'],
  ] as const) {
    const set = { status: 10, callaftermin: 600, operator_number };
    await system.rows.update({ task: 'demo', Id }, { set });
  }
  const taken = (Id: number) => system.row({ task: 'demo', Id });
  for (const Id of [5, 6, 7])
    await eventually(
      () => taken(Id),
      (row) => row?._due_at !== undefined,
    );
  const board = await supervisorAt(system, 'board');
  await choose(board, 'Oliver', 'Give their calls to somebody else');
  await board.waitForSelector('dialog :text("No call waits for Oliver.")');
  await board.keyboard.press('Escape');
  await choose(board, 'Анна', 'Give their calls to somebody else');
  await board.waitForSelector('dialog :text("Give 2 calls to")');
  await board.getByLabel('Who shall call', { exact: true }).selectOption('emma');
  await board.locator('dialog [type="submit"]').click();
  await board.waitForSelector('dialog', { state: 'detached' });
  const owners = await Promise.all([5, 6, 7].map(async (Id) => (await taken(Id))?.operator_number));
  expect(owners).toEqual([owners[0], owners[0], 'client:ivan']);
  expect(owners[0]).not.toBe('client:anna');
  expect(complaintsOf(board)).toEqual([]);
});

test('at 360 px the menu beside an operator stays on the page', async () => {
  const viewport = { width: 360, height: 740 };
  const board = await supervisorAt(system, 'board', { viewport, colorScheme: 'dark' });
  await board.locator('.operator-states .menu > button').first().click();
  const box = await board.locator('.menu-list').boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
});
