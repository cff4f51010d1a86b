import { signal } from '@preact/signals';
import { chooseFromAfar } from '../form/form-keys.ts';
import { keys } from './key-list.ts';

/** Whether the list of keys is shown. */
export const isKeyListOpen = signal(false);

/**
 * A key presses the button that says so: what cannot be done now has no button, or one that is off. The
 * place of a key on the keyboard counts, so that they are the same in each language; what is returned
 * ends it.
 */
export function followKeys(): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.key === '?' && !isTyping(event.target)) {
      isKeyListOpen.value = true;
      event.preventDefault();
    }
    if (!isAltAlone(event) || event.repeat || document.querySelector('dialog[open]')) return;
    const button = buttonFor(event.code);
    button?.click();
    if (button || chooseFromAfar(event)) event.preventDefault();
  };
  document.addEventListener('keydown', hear);
  return () => document.removeEventListener('keydown', hear);
}

/** The right Alt key, which writes letters, comes with Ctrl. */
function isAltAlone({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey && !ctrlKey && !metaKey && !shiftKey;
}

function buttonFor(code: string): HTMLElement | undefined {
  const name = Object.values(keys).find((it) => `Key${it.at(-1)}` === code);
  const found = document.querySelectorAll<HTMLButtonElement>(`[aria-keyshortcuts="${name}"]`);
  return [...found].find((it) => !it.disabled);
}

function isTyping(target: EventTarget | null): boolean {
  return (target as HTMLElement | null)?.closest('input, textarea, select, dialog') != null;
}
