import type { CallRate, SlotAnswer, SlotWish } from '../../lambdas/ports/calls/call-rate.ts';
import { noon, second } from './samples.ts';
import type { OpenStore } from './store.ts';

export function callRateContract(open: OpenStore): void {
  const wish = (given: Partial<SlotWish> = {}): SlotWish => ({
    perSecond: 1,
    at: noon,
    by: 'newcomer',
    ...given,
  });

  test('a slot is now when nobody was before, and the next one a step later', async () => {
    const { callRate } = await open();
    const slot = { at: noon, nextAt: noon + second };
    expect(await callRate.take(wish())).toEqual({ kind: 'taken', slot });
  });

  test('who comes too early is told when the next one is', async () => {
    const { callRate } = await open();
    await callRate.take(wish({ perSecond: 2 }));
    const wait = { kind: 'wait', until: noon + 500, isServed: false };
    expect(await callRate.take(wish({ at: noon + 499 }))).toEqual(wait);
    expect(await callRate.take(wish({ at: noon + 500 }))).toMatchObject({ kind: 'taken' });
  });

  test('who was refused, however often, delays nobody', async () => {
    const { callRate } = await open();
    await callRate.take(wish());
    for (let n = 0; n < 100; n++) await callRate.take(wish({ at: noon + 10 }));
    expect(await callRate.take(wish({ at: noon + second }))).toMatchObject({ kind: 'taken' });
  });

  test('a rate that does not divide a second is kept over many slots that are taken a little late', async () => {
    const { callRate } = await open();
    let at = noon;
    for (let n = 0; n < 30; n++) at = nextOf(await callRate.take(wish({ perSecond: 3, at }))) + 5;
    expect(at - noon).toBeGreaterThanOrEqual(10 * second);
    expect(at - noon).toBeLessThan(10 * second + 200);
  });

  test('unused moments are not saved up', async () => {
    const { callRate } = await open();
    await callRate.take(wish());
    const at = noon + 60 * second;
    expect(nextOf(await callRate.take(wish({ at })))).toBe(at + second);
    expect(await callRate.take(wish({ at }))).toMatchObject({ kind: 'wait' });
  });

  test('of many who ask at the same time one is given the slot', async () => {
    const { callRate } = await open();
    const answers = await Promise.all(Array.from({ length: 50 }, () => callRate.take(wish())));
    expect(answers.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
  });

  test('a slot that is given back is anybody’s again', async () => {
    const { callRate } = await open();
    await giveBack(callRate, await callRate.take(wish()));
    expect(await callRate.take(wish({ at: noon + 1 }))).toMatchObject({ kind: 'taken' });
  });

  test('giving a slot back does not free one that was taken after it', async () => {
    const { callRate } = await open();
    const first = await callRate.take(wish());
    await callRate.take(wish({ at: noon + second }));
    await giveBack(callRate, first);
    expect(await callRate.take(wish({ at: noon + second + 1 }))).toMatchObject({ kind: 'wait' });
  });

  describe('while others wait in line', () => {
    const until = noon + 10 * second;

    test('one serves them', async () => {
      const { callRate } = await open();
      const joining = Array.from({ length: 20 }, () => callRate.joinLine(noon, until));
      expect((await Promise.all(joining)).filter((it) => it)).toHaveLength(1);
    });

    test('a newcomer is refused, the line and a person are not', async () => {
      const { callRate } = await open();
      await callRate.joinLine(noon, until);
      const wait = { kind: 'wait', until: noon, isServed: true };
      expect(await callRate.take(wish())).toEqual(wait);
      expect(await callRate.take(wish({ by: 'person' }))).toMatchObject({ kind: 'taken' });
      const later = wish({ by: 'line', at: noon + second });
      expect(await callRate.take(later)).toMatchObject({ kind: 'taken' });
      expect(await callRate.take(wish({ at: noon + 3 * second }))).toMatchObject({ kind: 'wait' });
    });

    test('who serves it goes on by taking slots, and counts as dead when they take none', async () => {
      const { callRate } = await open();
      await callRate.joinLine(noon, until);
      await callRate.take(wish({ by: 'line', at: until - 1 }));
      expect(await callRate.joinLine(until, until + second)).toBe(false);
      const dead = until + second + 10 * second;
      expect(await callRate.take(wish({ at: dead }))).toMatchObject({ kind: 'taken' });
      expect(await callRate.joinLine(dead, dead + second)).toBe(true);
    });

    test('newcomers are served at once when it is over', async () => {
      const { callRate } = await open();
      await callRate.joinLine(noon, until);
      await callRate.leaveLine();
      await callRate.leaveLine();
      expect(await callRate.take(wish())).toMatchObject({ kind: 'taken' });
    });
  });
}

function nextOf(answer: SlotAnswer): number {
  if (answer.kind !== 'taken') throw new Error(`expected a slot, got ${answer.kind}`);
  return Math.ceil(answer.slot.nextAt);
}

async function giveBack(callRate: CallRate, answer: SlotAnswer): Promise<void> {
  if (answer.kind === 'taken') await callRate.giveBack(answer.slot);
}
