import type { Attempt } from '../attempt/attempt.ts';
import { type Instant, toIso } from '../basics/instant.ts';
import type { DoNotCallEntry } from '../do-not-call/do-not-call.ts';
import type { Form } from '../form/form.ts';
import { type RowKey, rowId } from '../row/row.ts';
import type { RowEvent } from '../views/row-events.ts';

/** One thing that was done to a number, or noted of it. */
export interface EvidenceEntry {
  at: Instant;
  kind: EvidenceKind;
  /** Which one it is, by ids alone: it stays when what it tells is erased. */
  ref: string;
  facts: unknown;
}

export const evidenceKinds = ['event', 'attempt', 'form', 'do-not-call', 'erased'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What is stored of a number. */
export interface Sources {
  attempts: readonly Attempt[];
  forms: readonly Form[];
  events: readonly { row: RowKey; events: readonly RowEvent[] }[];
  doNotCall: readonly DoNotCallEntry[];
}

/** All of it, the oldest first. A call that is on is told of when it is settled. */
export function evidenceOf({ attempts, forms, events, doNotCall }: Sources): EvidenceEntry[] {
  const entries = [
    ...attempts.filter(({ facts }) => facts.settled !== undefined).map(ofAttempt),
    ...forms.map(ofForm),
    ...events.flatMap((it) => ofEvents(it.row, it.events)),
    ...doNotCall.map(ofDoNotCall),
  ];
  return entries.sort((a, b) => a.at - b.at || (a.ref < b.ref ? -1 : 1));
}

export function ofAttempt(attempt: Attempt): EvidenceEntry {
  return { at: attempt.claimedAt, kind: 'attempt', ref: attempt.id, facts: attempt };
}

function ofForm({ run: _, ...form }: Form): EvidenceEntry {
  return { at: form.sentAt ?? form.openedAt, kind: 'form', ref: form.attempt, facts: form };
}

/** Named by what stays when older ones are not kept any more: two of a kind in one instant are told apart by a number. */
function ofEvents(row: RowKey, events: readonly RowEvent[]): EvidenceEntry[] {
  const alike = new Map<string, number>();
  return events.map((event) => {
    const name = `${rowId(row)} ${event.at} ${event.kind}`;
    const place = (alike.get(name) ?? 0) + 1;
    alike.set(name, place);
    const ref = place === 1 ? name : `${name} ${place}`;
    return { at: Date.parse(event.at), kind: 'event', ref, facts: event };
  });
}

function ofDoNotCall(entry: DoNotCallEntry, place: number): EvidenceEntry {
  return { at: entry.at, kind: 'do-not-call', ref: String(place + 1), facts: entry };
}

/** What an erasure did. */
export interface Erasure {
  at: Instant;
  /** Who ordered it. */
  by: string;
  rows: number;
  attempts: number;
  forms: number;
  receipts: number;
  locks: number;
}

export function erasureEntry(erasure: Erasure): EvidenceEntry {
  return { at: erasure.at, kind: 'erased', ref: toIso(erasure.at), facts: erasure };
}
