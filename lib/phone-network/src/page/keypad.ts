import { el } from './dom.ts';

const rows = ['123', '456', '789', '*0#'];
const letters: Record<string, string> = {
  '2': 'ABC',
  '3': 'DEF',
  '4': 'GHI',
  '5': 'JKL',
  '6': 'MNO',
  '7': 'PQRS',
  '8': 'TUV',
  '9': 'WXYZ',
  '0': '+',
};
const names: Record<string, string> = { '*': 'Star', '#': 'Hash' };
const flashMilliseconds = 150;

/** The twelve keys of a phone. */
export class Keypad {
  readonly element: HTMLElement;
  readonly #keys = new Map<string, HTMLButtonElement>();

  constructor(press: (key: string) => void) {
    for (const key of rows.join('')) this.#keys.set(key, keyButton(key, press));
    this.element = el(
      'div',
      { class: 'keypad', role: 'group', 'aria-label': 'Keypad', hidden: true },
      ...this.#keys.values(),
    );
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  toggle(): void {
    this.element.hidden = this.isOpen;
  }

  close(): void {
    this.element.hidden = true;
  }

  /** Shows that a key was pressed on the keyboard. */
  flash(key: string): void {
    const button = this.#keys.get(key);
    button?.classList.add('pressed');
    setTimeout(() => button?.classList.remove('pressed'), flashMilliseconds);
  }
}

function keyButton(key: string, press: (key: string) => void): HTMLButtonElement {
  const button = el(
    'button',
    { type: 'button', 'aria-label': names[key] ?? key },
    key,
    el('small', {}, letters[key] ?? ''),
  );
  button.addEventListener('click', () => press(key));
  return button;
}
