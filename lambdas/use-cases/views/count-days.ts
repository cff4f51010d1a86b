import type { AttemptId } from '../../domain/attempt/attempt.ts';
import { hour, type Instant, second } from '../../domain/basics/instant.ts';
import { type AnswerName, countedAnswers } from '../../domain/figures/counted-answers.ts';
import {
  countDay,
  type DaySums,
  noDaySums,
  type UndialledPromise,
} from '../../domain/figures/day-sums.ts';
import { addUp } from '../../domain/figures/number-tree.ts';
import type { CountedDay } from '../../domain/figures/report.ts';
import { daysOfUtc, type ReportDay, type ReportSpan } from '../../domain/figures/report-span.ts';
import type { OutcomeRecord } from '../../domain/views/outcome-record.ts';
import type { Scripts } from '../../ports/people/scripts.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Forms } from '../../ports/records/forms.ts';
import { lateAfter } from './note-if-late.ts';

export type CountPorts = Pick<Ports, 'views' | 'clock'> & {
  forms: Pick<Forms, 'many'>;
  scripts: Pick<Scripts, 'get'>;
};

export interface CountWish {
  tasks: readonly string[];
  span: Pick<ReportSpan, 'days' | 'timeZone'>;
  /** Of days that are not over too: it takes reading their forms. */
  withAnswers: boolean;
  /** Promises that still wait. */
  open?: readonly UndialledPromise[];
}

export interface Counted {
  days: CountedDay[];
  /** How many days could not be counted in the time that one request has: asked again, they will be. */
  left: number;
}

/** A day is kept when nothing comes any more that would not be noted as late. */
const closedAfter = lateAfter + hour;

/** Of the 20 s that the function has. */
const longestCounting = 8 * second;

/** So many days are counted together: neighbours lie in the same days of UTC. */
const countedAtOnce = 7;

/**
 * The sums of days. Those of a day that is over are counted once and kept; a day of which something is
 * told later is counted anew. What is not over is counted each time.
 */
export async function countDays(ports: CountPorts, wish: CountWish): Promise<Counted> {
  const { tasks, span, open = [] } = wish;
  const endsAt = ports.clock.now() + longestCounting;
  const found = await Promise.all(
    tasks.map((task) => daysOfTask(ports, { ...wish, task, endsAt })),
  );
  const whole = span.days.filter(({ date }) => found.every((days) => days.has(date)));
  const days = whole.map((day) => {
    const waiting = open.length === 0 ? noDaySums : countDay(day, { records: [], undialled: open });
    const sums = found.map((it) => it.get(day.date) ?? noDaySums);
    return { day, sums: addUp([...sums, waiting]) };
  });
  return { days, left: span.days.length - whole.length };
}

interface TaskWish extends CountWish {
  task: string;
  endsAt: Instant;
}

async function daysOfTask(ports: CountPorts, wish: TaskWish): Promise<Map<string, DaySums>> {
  const { span, endsAt } = wish;
  const closedBefore = ports.clock.now() - closedAfter;
  const closed = span.days.filter(({ to }) => to <= closedBefore);
  const changes = await lateChanges(ports, wish.task, closed);
  const found = await keptDays(ports, wish, { closed, changes });
  const missing = span.days.filter(({ date }) => !found.has(date));
  for (let at = 0; at < missing.length; at += countedAtOnce) {
    if (at > 0 && ports.clock.now() >= endsAt) break;
    const some = missing.slice(at, at + countedAtOnce);
    const keep = (day: ReportDay) => (day.to <= closedBefore ? changes(day) : undefined);
    for (const [date, sums] of await countSome(ports, wish, { some, keep })) found.set(date, sums);
  }
  return found;
}

type Changes = (day: ReportDay) => number;

async function lateChanges(
  { views }: CountPorts,
  task: string,
  closed: readonly ReportDay[],
): Promise<Changes> {
  const dates = daysOfUtc(closed);
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) return () => 0;
  const counts = await views.lateChanges(task, { from, to });
  return (day) => daysOfUtc([day]).reduce((sum, date) => sum + (counts.get(date) ?? 0), 0);
}

async function keptDays(
  { views }: CountPorts,
  { task, span: { timeZone } }: TaskWish,
  { closed, changes }: { closed: readonly ReportDay[]; changes: Changes },
): Promise<Map<string, DaySums>> {
  const [from, to] = [closed[0]?.date, closed.at(-1)?.date];
  if (from === undefined || to === undefined) return new Map();
  const kept = await views.daySums(task, timeZone, { from, to });
  const days = new Map(closed.map((day) => [day.date, day]));
  const valid = kept.filter((it) => {
    const day = days.get(it.date);
    return day !== undefined && changes(day) === it.changes;
  });
  return new Map(valid.map(({ date, sums }) => [date, sums]));
}

interface SomeDays {
  some: readonly ReportDay[];
  /** How often a day that is over was changed; undefined for one that is not. */
  keep: (day: ReportDay) => number | undefined;
}

async function countSome(
  ports: CountPorts,
  { task, span: { timeZone }, withAnswers }: TaskWish,
  { some, keep }: SomeDays,
): Promise<[string, DaySums][]> {
  const { views } = ports;
  const dates = daysOfUtc(some);
  const [records, undialled] = await Promise.all([
    views.outcomes(task, dates),
    views.unkept(task, dates),
  ]);
  const isClosed = some.some((day) => keep(day) !== undefined);
  const answers = withAnswers || isClosed ? await answersOf(ports, records) : undefined;
  return Promise.all(
    some.map(async (day): Promise<[string, DaySums]> => {
      const sums = countDay(day, { records, undialled, ...(answers && { answers }) });
      const changes = keep(day);
      if (changes !== undefined) {
        await views.keepDaySums(task, timeZone, { date: day.date, sums, changes });
      }
      return [day.date, sums];
    }),
  );
}

/** A form is of an attempt in which people talked, or may have. */
async function answersOf(
  { forms, scripts }: CountPorts,
  records: readonly OutcomeRecord[],
): Promise<Map<AttemptId, AnswerName[]>> {
  const asked = new Map<string, ReturnType<Scripts['get']>>();
  const scriptOf = ({ id, version }: { id: string; version: number }) => {
    const name = `${id} ${version}`;
    const found = asked.get(name) ?? scripts.get(id, version);
    asked.set(name, found);
    return found;
  };
  const sent = await forms.many([...new Set(records.map(({ attempt }) => attempt))]);
  const entries = sent.map(async ({ attempt, script, answers }) => {
    const asking = answers && (await scriptOf(script));
    return [attempt, asking ? countedAnswers(asking, answers) : []] as const;
  });
  return new Map(await Promise.all(entries));
}
