import type { Figures } from '../../../../contract/board.ts';
import { locales } from '../../../../domain/basics/language.ts';
import type { SlotSize } from '../../../../domain/figures/report-span.ts';
import { now } from '../../../browser/clock.ts';
import { language } from '../../../words/language.ts';
import { clockTime, dayName, ownZone } from '../../../words/times.ts';
import { reportWords } from '../report-words.ts';

export type Slot = Figures['slots'][number];

/** What a slot is called in full. */
export function slotName({ from }: Slot, by: SlotSize, days: 'one' | 'many'): string {
  const day = dayName(from, undefined, now.value);
  switch (by) {
    case 'hour':
      return days === 'one' ? clockTime(from) : `${day}, ${clockTime(from)}`;
    case 'day':
      return day;
    case 'week':
      return reportWords().weekOf(day);
    case 'month':
      return monthName(from, { month: 'long', year: 'numeric' });
    default:
      return by satisfies never;
  }
}

/** Below a bar: of a day its number, of an hour the hour. */
export function slotLabel({ from }: Slot, by: SlotSize): string {
  if (by === 'hour') return clockTime(from);
  if (by === 'month') return monthName(from, { month: 'short' });
  return dayName(from, undefined, now.value).replace(/^[^\d]*(\d+ \S+).*$/, '$1');
}

function monthName(from: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locales[language.value], {
    ...options,
    timeZone: ownZone,
  });
  return format.format(new Date(from));
}
