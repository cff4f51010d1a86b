/**
 * The class that a CommonJS module of the SDK, compiled from ESM, exports by default. Node and
 * esbuild hand out the module's `exports` object as its default; a loader that honours
 * `__esModule` (as under Jest) hands out the export itself.
 *
 * The SDK makes no promise about its deep paths. @throws where there is no class, with what to do
 */
export function defaultExport<T extends object>(imported: { default: T }): T {
  const found = imported.default ?? (imported as unknown as T);
  if (typeof found === 'function') return found;
  throw new Error(
    `The parts of twilio 6.2.0 are classes, this one is ${typeof found}: install twilio 6.2.0 ` +
      '(npm ci), or fit lambdas/adapters/twilio to the new version.',
  );
}
