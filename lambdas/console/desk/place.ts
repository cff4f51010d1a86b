import { signal } from '@preact/signals';
import type { RowKey } from '../../contract/instant.ts';

/** What the middle of the desk shows. */
export type Place =
  | { at: 'home' }
  | { at: 'call'; attempt: string }
  /** `preview`: the next row of a task that was never called. */
  | { at: 'row'; row: RowKey; preview: boolean };

export const place = signal<Place>({ at: 'home' });

export function goTo(next: Place): void {
  place.value = next;
}
