import type { StateLog } from '../../lambdas/ports/people/state-log.ts';
import { noon, second } from './samples.ts';

/** What `StateLog` promises. */
export function stateLogContract(open: () => Promise<StateLog>): void {
  const lunch = { at: noon, state: 'away', reason: 'lunch' } as const;
  const back = { at: noon + 60 * second, state: 'available' } as const;
  const span = { from: noon - second, until: noon + 3600 * second };

  test('an operator’s changes come in the order of time, and nobody else’s', async () => {
    const log = await open();
    await log.note('anna', back);
    await log.note('anna', lunch);
    await log.note('annabel', { ...lunch, at: noon + second });
    expect(await log.changes('anna', span)).toEqual([lunch, back]);
  });

  test('the last change before the span tells how it begins, and what follows it is left out', async () => {
    const log = await open();
    const morning = { at: noon - 7200 * second, state: 'available' } as const;
    for (const change of [{ ...morning, at: morning.at - second }, morning, lunch, back])
      await log.note('anna', change);
    const until = back.at;
    expect(await log.changes('anna', { from: noon, until })).toEqual([morning, lunch]);
    expect(await log.changes('anna', { from: until, until: until + second })).toEqual([
      lunch,
      back,
    ]);
  });

  test('the state of an instant is kept once', async () => {
    const log = await open();
    await log.note('anna', { ...lunch, by: 'boss' });
    await log.note('anna', { ...lunch, by: 'boss' });
    expect(await log.changes('anna', span)).toEqual([{ ...lunch, by: 'boss' }]);
    expect(await log.changes('ivan', span)).toEqual([]);
  });
}
