import type { Attempt } from '../../domain/attempt/attempt.ts';
import type { Outcome } from '../../domain/attempt/outcomes.ts';
import { daysOfUtc, type ReportDay } from '../../domain/figures/report-span.ts';
import type { Form } from '../../domain/form/form.ts';
import type { OutcomeRecord } from '../../domain/views/outcome-record.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Forms } from '../../ports/records/forms.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';

export type CallPorts = Pick<Ports, 'views' | 'attempts' | 'rows'> & { forms: Pick<Forms, 'many'> };

export interface CallListWish {
  tasks: readonly string[];
  days: readonly ReportDay[];
  /** By their id. */
  operator?: string | undefined;
  outcome?: Outcome | undefined;
  cursor?: string | undefined;
}

export interface ListedCall {
  attempt: Attempt;
  form: Form | undefined;
  /** As it stands now; absent when it was deleted. */
  row: StoredRow | undefined;
}

export interface CallList {
  calls: ListedCall[];
  /** Absent when there are no more. */
  cursor?: string;
}

const pageSize = 100;

/** Calls that were settled on these days, the newest first. A day is read whole, and days one by one. */
export async function listCalls(ports: CallPorts, wish: CallListWish): Promise<CallList> {
  const found: OutcomeRecord[] = [];
  for (const date of daysOfUtc(wish.days).toReversed()) {
    if (found.length > pageSize) break;
    if (wish.cursor !== undefined && date > dateOf(wish.cursor)) continue;
    found.push(...(await callsOf(ports, wish, date)));
  }
  const shown = found.slice(0, pageSize);
  const last = found.length > pageSize ? shown.at(-1) : undefined;
  return { calls: await whole(ports, shown), ...(last && { cursor: placeOf(last) }) };
}

async function callsOf(
  { views }: CallPorts,
  { tasks, days, operator, outcome, cursor }: CallListWish,
  date: string,
): Promise<OutcomeRecord[]> {
  const records = await Promise.all(tasks.map((task) => views.outcomes(task, [date], operator)));
  const [from, to] = [days[0]?.from ?? 0, days.at(-1)?.to ?? 0];
  return records
    .flat()
    .filter(({ settledAt }) => settledAt >= from && settledAt < to)
    .filter((it) => outcome === undefined || it.outcome === outcome)
    .filter((it) => cursor === undefined || placeOf(it) < cursor)
    .sort((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1));
}

/** In the order of all calls: when it was settled, then which it is. */
function placeOf({ settledAt, attempt }: OutcomeRecord): string {
  return `${new Date(settledAt).toISOString()} ${attempt}`;
}

function dateOf(place: string): string {
  return place.slice(0, 'YYYY-MM-DD'.length);
}

async function whole(
  { attempts, forms, rows }: CallPorts,
  records: readonly OutcomeRecord[],
): Promise<ListedCall[]> {
  const [found, filled] = await Promise.all([
    Promise.all(records.map(({ attempt }) => attempts.get(attempt))),
    forms.many(records.map(({ attempt }) => attempt)),
  ]);
  const there = found.filter((it): it is Attempt => it !== undefined);
  const current = await rows.getMany(there.map(({ row }) => row));
  return there.map((attempt) => ({
    attempt,
    form: filled.find((form) => form.attempt === attempt.id),
    row: current.find(({ key }) => key.task === attempt.row.task && key.Id === attempt.row.Id),
  }));
}
