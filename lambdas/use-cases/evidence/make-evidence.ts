import type { Attempt } from '../../domain/attempt/attempt.ts';
import { type Hash, linksFor } from '../../domain/evidence/chain.ts';
import { type EvidenceEntry, evidenceOf } from '../../domain/evidence/evidence.ts';
import { type EvidenceReport, reportOf } from '../../domain/evidence/report.ts';
import type { Form } from '../../domain/form/form.ts';
import type { RowKey } from '../../domain/row/row.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Forms } from '../../ports/records/forms.ts';
import type { Traces } from '../../ports/records/traces.ts';

export type EvidencePorts = Pick<Ports, 'attempts' | 'views' | 'doNotCall' | 'clock'> & {
  forms: Pick<Forms, 'get'>;
  traces: Traces;
  hash: Hash;
};

export interface NumberInRows {
  number: string;
  /** Where its traces are. */
  rows: readonly RowKey[];
}

/**
 * All that was done to the number. What the number's chain does not know yet is added to it, so that
 * whatever is told once is missed when it is gone.
 */
export async function makeEvidence(
  ports: EvidencePorts,
  wanted: NumberInRows,
): Promise<EvidenceReport> {
  const entries = evidenceOf(await sourcesOf(ports, wanted));
  const chain = await seal(ports, wanted.number, entries);
  const { kept } = await ports.traces.chain(wanted.number);
  const { hash, clock } = ports;
  const { number } = wanted;
  return reportOf({ number, at: clock.now(), chain, entries: [...entries, ...kept], hash });
}

/** Others may add to the chain at the same time: what they left to add is worked out anew. */
export async function seal(
  { traces, hash }: Pick<EvidencePorts, 'traces' | 'hash'>,
  number: string,
  entries: readonly EvidenceEntry[],
) {
  for (;;) {
    const { links } = await traces.chain(number);
    const added = linksFor(links, entries, hash);
    let isWhole = true;
    for (const link of added) {
      const { kind, ref } = link;
      const own = entries.find((it) => it.kind === kind && it.ref === ref);
      // an erasure is told of by the chain alone
      isWhole = await traces.addLink(number, link, kind === 'erased' ? own?.facts : undefined);
      if (!isWhole) break;
    }
    if (isWhole) return [...links, ...added];
  }
}

/** More attempts than a row ever has. */
const mostAttempts = 1000;

/** The number's attempts in the rows, newest first in each. */
export async function attemptsOf(
  { attempts }: Pick<Ports, 'attempts'>,
  { number, rows }: NumberInRows,
): Promise<Attempt[]> {
  const histories = await Promise.all(rows.map((row) => attempts.history(row, mostAttempts)));
  return histories.flat().filter(({ customer }) => customer === number);
}

async function sourcesOf(ports: EvidencePorts, wanted: NumberInRows) {
  const attempts = await attemptsOf(ports, wanted);
  const [forms, events, record] = await Promise.all([
    Promise.all(attempts.map(({ id }) => ports.forms.get(id))),
    Promise.all(wanted.rows.map(async (row) => ({ row, events: await ports.views.events(row) }))),
    ports.doNotCall.find(wanted.number),
  ]);
  const opened = forms.filter((it): it is Form => it !== undefined);
  return { attempts, forms: opened, events, doNotCall: record?.entries ?? [] };
}
