import type { CallView, PhoneView, TextView } from '../phones/phones-feed.ts';
import type { PhoneCommand } from '../phones-socket.ts';
import { behaviourText } from './behaviour-text.ts';
import { el, icon, setText } from './dom.ts';
import { Keypad } from './keypad.ts';
import { TextList } from './text-list.ts';
import { clockText, durationText } from './time-text.ts';
import { Transcript } from './transcript.ts';

export interface CardActions {
  order: (command: PhoneCommand) => void;
  configure: (phone: PhoneView) => void;
  dial: (phone: PhoneView) => void;
}

type CardButtons = Record<'answer' | 'decline' | 'hangUp' | 'keys' | 'dial', HTMLButtonElement>;
type CardState = 'idle' | 'ringing' | 'calling' | 'talking';

/** One virtual phone: its state, its buttons, its keypad, and the words that were spoken to it. */
export class PhoneCard {
  readonly element: HTMLElement;
  #phone: PhoneView;
  #call: CallView | undefined;
  #state: CardState = 'idle';
  readonly #actions: CardActions;
  readonly #title = el('h2');
  readonly #habit = el('p', { class: 'habit' });
  readonly #status = el('p', { class: 'status', role: 'status' });
  readonly #display = el('p', { class: 'display' });
  readonly #timer = el('p', { class: 'timer' });
  readonly #others = el('p', { class: 'others', hidden: true });
  readonly #transcript = new Transcript();
  readonly #texts = new TextList();
  readonly #keypad: Keypad;
  readonly #buttons: CardButtons;

  constructor(phone: PhoneView, actions: CardActions) {
    this.#phone = phone;
    this.#actions = actions;
    this.#keypad = new Keypad((key) => this.#press(key));
    this.#buttons = this.#makeButtons();
    this.element = this.#build();
    this.element.addEventListener('keydown', (event) => this.#typed(event));
  }

  get state(): CardState {
    return this.#state;
  }

  /** `calls` are this phone's, oldest first; the newest live one is on the display. */
  show(phone: PhoneView, calls: CallView[], texts: readonly TextView[]): void {
    const live = calls.filter(({ endedAt }) => endedAt === null);
    this.#phone = phone;
    this.#call = live.at(-1) ?? calls.at(-1);
    this.#state = stateOf(this.#call);
    this.element.dataset.state = this.#state;
    const { label, owner } = phone;
    this.element.setAttribute('aria-label', `Phone ${owner ?? ''} ${label}`.replace('  ', ' '));
    setText(this.#title, owner ?? label);
    setText(this.#habit, `${owner ? `${label} · ` : ''}${behaviourText(phone)}`);
    setText(this.#status, statusText(this.#state, this.#call));
    setText(this.#display, this.#call?.talksWith ?? this.#call?.display ?? '');
    setText(this.#others, `and ${live.length - 1} more`);
    this.#others.hidden = live.length < 2;
    this.#transcript.show(this.#call);
    this.#texts.show(texts);
    this.#showButtons();
  }

  tick(now: number): void {
    setText(this.#timer, this.#call ? timerText(this.#state, this.#call, now) : '');
  }

  #showButtons(): void {
    const { answer, decline, hangUp, keys, dial } = this.#buttons;
    answer.hidden = this.#state !== 'ringing';
    decline.hidden = this.#state !== 'ringing';
    hangUp.hidden = this.#state !== 'talking' && this.#state !== 'calling';
    keys.hidden = this.#state !== 'talking';
    dial.hidden = this.#state !== 'idle';
    if (this.#state !== 'talking') this.#keypad.close();
    keys.setAttribute('aria-expanded', String(this.#keypad.isOpen));
  }

  #makeButtons(): CardButtons {
    return {
      answer: this.#button('answer', 'handset', 'Answer', () => this.#order('answer')),
      decline: this.#button('decline', 'hang-up', 'Decline', () => this.#order('decline')),
      hangUp: this.#button('hang-up', 'hang-up', 'Hang up', () => this.#order('hangUp')),
      keys: this.#button('quiet', 'keys', 'Keypad', () => {
        this.#keypad.toggle();
        this.#showButtons();
      }),
      dial: this.#button('quiet', 'handset', 'Place a call', () => this.#actions.dial(this.#phone)),
    };
  }

  #button(look: string, symbol: string, ...[text, act]: [string, () => void]): HTMLButtonElement {
    const button = el('button', { type: 'button', class: look }, icon(symbol), text);
    button.addEventListener('click', act);
    return button;
  }

  #build(): HTMLElement {
    const settings = el(
      'button',
      { type: 'button', class: 'tool', title: 'How it behaves' },
      icon('settings'),
    );
    settings.append(el('span', { class: 'unseen' }, `How ${this.#phone.label} behaves`));
    settings.addEventListener('click', () => this.#actions.configure(this.#phone));
    const kind = el('span', { class: 'kind' }, icon(iconOf(this.#phone.address)));
    const { answer, decline, hangUp, keys, dial } = this.#buttons;
    return el(
      'article',
      { class: 'phone', tabindex: '-1' },
      el('header', {}, kind, el('div', {}, this.#title, this.#habit), settings),
      el(
        'div',
        { class: 'screen' },
        el('div', { class: 'caller' }, this.#status, this.#display, this.#others),
        this.#timer,
      ),
      this.#transcript.element,
      this.#texts.element,
      this.#keypad.element,
      el('div', { class: 'actions' }, answer, decline, keys, hangUp, dial),
    );
  }

  #order(what: 'answer' | 'decline' | 'hangUp'): void {
    if (!this.#call) return;
    this.#actions.order({ do: what, sid: this.#call.sid });
    this.element.focus({ preventScroll: true });
  }

  #press(key: string): void {
    if (this.#call && this.#state === 'talking')
      this.#actions.order({ do: 'press', sid: this.#call.sid, key });
  }

  /** Keys of the keyboard are keys of the phone that has the focus. */
  #typed(event: KeyboardEvent): void {
    if (!/^[0-9*#]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    this.#keypad.flash(event.key);
    this.#press(event.key);
  }
}

function stateOf(call: CallView | undefined): CardState {
  if (!call || call.endedAt !== null) return 'idle';
  if (call.status === 'in-progress') return 'talking';
  return call.isIncoming ? 'ringing' : 'calling';
}

function statusText(state: CardState, call: CallView | undefined): string {
  if (!call) return 'No calls yet';
  if (state === 'ringing') return call.status === 'queued' ? 'About to ring' : 'Incoming call';
  if (state === 'calling') return 'Calling';
  if (state === 'talking' && call.isHeld) return 'On hold';
  if (state === 'talking') return call.talksWith ? 'Talking with' : 'In a call';
  return endings[call.status] ?? 'Last call';
}

const endings: Partial<Record<CallView['status'], string>> = {
  completed: 'Last call',
  busy: 'Call not taken',
  'no-answer': 'Missed call',
  canceled: 'The caller gave up',
  failed: 'The call failed',
};

function timerText(state: CardState, call: CallView, now: number): string {
  if (state === 'talking') return durationText(now - (call.answeredAt ?? now));
  if (state === 'ringing' || state === 'calling') return durationText(now - call.createdAt);
  return clockText(call.endedAt ?? call.createdAt);
}

function iconOf(address: string): string {
  if (address.startsWith('client:')) return 'headset';
  return address.startsWith('sip') ? 'desk-phone' : 'handset';
}
