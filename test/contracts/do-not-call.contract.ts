import type { DoNotCallEntry } from '../../lambdas/domain/do-not-call/do-not-call.ts';
import type { DoNotCall } from '../../lambdas/ports/limits/do-not-call.ts';
import { noon } from './samples.ts';
import type { OpenStore } from './store.ts';

const number = '+442079460017';
const added: DoNotCallEntry = {
  kind: 'added',
  at: noon,
  by: 'anna',
  door: 'desk',
  reason: 'said no',
};
const lifted: DoNotCallEntry = { kind: 'lifted', task: 'demo', at: noon, by: 'eva', door: 'list' };

export function doNotCallContract(open: OpenStore): void {
  async function openWith(...numbers: string[]): Promise<DoNotCall> {
    const { doNotCall } = await open();
    for (const it of numbers) await doNotCall.put({ number: it, entries: [added] }, undefined);
    return doNotCall;
  }

  test('a record reads as it was put, and others as absent', async () => {
    const doNotCall = await openWith(number);
    expect(await doNotCall.find(number)).toEqual({ number, entries: [added] });
    expect(await doNotCall.find('+442079460018')).toBeUndefined();
  });

  test('of two writers who saw the same one is refused', async () => {
    const doNotCall = await openWith(number);
    const seen = await doNotCall.find(number);
    const next = { number, entries: [added, lifted] };
    expect(await doNotCall.put({ number, entries: [added] }, undefined)).toBe(false);
    expect(await doNotCall.put(next, seen)).toBe(true);
    expect(await doNotCall.put({ number, entries: [added, added] }, seen)).toBe(false);
    expect(await doNotCall.find(number)).toEqual(next);
  });

  test('a record that was erased is found by its number, and is in no list', async () => {
    const doNotCall = await openWith(number);
    const bare: DoNotCallEntry = { kind: 'added', at: noon, door: 'desk' };
    const erased = { number, entries: [bare], isErased: true } as const;
    expect(await doNotCall.put(erased, await doNotCall.find(number))).toBe(true);
    expect(await doNotCall.put(erased, { number, entries: [added] })).toBe(false);
    expect(await doNotCall.find(number)).toEqual(erased);
    expect((await doNotCall.list({ limit: 10 })).records).toEqual([]);
  });

  test('the list comes page by page, each record once', async () => {
    const numbers = ['+442079460017', '+442079460018', '+442079460019'];
    const doNotCall = await openWith(...numbers);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await doNotCall.list({ limit: 2, cursor });
      expect(page.records.length).toBeLessThanOrEqual(2);
      found.push(...page.records.map((it) => it.number));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(found.sort()).toEqual(numbers);
  });

  test('the list is searched by digits of the number', async () => {
    const doNotCall = await openWith('+442079460017', '+442079460118');
    const { records } = await doNotCall.list({ limit: 10, digits: '6011' });
    expect(records).toEqual([{ number: '+442079460118', entries: [added] }]);
  });
}
