import { language } from '../../../words/language.ts';
import { type Hours, type Weekday, weekdays } from './task-draft.ts';

/** “Mon–Fri 09:00–18:00, Sat 10:00–14:00”. */
export function hoursText(hours: Hours): string {
  const days = weekdays.map((day) => ({ day, text: windowsText(hours[day] ?? []) }));
  const runs: { from: Weekday; to: Weekday; text: string }[] = [];
  for (const { day, text } of days) {
    const last = runs.at(-1);
    const isNext = last !== undefined && Number(last.to) === Number(day) - 1;
    if (last && isNext && last.text === text) last.to = day;
    else runs.push({ from: day, to: day, text });
  }
  return runs
    .filter(({ text }) => text !== '')
    .map(({ from, to, text }) => `${daysText(from, to)} ${text}`)
    .join(', ');
}

function windowsText(windows: readonly (readonly [string, string])[]): string {
  return windows.map(([from, until]) => `${from}–${until}`).join(' ');
}

function daysText(from: Weekday, to: Weekday): string {
  return from === to ? dayText(from) : `${dayText(from)}–${dayText(to)}`;
}

/** 1 January 2024 was a Monday. */
function dayText(day: Weekday): string {
  const date = new Date(Date.UTC(2024, 0, Number(day), 12));
  return new Intl.DateTimeFormat(language.value, { weekday: 'short', timeZone: 'UTC' }).format(
    date,
  );
}
