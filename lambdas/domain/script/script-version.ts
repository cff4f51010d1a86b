import type { Script } from './script.ts';

/** Whether both lead through the same dialog. The order of an object's keys says nothing. */
export function isSameScript(a: Script, b: Script): boolean {
  return canonical(contentOf(a)) === canonical(contentOf(b));
}

/** Without what a stored version has besides. */
export function contentOf({ title, start, steps }: Script): Script {
  return { title, start, steps };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, it: unknown) => (isPlain(it) ? sorted(it) : it));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
