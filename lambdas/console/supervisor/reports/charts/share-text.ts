import { numberText } from '../../../words/dictionary.ts';

/** Rounded down: 100 % means all. */
export function shareText(share: number): string {
  return numberText(Math.floor(share * 1000) / 1000, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
}
