import type { PhoneView } from '../phones/phones-feed.ts';

/** How a phone takes its calls, in a few words. */
export function behaviourText(phone: PhoneView): string {
  if (phone.isHeld) return 'Rings in a browser';
  const after = secondsText(phone.afterSeconds);
  const presses = pressesText(phone.presses);
  switch (phone.answer) {
    case 'human':
      return `Answers after ${after}${presses}`;
    case 'voicemail':
      return `Voicemail after ${after}`;
    case 'manual':
      return 'You pick it up';
    case 'busy':
      return 'Always busy';
    case 'no-answer':
      return 'Never answers';
    case 'reject':
      return `Declines after ${after}`;
    case 'unreachable':
      return 'Cannot be reached';
    case 'no-such-number':
      return 'Does not exist';
    default:
      return phone.answer satisfies never;
  }
}

function pressesText(presses: string | string[]): string {
  const groups = [presses].flat().map((keys) => [...keys].join(' '));
  const text = groups.filter((keys) => keys !== '').join(', then ');
  return text === '' ? '' : `, presses ${text}`;
}

function secondsText(seconds: number): string {
  return `${seconds} s`;
}
