import type { TextView } from '../phones/phones-feed.ts';
import { el } from './dom.ts';
import { clockText } from './time-text.ts';

/** The texts that came to a phone, the oldest first. */
export class TextList {
  readonly element = el('ol', { class: 'texts', 'aria-label': 'Texts', hidden: true });
  #drawn = '';

  show(texts: readonly TextView[]): void {
    const drawn = texts.map(({ sid }) => sid).join();
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.element.hidden = texts.length === 0;
    this.element.replaceChildren(...texts.map(textElement));
  }
}

function textElement({ from, at, body }: TextView): HTMLElement {
  const time = el('time', { datetime: new Date(at).toISOString() }, clockText(at));
  return el('li', {}, el('p', { class: 'sender' }, `Text from ${from}`, time), el('p', {}, body));
}
