import { createHash } from 'node:crypto';
import { faultOf, type Hash, linksFor } from '../../../lambdas/domain/evidence/chain.ts';
import type { EvidenceEntry } from '../../../lambdas/domain/evidence/evidence.ts';
import {
  type EvidenceReport,
  reportFault,
  reportOf,
} from '../../../lambdas/domain/evidence/report.ts';

const hash: Hash = (text) => createHash('sha256').update(text).digest('hex');
const at = Date.UTC(2026, 10, 23, 10);
const number = '+442079460017';

const entry = (ref: string, facts: unknown): EvidenceEntry => ({ at, kind: 'attempt', ref, facts });
const entries = [entry('a', { b: 1, a: 2 }), entry('b', { c: [3] }), entry('c', 'said')];
const chain = linksFor([], entries, hash);

function report(of = entries, links = chain): EvidenceReport {
  const made = reportOf({ number, at, chain: links, entries: of, hash });
  return JSON.parse(JSON.stringify(made));
}

test('what is known already adds no link, in whichever order its facts were written', () => {
  expect(linksFor(chain, [entry('a', { a: 2, b: 1 }), ...entries.slice(1)], hash)).toEqual([]);
});

test('what is known otherwise adds a link, and the one before says that it was replaced', () => {
  const later = [entry('a', { a: 2, b: 1, more: true }), ...entries.slice(1)];
  const longer = [...chain, ...linksFor(chain, later, hash)];
  const { entries: told } = report(later, longer);
  expect(told.map(({ ref, state }) => `${ref} ${state}`)).toEqual([
    'a replaced',
    'b kept',
    'c kept',
    'a kept',
  ]);
});

test('an entry whose source is gone shows', () => {
  const { entries: told } = report(entries.slice(1));
  expect(told.map(({ state }) => state)).toEqual(['gone', 'kept', 'kept']);
  expect(told[0]).not.toHaveProperty('facts');
});

test('after an erasure, what was before it is erased, and the chain is whole', () => {
  const erasure: EvidenceEntry = { at, kind: 'erased', ref: 'x', facts: { by: 'boss' } };
  const longer = [...chain, ...linksFor(chain, [erasure], hash)];
  const made = report([erasure], longer);
  expect(made.entries.map(({ state }) => state)).toEqual(['erased', 'erased', 'erased', 'kept']);
  expect(reportFault(made, { chain: longer, hash })).toBeUndefined();
});

test('a report as it was made has no fault', () => {
  expect(reportFault(report(), { chain, hash })).toBeUndefined();
});

test.each<[string, (made: EvidenceReport) => void, object]>([
  [
    'an entry taken from the middle',
    ({ entries: told }) => told.splice(1, 1),
    { place: 2, fault: 'missing' },
  ],
  [
    'an entry taken from the middle, and the places made anew',
    ({ entries: told }) => {
      told.splice(1, 1);
      for (const [index, it] of told.entries()) it.place = index + 1;
    },
    { place: 2, fault: 'changed' },
  ],
  [
    'the first entry taken away',
    ({ entries: told }) => told.splice(0, 1),
    { place: 1, fault: 'missing' },
  ],
  [
    'another time',
    ({ entries: told }) => Object.assign(told[2] ?? {}, { at: '2026-11-23T11:00:00.000Z' }),
    { place: 3, fault: 'changed' },
  ],
  [
    'other facts',
    ({ entries: told }) => Object.assign(told[2] ?? {}, { facts: 'agreed' }),
    { place: 3, fault: 'facts changed' },
  ],
])('%s is found', (_, tamper, fault) => {
  const made = report();
  tamper(made);
  expect(reportFault(made, { hash })).toEqual(fault);
});

test('a chain that was made up anew is not the system’s', () => {
  const madeUp = linksFor([], entries.slice(0, 2), hash);
  expect(faultOf(madeUp, hash)).toBeUndefined();
  const other = linksFor([], [entry('z', 1), ...entries], hash);
  expect(reportFault(report(entries, other), { chain, hash })).toEqual({
    place: 1,
    fault: 'not in the system',
  });
});
