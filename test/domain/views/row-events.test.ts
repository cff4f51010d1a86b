import type { Row } from '../../../lambdas/domain/row/row.ts';
import { type RowEvent, rowEvents } from '../../../lambdas/domain/views/row-events.ts';
import { promisedRow, readRow, servedRow } from '../order/read-row.ts';

const written = '2026-11-23T10:00:00.000Z';
const at = (time: string) => `2026-11-23T${time}:00.000Z`;

test.each<[string, Row | undefined, Row | undefined, Partial<RowEvent>[]]>([
  ['a row is there', undefined, readRow({}), [{ kind: 'created' }]],
  ['a row is deleted', promisedRow('10:30'), undefined, [{ kind: 'deleted' }]],
  [
    'a row is created and its order taken at once',
    undefined,
    promisedRow('10:30'),
    [{ kind: 'created' }, { kind: 'promised', for: at('10:30') }],
  ],
  [
    'an order is written: not judged yet',
    readRow({}),
    readRow({ status: 10, callaftermin: 5 }),
    [],
  ],
  [
    'an order is taken',
    readRow({ status: 10, callaftermin: 5 }),
    promisedRow('10:30'),
    [{ kind: 'promised', for: at('10:30') }],
  ],
  [
    'another time is written: not judged yet',
    promisedRow('10:30'),
    promisedRow('10:30', { time_callback: '11:00' }),
    [],
  ],
  [
    'another time is taken',
    promisedRow('10:30', { time_callback: '11:00' }),
    promisedRow('11:00'),
    [{ kind: 'moved', from: at('10:30'), to: at('11:00') }],
  ],
  [
    'the zone of its task changed',
    promisedRow('15:00', { _promised_at: at('10:00'), _promised_for: at('15:00') }),
    promisedRow('14:00', { _promised_at: at('10:00'), _promised_for: at('14:00') }),
    [{ kind: 'moved', from: at('15:00'), to: at('14:00'), because: 'zone' }],
  ],
  [
    'a rule put it off',
    promisedRow('10:30', { _promised_at: at('10:00'), _promised_for: at('10:30') }),
    promisedRow('14:00', {
      _promised_at: at('10:00'),
      _promised_for: at('10:30'),
      _put_off_by: 'outside-calling-hours',
    }),
    [{ kind: 'moved', from: at('10:30'), to: at('14:00'), putOffBy: 'outside-calling-hours' }],
  ],
  [
    'another try is booked',
    promisedRow('10:30', { _promised_at: at('10:00'), _promised_for: at('10:30') }),
    promisedRow('10:35', { _promised_at: at('10:00'), _promised_for: at('10:30') }),
    [{ kind: 'moved', from: at('10:30'), to: at('10:35') }],
  ],
  [
    'the same is written again',
    promisedRow('10:30'),
    promisedRow('10:30', { callaftermin: '' }),
    [],
  ],
  [
    'nobody is free',
    promisedRow('10:30'),
    promisedRow('10:35', { _waiting_since: at('10:30'), _waiting_for: 'task:demo' }),
    [{ kind: 'waits-for-operator', to: at('10:35') }],
  ],
  [
    'the order is taken back',
    promisedRow('10:30'),
    promisedRow('10:30', { status: undefined }),
    [{ kind: 'cancelled' }],
  ],
  [
    'our columns are cleared after that',
    promisedRow('10:30', { status: undefined }),
    readRow({ date_callback: '2026-11-23', time_callback: '10:30:00' }),
    [],
  ],
  [
    'an order makes no sense',
    readRow({ status: 10 }),
    readRow({ status: 10, _problem: 'nothing says when', _problem_code: '{}', _refused: 'm' }),
    [{ kind: 'refused', problem: 'nothing says when', problemCode: '{}' }],
  ],
  [
    'a promise is missed',
    promisedRow('10:30'),
    promisedRow('10:30', { _problem: 'an hour late', _refused: 'm' }),
    [{ kind: 'refused', problem: 'an hour late' }],
  ],
  [
    'a call begins',
    promisedRow('10:30'),
    servedRow(),
    [{ kind: 'in-service', attempt: 'demo.17.a1', at: '2026-11-23T10:29:45.123Z' }],
  ],
  [
    'a call ends well',
    servedRow(),
    readRow({ status: 12, _order: { status: '12' }, date_call: '2026-11-23T10:29:45.123Z' }),
    [{ kind: 'ended', status: 12 }],
  ],
  [
    'a call that nobody promised ends',
    servedRow(),
    readRow({ date_call: '2026-11-23T10:29:45.123Z' }),
    [{ kind: 'ended' }],
  ],
  [
    'a retry is booked',
    servedRow(),
    promisedRow('10:35', { date_call: '2026-11-23T10:29:45.123Z' }),
    [{ kind: 'promised', for: at('10:35'), again: true }],
  ],
  [
    'the form promises another call',
    servedRow(),
    promisedRow('15:00', { date_call: at('10:29'), _promised_at: at('10:31') }),
    [{ kind: 'promised', for: at('15:00') }],
  ],
  [
    'it is cancelled in mid-call',
    servedRow(),
    servedRow({ status: null }),
    [{ kind: 'cancelled' }],
  ],
  [
    'the attempts are used up',
    servedRow(),
    readRow({ status: 13, _order: { status: '13' } }),
    [{ kind: 'ended', status: 13 }],
  ],
  [
    'it may not be called',
    promisedRow('10:30'),
    readRow({ status: 14, _problem: 'the number may not be called: never' }),
    [{ kind: 'ended', status: 14, problem: 'the number may not be called: never' }],
  ],
  [
    'own columns and the number are edited',
    readRow({ имя: 'Анна', город: 'Bath', empty: '' }),
    readRow({ имя: 'Мария', tel: '020 7946 0018', город: 'Bath', empty: null }),
    [{ kind: 'edited', columns: ['tel', 'имя'] }],
  ],
])('%s', (_, before, after, events) => {
  const expected = events.map((event) => ({ at: written, ...event }));
  expect(rowEvents(before, after, Date.parse(written))).toEqual(expected);
});

test('an event holds no name and no number of a customer', () => {
  const before = promisedRow('10:30', { имя: 'Мария', operator_number: '+442079460101' });
  const after = promisedRow('11:00', { имя: 'Анна', tel: '+442079460018' });
  const told = JSON.stringify(rowEvents(before, after, Date.parse(written)));
  for (const secret of ['Мария', 'Анна', '7946']) expect(told).not.toContain(secret);
});
