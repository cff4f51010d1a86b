import { draftKeys, forgetKept, keep, readKept } from '../../lambdas/console/browser/remembered.ts';

/** A browser's storage: what is kept are its own properties. */
function openStorage(): void {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  Object.assign(globalThis, { localStorage: Object.create(methods) });
}

test('answers that were not sent are forgotten, choices are not', () => {
  openStorage();
  keep(`${draftKeys}demo.17.a1`, '{"run": "the customer told me"}');
  keep('callback-center:theme', 'dark');
  forgetKept(draftKeys);
  expect(readKept(`${draftKeys}demo.17.a1`)).toBeUndefined();
  expect(readKept('callback-center:theme')).toBe('dark');
  expect(JSON.stringify(globalThis.localStorage)).not.toContain('customer');
});
