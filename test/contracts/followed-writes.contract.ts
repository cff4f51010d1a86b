import type { OpenStore } from './store.ts';

export function followedWritesContract(open: OpenStore): void {
  const row = { task: 'demo', Id: 17 };

  test('a write is the first, then the same again, then overtaken', async () => {
    const { followedWrites } = await open();
    expect(await followedWrites.note(row, '9')).toBe('first');
    expect(await followedWrites.note(row, '9')).toBe('again');
    expect(await followedWrites.note(row, '10')).toBe('first');
    expect(await followedWrites.note(row, '9')).toBe('overtaken');
    expect(await followedWrites.note(row, '10')).toBe('again');
  });

  test('sequence numbers are as long as the stream makes them', async () => {
    const { followedWrites } = await open();
    const place = '111111111111111111111111111111111111110';
    expect(await followedWrites.note(row, `${place}1`)).toBe('first');
    expect(await followedWrites.note(row, `${place}2`)).toBe('first');
    expect(await followedWrites.note(row, `${place}1`)).toBe('overtaken');
  });

  test('one that could not be followed is the first when it comes again, if no later one was', async () => {
    const { followedWrites } = await open();
    await followedWrites.note(row, '9');
    await followedWrites.forget(row, '9');
    expect(await followedWrites.note(row, '9')).toBe('first');
    await followedWrites.note(row, '10');
    await followedWrites.forget(row, '9');
    expect(await followedWrites.note(row, '9')).toBe('overtaken');
  });

  test('rows do not get in each other’s way', async () => {
    const { followedWrites } = await open();
    expect(await followedWrites.note(row, '10')).toBe('first');
    expect(await followedWrites.note({ task: 'demo', Id: 18 }, '9')).toBe('first');
  });
}
