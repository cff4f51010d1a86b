import type { Instant } from '../basics/instant.ts';
import { type Language, locales } from '../basics/language.ts';
import { spokenZone } from '../gate/zones/customer-zones.ts';
import type { Columns } from '../row/row.ts';
import { fillText } from '../script/script-text.ts';
import type { Task } from '../task/task.ts';

export interface MissedCall {
  task: Task;
  columns: Columns;
  /** E.164 */
  to: string;
  promisedFor: Instant;
}

/** What the customer reads; undefined where the task has no text. Date and time are by their own clock. */
export function apologyText({ task, columns, to, promisedFor }: MissedCall): string | undefined {
  const { apologyText: texts, language } = task;
  if (texts === undefined) return undefined;
  const zone = spokenZone({ columns, task, to });
  const promised = {
    promised_date: shown(promisedFor, zone, language, { day: 'numeric', month: 'long' }),
    promised_time: shown(promisedFor, zone, language, { hour: '2-digit', minute: '2-digit' }),
  };
  const text = fillText(texts, { ...columns, ...promised }, language).trim();
  return text === '' ? undefined : text.replace(/[ \t]+/g, ' ').slice(0, mostCharacters);
}

/** What Twilio takes: https://www.twilio.com/docs/messaging/api/message-resource */
const mostCharacters = 1600;

function shown(
  at: Instant,
  timeZone: string,
  language: Language,
  how: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(locales[language], { ...how, timeZone }).format(at);
}
