import type { FeedUpdate, PhoneView } from '../phones/phones-feed.ts';
import { byId, closeByButton, el, setText } from './dom.ts';
import { sendJson } from './network-link.ts';
import { readAddress } from './read-address.ts';

const help = {
  ownPhone: 'Whatever the phone dials: its app or SIP domain decides',
  phone: 'One of the call centre’s numbers',
} as const;

/** Places a call: from a phone to one of the account's numbers, from a browser or SIP phone to anywhere. */
export class DialDialog {
  readonly #dialog = byId<HTMLDialogElement>('dial');
  readonly #form = this.#dialog.querySelector('form') as HTMLFormElement;
  readonly #refusal = this.#dialog.querySelector('.refusal') as HTMLElement;
  readonly #phones = new Map<string, string>();
  #numbers: FeedUpdate['numbers'] = [];

  constructor() {
    closeByButton(this.#dialog);
    this.#input('from').addEventListener('input', () => this.#suit());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#call();
    });
  }

  offer({ numbers, phones }: FeedUpdate): void {
    this.#numbers = numbers;
    for (const { address, label } of phones) this.#phones.set(address, label);
  }

  /** Without a phone, from any. */
  open(phone?: PhoneView): void {
    this.#form.reset();
    setText(byId('dial-title'), phone ? `Call from ${phone.label}` : 'Place a call');
    setText(this.#refusal, '');
    this.#input('from').value = phone?.address ?? '';
    const phones = [...this.#phones];
    byId('dial-phones').replaceChildren(...phones.map(([value, label]) => option(value, label)));
    byId('dial-numbers').replaceChildren(
      ...this.#numbers.map(({ number, label, takesCalls }) =>
        option(number, takesCalls ? label : `${label} (no voice URL)`),
      ),
    );
    this.#suit();
    this.#dialog.showModal();
    this.#input(phone ? 'to' : 'from').focus();
  }

  /** A phone has not many numbers to call here: the first is proposed. */
  #suit(): void {
    const isOwnPhone = /^(?:client|sips?):/.test(this.#input('from').value.trim());
    setText(byId('dial-help'), isOwnPhone ? help.ownPhone : help.phone);
    const to = this.#input('to');
    const proposal = this.#numbers.find(({ takesCalls }) => takesCalls)?.number ?? '';
    if (isOwnPhone && to.value === proposal) to.value = '';
    else if (!isOwnPhone && to.value === '') to.value = proposal;
  }

  async #call(): Promise<void> {
    const presses = this.#input('presses')
      .value.split(/[\s,]+/)
      .filter((keys) => keys !== '');
    const refusal = await sendJson('POST', '/phones/dial', {
      from: readAddress(this.#input('from').value),
      to: readAddress(this.#input('to').value),
      ...(presses.length > 0 && { presses }),
    });
    setText(this.#refusal, refusal ?? '');
    if (refusal === null) this.#dialog.close();
  }

  #input(name: string): HTMLInputElement {
    return this.#form.querySelector(`[name=${name}]`) as HTMLInputElement;
  }
}

function option(value: string, label: string): HTMLOptionElement {
  return el('option', { value }, label);
}
