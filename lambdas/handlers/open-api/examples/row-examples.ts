import { at, attempt, form } from './call-examples.ts';

const key = { task: 'demo', Id: 17 };
const tel = '+44 7700 900123';
const rows = [key];

const row = {
  ...key,
  name: 'Zoë Smith',
  tel,
  status: 10,
  dueAt: at.due,
  promisedFor: at.due,
  zone: 'Europe/London',
  clock: { zones: ['Europe/London'], from: 'number' },
  operator: { address: '+442079460991', id: 'anna', name: 'Anna' },
  columns: { tel, 'First name': 'Zoë', 'Last name': 'Smith', order: 'A-1042', status: 10 },
};

/** Of the page before: 60 octets that say nothing. */
const cursor = 'p3mGm0s0u8XyJ7b1Q2l4nWc9dT5kR6vF0hZaYeNqLxS2iKjUwBoPgDtCrEfMzHvA1s7Jk3Qn4dX0';

const said = { kind: 'added', at: at.end, by: 'boss', door: 'list', reason: 'By letter' };
const change = { ...key, dueAt: at.next };
const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export const rowExamples = {
  Row: { tel, status: 10, callaftermin: 30, order: 'A-1042' },
  Columns: { ...key, tel, status: 10, _due_at: at.due, order: 'A-1042' },
  CustomerQuery: { task: 'demo', state: 'promised', updatedSince: at.order },
  CustomerList: { rows: [row], looked: 1, cursor, now: at.end },
  RowList: { rows: [row], cursor, now: at.end },
  RowStory: {
    row,
    attempts: [{ ...attempt, form, operatorName: 'Anna' }],
    events: [{ at: at.order, kind: 'promised', for: at.due }],
    doNotCall: [said],
  },
  NextRow: { row, history: [] },
  SearchWish: { text: 'smith', task: 'demo' },
  PromiseQuery: { which: 'today', task: 'demo', cursor },
  PromiseWish: { date_callback: '2026-11-25', time_callback: '12:00' },
  PromisePreview: {
    dueAt: at.next,
    zone: 'Europe/London',
    clock: row.clock,
    date: '2026-11-25',
    time: '12:00',
    may: true,
  },
  MoveWish: { rows, date_callback: '2026-11-25', time_callback: '12:00', spreadMinutes: 30 },
  ReassignWish: { rows, operator: 'anna' },
  CancelWish: { rows },
  ApologyWish: { rows },
  BulkResult: {
    results: [change, { task: 'demo', Id: 18, problem: 'no call is promised any more' }],
  },
  DoNotCallWish: { tel, task: 'demo', reason: 'By letter' },
  LiftWish: { tel, task: 'demo', reason: 'They called back' },
  RowDoNotCallWish: { all: true, reason: 'Said so' },
  DoNotCallChange: { isNew: true, rows: 2 },
  DoNotCallQuery: { text: '900123' },
  DoNotCallList: { numbers: [{ number: '+447700900123', stands: true, entries: [said] }], cursor },
  DoNotCallBatch: { numbers: ['+44 7700 900123', '+44 7700 900124'], reason: 'Preference service' },
  DoNotCallReceptions: { receptions: ['added', 'known'] },
  NumberWish: { tel },
  EvidenceReport: {
    number: '+447700900123',
    madeAt: at.end,
    entries: [
      {
        place: 1,
        at: at.end,
        kind: 'attempt',
        ref: attempt.id,
        digest: hash,
        hash,
        state: 'kept',
        facts: { outcome: 'reached' },
      },
    ],
  },
  Erasure: { at: at.end, by: 'boss', rows: 1, attempts: 3, forms: 2, receipts: 1, locks: 0 },
  ImportBatch: {
    mode: 'rehearse',
    highestId: 17,
    lines: [{ line: 2, occurrence: 1, cells: { Id: '17', tel, order: 'A-1042' } }],
  },
  ImportReceptions: {
    receptions: [
      { line: 2, outcome: 'imported' },
      { line: 3, outcome: 'refused', column: 'tel', value: '12', reason: '12 is no phone number' },
    ],
    effects: [{ line: 2, effect: 'changed' }],
    numbers: [{ line: 2, number: '+447700900123', rows: [] }],
  },
};
