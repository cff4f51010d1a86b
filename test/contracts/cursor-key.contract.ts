import type { CursorKey } from '../../lambdas/ports/records/cursor-key.ts';

/** @param open twice for one store: as two functions that know nothing of each other */
export function cursorKeyContract(open: () => Promise<[CursorKey, CursorKey]>): void {
  describe('the key of cursors', () => {
    test('is one for all who ask, also when they ask at once', async () => {
      const [one, other] = await open();
      const keys = await Promise.all([one.read(), other.read()]);
      expect(keys[0]).toHaveLength(32);
      expect(Buffer.from(keys[1] ?? []).equals(Buffer.from(keys[0] ?? []))).toBe(true);
      expect(Buffer.from(await one.read()).equals(Buffer.from(keys[0] ?? []))).toBe(true);
    });
  });
}
