import { numberText } from '../../words/dictionary.ts';
import { span } from '../../words/times.ts';

/** “35 ms”, “1.4 s”, “2 min 5 s”. */
export function millisecondsText(value: number): string {
  if (value < 1000) return unitText(Math.round(value), 'millisecond');
  if (value < 60_000) return unitText(Math.round(value / 100) / 10, 'second');
  return span(value);
}

function unitText(value: number, unit: 'millisecond' | 'second'): string {
  return numberText(value, { style: 'unit', unit, unitDisplay: 'short' });
}
