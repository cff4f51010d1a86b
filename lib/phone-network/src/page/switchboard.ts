import type { CallView, FeedUpdate, PhoneView, TextView } from '../phones/phones-feed.ts';
import { byId, setText } from './dom.ts';
import { type CardActions, PhoneCard } from './phone-card.ts';

const mostCards = 60;
const callsKeptPerPhone = 5;
const textsKeptPerPhone = 5;

/** Every phone that the page knows, and the cards of those that are to be seen. */
export class Switchboard {
  readonly #phones = new Map<string, PhoneView>();
  readonly #calls = new Map<string, CallView[]>();
  readonly #texts = new Map<string, TextView[]>();
  readonly #cards = new Map<string, PhoneCard>();
  readonly #actions: CardActions;
  #search = '';
  #isBusyOnly = false;

  constructor(actions: CardActions) {
    this.#actions = actions;
  }

  take({ phones, calls, texts }: FeedUpdate): void {
    for (const phone of phones) this.#phones.set(phone.address, phone);
    for (const { phone } of [...calls, ...texts]) this.#seeFirst(phone);
    for (const call of calls) this.#takeCall(call);
    for (const text of texts) this.#takeText(text);
  }

  find(text: string): void {
    this.#search = text.toLowerCase().replace(/[\s()]/g, '');
  }

  showBusyOnly(isBusyOnly: boolean): void {
    this.#isBusyOnly = isBusyOnly;
  }

  draw(now: number): void {
    const wanted = this.#wanted();
    const shown = wanted.slice(0, mostCards);
    const cards = shown.map((phone) => this.#card(phone));
    this.#place(cards.map(({ element }) => element));
    for (const card of cards) card.tick(now);
    const hidden = wanted.length - shown.length;
    byId('more').hidden = hidden === 0;
    setText(byId('more'), `${hidden} more. Search to find them.`);
    this.#drawEmptiness(shown.length === 0);
  }

  inUse(): number {
    return [...this.#phones.keys()].filter((address) => this.#isBusy(address)).length;
  }

  ringing(): number {
    const isRinging = ({ isIncoming, status }: CallView) => isIncoming && status === 'ringing';
    return [...this.#calls.values()].flat().filter(isRinging).length;
  }

  /** A phone of which only the name was known is seen with its first call or text. */
  #seeFirst(address: string): void {
    const phone = this.#phones.get(address);
    if (!phone || this.#calls.has(address) || this.#texts.has(address)) return;
    this.#phones.delete(address);
    this.#phones.set(address, phone);
  }

  #takeCall(call: CallView): void {
    const calls = this.#calls.get(call.phone) ?? [];
    const index = calls.findIndex(({ sid }) => sid === call.sid);
    if (index < 0) calls.push(call);
    else calls[index] = call;
    while (calls.length > callsKeptPerPhone) {
      const oldest = calls.findIndex(({ endedAt }) => endedAt !== null);
      calls.splice(Math.max(oldest, 0), 1);
    }
    this.#calls.set(call.phone, calls);
  }

  /** After a break of the line all come again. */
  #takeText(text: TextView): void {
    const others = (this.#texts.get(text.phone) ?? []).filter(({ sid }) => sid !== text.sid);
    this.#texts.set(text.phone, [...others, text].slice(-textsKeptPerPhone));
  }

  /** Phones that somebody set or holds stay at the top in their order; of the others, the one seen last comes first. */
  #wanted(): PhoneView[] {
    const all = [...this.#phones.values()];
    const isOnTop = ({ isSet, isHeld }: PhoneView) => isSet || isHeld;
    const others = all.filter((phone) => !isOnTop(phone));
    const ordered = [...all.filter(isOnTop), ...others.reverse()];
    return ordered.filter(({ address, label, owner = '' }) => {
      const isFound = `${address} ${label} ${owner}`
        .toLowerCase()
        .replace(/[\s()]/g, '')
        .includes(this.#search);
      return isFound && (!this.#isBusyOnly || this.#isBusy(address));
    });
  }

  #isBusy(address: string): boolean {
    return this.#calls.get(address)?.some(({ endedAt }) => endedAt === null) ?? false;
  }

  #card(phone: PhoneView): PhoneCard {
    const card = this.#cards.get(phone.address) ?? new PhoneCard(phone, this.#actions);
    this.#cards.set(phone.address, card);
    const { address } = phone;
    card.show(phone, this.#calls.get(address) ?? [], this.#texts.get(address) ?? []);
    return card;
  }

  /** Moves only what is out of place: a card that is moved loses the focus. */
  #place(elements: HTMLElement[]): void {
    const parent = byId('phones');
    for (const child of [...parent.children])
      if (!elements.includes(child as HTMLElement)) child.remove();
    elements.forEach((element, index) => {
      if (parent.children[index] !== element)
        parent.insertBefore(element, parent.children[index] ?? null);
    });
  }

  #drawEmptiness(isEmpty: boolean): void {
    byId('empty').hidden = !isEmpty;
    const isFiltered = this.#phones.size > 0;
    setText(byId('empty-title'), isFiltered ? 'No phone to show' : 'No phone has rung yet');
    setText(
      byId('empty-text'),
      isFiltered
        ? 'None is found or in use just now.'
        : 'Every phone that the call centre dials appears here. Add one to pick it up yourself.',
    );
  }
}
