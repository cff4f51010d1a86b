import type { PhoneView } from '../phones/phones-feed.ts';
import { byId, closeByButton, setText } from './dom.ts';
import { sendJson } from './network-link.ts';
import { readAddress } from './read-address.ts';

const forNewPhones = {
  answer: 'manual',
  afterSeconds: 1,
  hangUpAfterSeconds: null,
  presses: '',
} as const;

/** Adds a phone, or changes how one takes its calls. */
export class BehaviourDialog {
  readonly #dialog = byId<HTMLDialogElement>('behaviour');
  readonly #form = this.#dialog.querySelector('form') as HTMLFormElement;
  readonly #refusal = this.#dialog.querySelector('.refusal') as HTMLElement;
  #address: string | null = null;

  constructor() {
    closeByButton(this.#dialog);
    this.#form.addEventListener('change', () => this.#showDetails());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#save();
    });
  }

  /** Without a phone, for a new one. */
  open(phone?: PhoneView): void {
    this.#address = phone?.address ?? null;
    const { answer, afterSeconds, hangUpAfterSeconds, presses } = phone ?? forNewPhones;
    this.#form.reset();
    setText(byId('behaviour-title'), phone?.label ?? 'Add a phone');
    setText(this.#refusal, '');
    byId('address-field').hidden = phone !== undefined;
    this.#input('address').disabled = phone !== undefined;
    this.#radio(answer).checked = true;
    this.#input('afterSeconds').value = String(afterSeconds);
    this.#input('hangUpAfterSeconds').value =
      hangUpAfterSeconds === null ? '' : String(hangUpAfterSeconds);
    this.#input('presses').value = [presses].flat().join(' ');
    this.#showDetails();
    this.#dialog.showModal();
    if (phone) this.#radio(answer).focus();
  }

  async #save(): Promise<void> {
    const form = new FormData(this.#form);
    const address = this.#address ?? readAddress(String(form.get('address')));
    const hangUpAfter = String(form.get('hangUpAfterSeconds') ?? '');
    const refusal = await sendJson('PUT', `/local/phones/${encodeURIComponent(address)}`, {
      answer: form.get('answer'),
      afterSeconds: Number(form.get('afterSeconds') ?? forNewPhones.afterSeconds),
      hangUpAfterSeconds: hangUpAfter === '' ? null : Number(hangUpAfter),
      presses: keysIn(String(form.get('presses') ?? '')),
    });
    setText(this.#refusal, refusal ?? '');
    if (refusal === null) this.#dialog.close();
  }

  /** Only what means something for the chosen answer. */
  #showDetails(): void {
    const answer = String(new FormData(this.#form).get('answer'));
    for (const field of this.#form.querySelectorAll<HTMLElement>('[data-for]')) {
      field.hidden = !field.dataset.for?.split(' ').includes(answer);
      for (const input of field.querySelectorAll('input')) input.disabled = field.hidden;
    }
  }

  #input(name: string): HTMLInputElement {
    return this.#form.querySelector(`[name=${name}]`) as HTMLInputElement;
  }

  #radio(answer: string): HTMLInputElement {
    return this.#form.querySelector(`[value=${answer}]`) as HTMLInputElement;
  }
}

/** Several groups are pressed in turn. */
function keysIn(text: string): string | string[] {
  const groups = text.split(/[\s,]+/).filter((keys) => keys !== '');
  return groups.length > 1 ? groups : (groups[0] ?? '');
}
