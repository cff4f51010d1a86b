import type { CustomerClock } from '../../contract/customer-clock.ts';
import { dictionary } from './dictionary.ts';
import { clockTime, isoDay, moment, zoneCity } from './times.ts';

const clockWords = dictionary({
  en: {
    whose: {
      row: 'Local time there',
      number: 'Local time there, by the number',
      country:
        'Local time there: the number does not tell which zone of its country; all must permit a call',
      task: 'The task’s time: the number tells no zone',
    } satisfies Record<CustomerClock['from'], string>,
    zones: (count: number) => `one of ${count} zones`,
    byTask: 'the task’s time',
  },
  ru: {
    whose: {
      row: 'Местное время клиента',
      number: 'Местное время клиента, по номеру',
      country:
        'Местное время клиента: в каком из поясов страны — по номеру не видно; звонить можно, когда можно во всех',
      task: 'Время задачи: по номеру пояса не видно',
    } satisfies Record<CustomerClock['from'], string>,
    zones: (count: number) => `один из поясов: ${count}`,
    byTask: 'время задачи',
  },
});

/** Whose clock it is, and how that is known. */
export function whoseClock({ from }: CustomerClock): string {
  return clockWords().whose[from];
}

/** “London”; “one of 11 zones”; “the task’s time” where nobody knows the customer’s. */
export function clockPlace({ zones: [first = '', ...others], from }: CustomerClock): string {
  const words = clockWords();
  if (from === 'task') return words.byTask;
  return others.length === 0 ? zoneCity(first) : words.zones(others.length + 1);
}

/** “14:05”; of several zones the first and the last: “09:05–18:05”. */
export function clockTimes(clock: CustomerClock, instant: string | number): string {
  return ends(clock, instant)
    .map((zone) => clockTime(instant, zone))
    .join('–');
}

/** The same with the day. */
export function clockMoments(clock: CustomerClock, instant: string | number, now?: number): string {
  return ends(clock, instant)
    .map((zone) => moment(instant, zone, now))
    .join(' – ');
}

/** The zones whose clocks are the furthest behind and ahead; one where they show the same. */
function ends({ zones }: CustomerClock, instant: string | number): string[] {
  const shown = (zone: string) => `${isoDay(instant, zone)} ${clockTime(instant, zone)}`;
  const sorted = [...zones].sort((a, b) => shown(a).localeCompare(shown(b)));
  const [first = '', last = first] = [sorted[0], sorted.at(-1)];
  return shown(first) === shown(last) ? [first] : [first, last];
}
