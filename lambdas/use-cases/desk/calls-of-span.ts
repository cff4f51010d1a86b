import { second } from '../../domain/basics/instant.ts';
import { daysOfUtc, type ReportDay } from '../../domain/figures/report-span.ts';
import type { OutcomeRecord } from '../../domain/views/outcome-record.ts';
import type { Ports } from '../../ports/ports.ts';

export type SpanPorts = Pick<Ports, 'views' | 'clock'>;

/** Settled calls of some days. */
export interface CallSpan {
  tasks: readonly string[];
  days: readonly ReportDay[];
  /** By their id. */
  operator?: string | undefined;
  cursor?: string | undefined;
}

export interface Found<Thing> {
  found: Thing[];
  /** Absent when there are no more. */
  cursor?: string;
}

const lookAtOnce = 100;
const pageSize = 100;
const longestLook = 5 * second;

/**
 * Looks through settled calls, the newest first, a hundred at once, until a page is full, or for five
 * seconds. A day is read whole, and days one by one.
 */
export async function lookThrough<Thing>(
  ports: SpanPorts,
  span: CallSpan,
  pick: (records: OutcomeRecord[]) => Promise<Thing[]>,
): Promise<Found<Thing>> {
  const endsAt = ports.clock.now() + longestLook;
  const records = recordsOf(ports, span);
  const found: Thing[] = [];
  let next = await records.next();
  while (!next.done) {
    const looked: OutcomeRecord[] = [];
    while (!next.done && looked.length < lookAtOnce) {
      looked.push(next.value);
      next = await records.next();
    }
    found.push(...(await pick(looked)));
    const isEnough = found.length >= pageSize || ports.clock.now() >= endsAt;
    const last = looked.at(-1);
    if (isEnough && last && !next.done) return { found, cursor: placeOf(last) };
  }
  return { found };
}

async function* recordsOf(
  { views }: SpanPorts,
  { tasks, days, operator, cursor }: CallSpan,
): AsyncGenerator<OutcomeRecord, undefined> {
  const [from, to] = [days[0]?.from ?? 0, days.at(-1)?.to ?? 0];
  for (const date of daysOfUtc(days).toReversed()) {
    if (cursor !== undefined && date > dateOf(cursor)) continue;
    const records = await Promise.all(tasks.map((task) => views.outcomes(task, [date], operator)));
    yield* records
      .flat()
      .filter(({ settledAt }) => settledAt >= from && settledAt < to)
      .filter((it) => cursor === undefined || placeOf(it) < cursor)
      .sort((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1));
  }
}

/** In the order of all calls: when it was settled, then which it is. */
function placeOf({ settledAt, attempt }: OutcomeRecord): string {
  return `${new Date(settledAt).toISOString()} ${attempt}`;
}

function dateOf(place: string): string {
  return place.slice(0, 'YYYY-MM-DD'.length);
}
