import { defaultExport } from '../../lambdas/adapters/twilio/default-export.ts';

class Part {}

test('finds the class behind a default export', () => {
  expect(defaultExport({ default: Part })).toBe(Part);
});

test('finds the class that a loader hands out itself', () => {
  expect(defaultExport(Part as never)).toBe(Part);
});

test('refuses an SDK whose part is no class, with what to do', () => {
  expect(() => defaultExport({ default: { Part } })).toThrow(
    'The parts of twilio 6.2.0 are classes, this one is object: install twilio 6.2.0 (npm ci), or fit lambdas/adapters/twilio to the new version.',
  );
});
