import { BehaviourDialog } from './behaviour-dialog.ts';
import { DialDialog } from './dial-dialog.ts';
import { byId, setText } from './dom.ts';
import { type LinkState, NetworkLink } from './network-link.ts';
import { Ringer } from './ringer.ts';
import { Switchboard } from './switchboard.ts';
import { followTheme } from './theme.ts';

const tickMilliseconds = 250;
const linkTexts: Record<LinkState, string> = {
  waiting: 'Connecting',
  connected: 'Connected',
  lost: 'Reconnecting',
};

const behaviour = new BehaviourDialog();
const dial = new DialDialog();
const ringer = new Ringer();
/** How far the network's clock is ahead of this one. */
let clockLead = 0;
let isDrawPlanned = false;

const link = new NetworkLink(
  (update) => {
    clockLead = update.now - Date.now();
    dial.offer(update);
    switchboard.take(update);
    planDraw();
  },
  (state) => {
    byId('link').dataset.state = state;
    setText(byId('link'), linkTexts[state]);
  },
);

const switchboard = new Switchboard({
  order: (command) => link.order(command),
  configure: (phone) => behaviour.open(phone),
  dial: (phone) => dial.open(phone),
});

/** Many updates, one picture. */
function planDraw(): void {
  if (isDrawPlanned) return;
  isDrawPlanned = true;
  requestAnimationFrame(() => {
    isDrawPlanned = false;
    draw();
  });
}

function draw(): void {
  switchboard.draw(Date.now() + clockLead);
  const ringing = switchboard.ringing();
  ringer.ringWhile(ringing > 0);
  setText(byId('in-use'), String(switchboard.inUse()));
  document.title = ringing > 0 ? `(${ringing}) Phones` : 'Phones';
}

byId('add').addEventListener('click', () => behaviour.open());
byId('call').addEventListener('click', () => dial.open());
byId('sound').addEventListener('click', () => {
  const isOn = ringer.toggle();
  byId('sound').setAttribute('aria-pressed', String(isOn));
  byId('sound')
    .querySelector('use')
    ?.setAttribute('href', isOn ? '#icon-bell' : '#icon-bell-off');
});
byId<HTMLInputElement>('search').addEventListener('input', ({ target }) => {
  switchboard.find((target as HTMLInputElement).value);
  planDraw();
});
for (const radio of document.querySelectorAll<HTMLInputElement>('[name=show]')) {
  radio.addEventListener('change', () => {
    switchboard.showBusyOnly(radio.value === 'busy');
    planDraw();
  });
}

followTheme(byId('theme'));
link.connect();
setInterval(draw, tickMilliseconds);
