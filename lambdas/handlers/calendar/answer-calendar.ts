import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Localized } from '../../domain/basics/localized.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CalendarOwner } from '../../ports/people/calendar-links.ts';
import {
  type Calendar,
  type CalendarPorts,
  type PromisedCall,
  showCalendar,
} from '../../use-cases/promises/show-calendar.ts';
import {
  type Invocation,
  type InvocationJournal,
  journaled,
} from '../boundary/invocation-journal.ts';
import { type CalendarEvent, writeCalendar } from './write-calendar.ts';

type Answer = APIGatewayProxyStructuredResultV2;

export type CalendarAnswerPorts = CalendarPorts & {
  clock: Pick<Clock, 'now'>;
  journal: InvocationJournal;
};

/**
 * Promised calls for whoever has the secret that stands in the address: calendar programs bring no token.
 * A wrong secret, a revoked one and an owner who is not there are answered alike.
 */
export function answerCalendar(
  ports: CalendarAnswerPorts,
): (event: APIGatewayProxyEventV2, invocation?: Invocation) => Promise<Answer> {
  return ({ rawPath }, invocation) =>
    journaled(ports.journal, () => answer(ports, rawPath), invocation);
}

const address = /^\/api\/calendar\/(operators|tasks)\/([\w-]{1,64})\/([\w-]{43})\.ics$/;

async function answer(ports: CalendarAnswerPorts, path: string): Promise<Answer> {
  const [, kind, id = '', secret = ''] = address.exec(path) ?? [];
  if (kind === undefined) return nothing;
  const owner = { kind, id } as CalendarOwner;
  const calendar = await showCalendar(ports, owner, secret);
  if (calendar === undefined) return nothing;
  const headers = { ...closed, 'content-type': 'text/calendar; charset=utf-8' };
  return { statusCode: 200, headers, body: textOf(calendar, ports.clock.now()) };
}

/** Nobody on the way keeps it. */
const closed = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const nothing: Answer = { statusCode: 404, headers: closed };

/** How much of the day a call takes up in a calendar. */
const minutes = 15;

function textOf({ title, language, calls }: Calendar, now: number): string {
  const events = calls.map((call) => eventOf(call));
  return writeCalendar({ name: words.calendar(title)[language], now, events });
}

function eventOf({ row, task, language, dueAt, customer }: PromisedCall): CalendarEvent {
  const id = `${row.task} ${row.Id}`;
  return {
    uid: `${row.task}.${row.Id}@callback-center`,
    at: dueAt,
    minutes,
    summary: words.call(customer?.name ?? task)[language],
    description: customer === undefined ? id : [task, customer.tel, id].filter(Boolean).join('\n'),
  };
}

const words = {
  calendar: (title: string): Localized => ({
    en: `Promised calls: ${title}`,
    ru: `Обещанные звонки: ${title}`,
  }),
  call: (whom: string): Localized => ({ en: `Call: ${whom}`, ru: `Звонок: ${whom}` }),
};
