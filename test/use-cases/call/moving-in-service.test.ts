import { operatorWaiting, type Scene } from '../../support/scenarios.ts';

const toldMoved = { kind: 'tell', message: 'moved', tongue: { language: 'en' } };

/** What the operator hears when they come back from the silence before the promised second. */
async function onTheSecond({ centre, call }: Scene) {
  await centre.world.clock.advanceTo(Date.parse('2026-11-23T10:29:59.500Z'));
  const step = call.comesBack();
  await centre.world.clock.advanceTo(Date.parse('2026-11-23T10:30:00.500Z'));
  return step;
}

describe('a time that is written while the row stays at 11', () => {
  test('before the customer is dialled is when they are called', async () => {
    const scene = await operatorWaiting();
    const { centre, call } = scene;
    centre.write(17, { time_callback: '12:00' });
    await centre.follow();
    expect(await onTheSecond(scene)).toEqual(toldMoved);
    await call.operatorIs('completed');
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '12:00:00' });
    await centre.runUntil('2026-11-23T11:00:00Z');
    expect(centre.dialler.rung).toHaveLength(1);
    await centre.runUntil('2026-11-23T12:00:00Z');
    expect(centre.dialler.rung).toHaveLength(2);
    const [moved, next] = centre.attempts(17);
    expect(next?.promisedAt).toBeGreaterThan(moved?.promisedAt ?? 0);
  });

  test('minutes count from when they were written', async () => {
    const scene = await operatorWaiting();
    scene.centre.write(17, { callaftermin: 60 });
    await scene.centre.follow();
    await onTheSecond(scene);
    await scene.call.operatorIs('completed');
    await scene.centre.follow();
    expect(scene.centre.row(17)).toMatchObject({ status: 10, time_callback: '11:29:51' });
  });

  test('that makes no sense is refused, and nobody is called', async () => {
    const scene = await operatorWaiting();
    const { centre, call } = scene;
    centre.write(17, { time_callback: 'noon' });
    await centre.follow();
    await onTheSecond(scene);
    await call.operatorIs('completed');
    await centre.follow();
    expect(centre.row(17)).toMatchObject({
      status: 10,
      time_callback: 'noon',
      _problem: expect.stringContaining('time_callback must be'),
    });
    await centre.runUntil('2026-11-23T11:00:00Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });
});
