import { effect, type Signal, signal } from '@preact/signals';

/** A choice that this browser remembers. Storage that is closed to the page costs only the memory. */
export function remembered<Value extends string>(
  name: string,
  allowed: readonly Value[],
  otherwise: Value,
): Signal<Value> {
  const key = `callback-center:${name}`;
  const kept = readKept(key) as Value | undefined;
  const choice = signal(kept !== undefined && allowed.includes(kept) ? kept : otherwise);
  let first = true;
  effect(() => {
    const { value } = choice;
    if (!first) keep(key, value);
    first = false;
  });
  return choice;
}

export function readKept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
}

/** Where answers are kept that have not reached the server; who signs out leaves none behind. */
export const draftKeys = 'callback-center:draft:';

/** All that is kept under names which begin so. */
export function forgetKept(prefix: string): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
