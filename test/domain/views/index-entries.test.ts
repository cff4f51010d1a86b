import {
  entriesOf,
  indexChanges,
  type ViewEntry,
} from '../../../lambdas/domain/views/index-entries.ts';
import { promisedRow, readRow, servedRow } from '../order/read-row.ts';

const noWords = (entries: ViewEntry[]) => entries.filter(({ view }) => view !== 'word');
const at = (time: string) => Date.parse(`2026-11-23T${time}Z`);
const number = { view: 'number', e164: '+442079460017' };

test('a new row is fresh, and found by its words and its number', () => {
  expect(entriesOf(readRow({ имя: 'Мария' }), 'GB')).toEqual([
    { view: 'word', word: '17' },
    { view: 'word', word: 'мария' },
    number,
    { view: 'fresh' },
  ]);
});

test('a promise is listed under its owner’s canonical address, or anybody', () => {
  const promised = (operator_number: unknown) =>
    noWords(entriesOf(promisedRow('10:30', { operator_number }), 'GB'))[1];
  const entry = { view: 'promised', dueAt: at('10:30') };
  expect(promised(undefined)).toEqual({ ...entry, owner: 'anybody' });
  expect(promised(null)).toEqual({ ...entry, owner: 'anybody' });
  expect(promised('020 7946 0101')).toEqual({ ...entry, owner: '+442079460101' });
  expect(promised('client:anna')).toEqual({ ...entry, owner: 'client:anna' });
  expect(promised('SIP:anna@EXAMPLE.com')).toEqual({ ...entry, owner: 'sip:anna@example.com' });
});

test('a row whose new order is not judged yet is promised to nobody', () => {
  expect(noWords(entriesOf(promisedRow('10:30', { time_callback: '11:00' }), 'GB'))).toEqual([
    number,
  ]);
});

test('a row in service is neither promised nor fresh', () => {
  expect(noWords(entriesOf(servedRow(), 'GB'))).toEqual([number]);
});

test.each([
  ['was called', { date_call: '2026-11-22 10:00' }],
  ['orders something', { status: 10 }],
  ['has no number', { tel: '' }],
])('a row that %s is not fresh', (_, columns) => {
  expect(entriesOf(readRow(columns), 'GB')).not.toContainEqual({ view: 'fresh' });
});

test('a row with a problem is listed as one', () => {
  const row = readRow({ status: 99, _problem: 'status must be 10' });
  expect(noWords(entriesOf(row, 'GB'))).toEqual([number, { view: 'problem' }]);
});

test('a row that is not there has no entries', () => {
  expect(entriesOf(undefined, 'GB')).toEqual([]);
});

describe('what is written', () => {
  const word = (text: string): ViewEntry => ({ view: 'word', word: text });

  test('is what is new and what is gone', () => {
    const changes = indexChanges([
      [word('a'), word('b')],
      [word('b'), word('c')],
    ]);
    expect(changes).toEqual({ put: [word('c')], remove: [word('a')] });
  });

  test('is two entries for a promise that moves', () => {
    const states = [promisedRow('10:30'), promisedRow('10:35')].map((it) => entriesOf(it, 'GB'));
    const { put, remove } = indexChanges(states);
    expect(put).toEqual([{ view: 'promised', owner: 'anybody', dueAt: at('10:35') }]);
    expect(remove).toEqual([{ view: 'promised', owner: 'anybody', dueAt: at('10:30') }]);
  });

  test('puts right what an earlier try may have left of the states in between', () => {
    const changes = indexChanges([[word('a')], [word('b')], [word('a')]]);
    expect(changes).toEqual({ put: [word('a')], remove: [word('b')] });
  });

  test('is nothing when nothing changed', () => {
    expect(indexChanges([[word('a')], [word('a')]])).toEqual({ put: [], remove: [] });
  });
});
