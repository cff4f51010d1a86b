import type { OpenStore } from './store.ts';

export function checkpointsContract(open: OpenStore): void {
  test('a sweep finds the place that it kept last, and no other sweep’s', async () => {
    const { checkpoints } = await open();
    expect(await checkpoints.read('patrol')).toBeUndefined();
    await checkpoints.keep('patrol', '{"Id": 17}');
    await checkpoints.keep('another', '{"Id": 1}');
    await checkpoints.keep('patrol', '{"Id": 18}');
    expect(await checkpoints.read('patrol')).toBe('{"Id": 18}');
  });

  test('a sweep that came to the end begins anew', async () => {
    const { checkpoints } = await open();
    await checkpoints.keep('patrol', '{"Id": 17}');
    await checkpoints.keep('patrol', undefined);
    expect(await checkpoints.read('patrol')).toBeUndefined();
  });
}
