import type { Attempt } from '../../domain/attempt/attempt.ts';
import type { Outcome } from '../../domain/attempt/outcomes.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Form } from '../../domain/form/form.ts';
import type { OutcomeRecord } from '../../domain/views/outcome-record.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Forms } from '../../ports/records/forms.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { type CallSpan, type Found, lookThrough, type SpanPorts } from './calls-of-span.ts';

export type CallPorts = SpanPorts &
  Pick<Ports, 'attempts' | 'rows'> & { forms: Pick<Forms, 'many'> };

export interface CallListWish extends CallSpan {
  outcome?: Outcome | undefined;
  /** Whose call, form or recording changed then or later. */
  updatedSince?: Instant | undefined;
}

export interface ListedCall {
  attempt: Attempt;
  form: Form | undefined;
  /** As it stands now; absent when it was deleted. */
  row: StoredRow | undefined;
}

/** Calls that were settled on these days, the newest first. */
export function listCalls(ports: CallPorts, wish: CallListWish): Promise<Found<ListedCall>> {
  const { outcome, updatedSince = Number.NEGATIVE_INFINITY } = wish;
  return lookThrough(ports, wish, async (records) => {
    const wanted = records.filter((it) => outcome === undefined || it.outcome === outcome);
    const calls = await whole(ports, wanted);
    return calls.filter((it) => lastChangeOf(it) >= updatedSince);
  });
}

function lastChangeOf({ attempt, form }: ListedCall): Instant {
  const { claimedAt, facts, recordings = [] } = attempt;
  const news = [...Object.values(facts), ...recordings].map(({ at }) => at);
  return Math.max(claimedAt, form?.sentAt ?? form?.draftAt ?? 0, ...news);
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
