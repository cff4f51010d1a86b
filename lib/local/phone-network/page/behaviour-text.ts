import type { PhoneView } from '../phones-feed.ts';

/** How a phone takes its calls, in a few words. */
export function behaviourText(phone: PhoneView): string {
  const after = secondsText(phone.afterSeconds);
  const presses = phone.presses === '' ? '' : `, presses ${[...phone.presses].join(' ')}`;
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
      return 'Does not exist';
    default:
      return phone.answer satisfies never;
  }
}

function secondsText(seconds: number): string {
  return `${seconds} s`;
}
