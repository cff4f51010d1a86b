/**
 * The default export of a CommonJS module that was compiled from ESM. Node and esbuild hand out
 * the module's `exports` object as its default; a loader that honours `__esModule` (as under
 * Jest) hands out the export itself.
 */
export function defaultExport<T>(imported: { default: T }): T {
  return imported.default ?? (imported as unknown as T);
}
