import type { CallCentre } from '../../support/call-centre.ts';
import { operatorRinging, talking } from '../../support/scenarios.ts';

describe('wrap-up', () => {
  async function talked(setting = {}): Promise<CallCentre> {
    const { centre, call } = await talking({ open: { task: setting } });
    await centre.runUntil('2026-11-23T10:31:00Z');
    await call.customerIs('completed', 54);
    await centre.runUntil('2026-11-23T10:31:02Z');
    await call.operatorIs('completed');
    return centre;
  }
  const freeAt = async (centre: CallCentre) => {
    const [lock] = await centre.world.attempts.locks(['operator:anna']);
    return lock?.freeAt === undefined ? undefined : new Date(lock.freeAt).toISOString();
  };

  test('runs from the end of the operator’s leg, and its end stands in their lock', async () => {
    expect(await freeAt(await talked())).toBe('2026-11-23T10:31:32.000Z');
    expect(await freeAt(await talked({ wrapUpSeconds: 0 }))).toBe('2026-11-23T10:31:02.000Z');
  });

  test('ends when they say done', async () => {
    const centre = await talked();
    await centre.world.attempts.endWrapUp('operator:anna', centre.world.clock.now());
    expect(await freeAt(centre)).toBe('2026-11-23T10:31:02.000Z');
  });

  test('is none where no customer was dialled for them', async () => {
    const { centre, call } = await operatorRinging();
    await call.operatorIs('busy');
    expect(await freeAt(centre)).toBe('2026-11-23T10:29:46.000Z');
  });

  test('does not begin while they are on the line', async () => {
    const { centre, call } = await talking();
    await call.customerIs('completed', 20);
    await centre.runUntil('2026-11-23T10:35:00Z');
    expect(await freeAt(centre)).toBeUndefined();
  });
});
