import type { CallView } from '../phones/phones-feed.ts';
import { el, icon } from './dom.ts';
import { clockText } from './time-text.ts';

/** What passed on a call, line by line; only new lines are drawn. */
export class Transcript {
  readonly element = el('ol', {
    class: 'transcript',
    'aria-live': 'polite',
    'aria-label': 'What was heard',
    tabindex: '0',
  });
  #sid = '';
  #drawn = 0;

  show(call: CallView | undefined): void {
    if (call?.sid !== this.#sid) {
      this.element.replaceChildren();
      this.#sid = call?.sid ?? '';
      this.#drawn = 0;
    }
    const lines = call?.transcript.slice(this.#drawn) ?? [];
    for (const line of lines) this.element.append(lineElement(line));
    this.#drawn += lines.length;
    this.element.hidden = this.#drawn === 0;
    // A new card is not laid out yet.
    if (lines.length > 0)
      requestAnimationFrame(() => this.element.scrollTo({ top: this.element.scrollHeight }));
  }
}

function lineElement({ at, kind, text }: CallView['transcript'][number]): HTMLElement {
  const content = kind === 'said' ? [text] : [icon(kind === 'pressed' ? 'keys' : 'bell'), text];
  const label = { said: 'Heard', pressed: 'Pressed', played: 'Sound' }[kind];
  return el(
    'li',
    { class: kind },
    el('span', { class: 'unseen' }, `${label}: `),
    el('p', {}, ...content),
    el('time', { datetime: new Date(at).toISOString() }, clockText(at)),
  );
}
