import type { FeedUpdate, PhoneView } from '../phones-feed.ts';
import { byId, closeByButton, el, setText } from './dom.ts';
import { sendJson } from './network-link.ts';

/** Places a call from a phone to one of the account's numbers. */
export class DialDialog {
  readonly #dialog = byId<HTMLDialogElement>('dial');
  readonly #form = this.#dialog.querySelector('form') as HTMLFormElement;
  readonly #refusal = this.#dialog.querySelector('.refusal') as HTMLElement;
  readonly #select = this.#dialog.querySelector('select') as HTMLSelectElement;
  #from = '';
  #numbers: FeedUpdate['numbers'] = [];

  constructor() {
    closeByButton(this.#dialog);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#call();
    });
  }

  offer(numbers: FeedUpdate['numbers']): void {
    this.#numbers = numbers;
  }

  open(phone: PhoneView): void {
    this.#from = phone.address;
    setText(byId('dial-title'), `Call from ${phone.label}`);
    setText(this.#refusal, '');
    this.#select.replaceChildren(
      ...this.#numbers.map(({ number, label, takesCalls }) =>
        el('option', { value: number }, takesCalls ? label : `${label} (no voice URL)`),
      ),
    );
    this.#dialog.showModal();
  }

  async #call(): Promise<void> {
    const refusal = await sendJson('POST', '/phones/dial', {
      from: this.#from,
      to: this.#select.value,
    });
    setText(this.#refusal, refusal ?? '');
    if (refusal === null) this.#dialog.close();
  }
}
