import type { FactKind, Facts } from '../attempt/facts.ts';
import { type Instant, toIso } from '../basics/instant.ts';

export type FactView = { kind: FactKind; at: string } & Record<string, unknown>;

/** In the order of time; facts of one instant in the order in which they may follow each other. */
export function factsOf(facts: Facts): FactView[] {
  const known = Object.entries(flat(facts)) as [FactKind, { at: Instant }][];
  const sorted = known.sort(([a, { at }], [b, other]) => at - other.at || rank(a) - rank(b));
  return sorted.map(([kind, fact]) => factView(kind, fact));
}

/** What follows from a voicemail that was noted late is shown as details of its own. */
function flat({ voicemail, ...facts }: Facts): object {
  if (voicemail === undefined) return facts;
  const { instead, ...noted } = voicemail;
  return { ...facts, voicemail: { ...instead, ...noted } };
}

/** All kinds, each before those that may follow it in the same instant. */
export const factKinds = [
  'submitting',
  'operatorCreated',
  'operatorRang',
  'operatorAnswered',
  'operatorReady',
  'dialling',
  'customerCreated',
  'customerRang',
  'customerAnswered',
  'bridged',
  'notJoined',
  'submissionRefused',
  'submissionUnknown',
  'neverSent',
  'operatorDeferred',
  'withdrawn',
  'customerAbsent',
  'callerHungUp',
  'customerRefused',
  'customerEnded',
  'operatorEnded',
  'settled',
  'corrected',
  'voicemail',
  'conference',
  'conferenceLeft',
  'messageLeft',
  'formSent',
  'operatorReleased',
] as const satisfies readonly FactKind[];

function rank(kind: FactKind): number {
  return factKinds.indexOf(kind);
}

/** Details whose names end in `At` are instants. */
function factView(kind: FactKind, fact: { at: Instant }): FactView {
  return { kind, ...shownDetails(fact) };
}

function shownDetails(details: object): { at: string } {
  const shown = Object.entries(details).map(([name, value]) => [
    name,
    isInstant(name) && typeof value === 'number' ? toIso(value) : value,
  ]);
  return Object.fromEntries(shown);
}

function isInstant(name: string): boolean {
  return name === 'at' || name.endsWith('At');
}
