import { type Cells, judgeLine } from '../../../lambdas/domain/import/import-line.ts';
import { taskSchema } from '../../../lambdas/domain/task/task.ts';
import { inWords } from '../../support/refusal-in-words.ts';

const task = taskSchema.parse({
  id: 'demo',
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: ['anna'],
});

const noon = Date.parse('2026-11-23T12:00:00.000Z');

function judge(cells: Cells) {
  return judgeLine({ line: 7, cells: { tel: '020 7946 0017', ...cells } }, task, noon);
}

describe('a good line', () => {
  test('carries its columns along as text and leaves empty cells out', () => {
    expect(judge({ Id: '17', имя: 'Мария', 'id заказа': '0010', адрес: '', status: '' })).toEqual({
      line: 7,
      Id: 17,
      columns: { tel: '020 7946 0017', имя: 'Мария', 'id заказа': '0010' },
      emptied: ['status'],
    });
  });

  test('has status and minutes as numbers', () => {
    const line = judge({ status: ' 10 ', callaftermin: '5' });
    expect(line).toMatchObject({ columns: { status: 10, callaftermin: 5 }, emptied: [] });
  });

  test('needs no Id', () => {
    expect(judge({ Id: ' ' })).toMatchObject({ Id: undefined });
  });

  test.each([
    ['28.02.2027', '10:00', { date_callback: '2027-02-28', time_callback: '10:00' }],
    ['8.2.2027', '9:30', { date_callback: '2027-02-08', time_callback: '9:30' }],
    [
      '28.02.2027 0:00',
      '01.01.1900 10:00:00',
      { date_callback: '2027-02-28 0:00', time_callback: '1900-01-01 10:00:00' },
    ],
    ['2027-02-28 00:00:00.000', '1900-01-01 10:00:00.000', {}],
  ])('promises a call at %s, %s', (date_callback, time_callback, stored) => {
    const line = judge({ status: '10', date_callback, time_callback });
    expect(line).toMatchObject({
      columns: { status: 10, date_callback, time_callback, ...stored },
    });
  });

  test('has nothing where an SQL tool wrote NULL in a column of the contract', () => {
    const line = judge({ Id: 'NULL', status: 'NULL', callaftermin: 'NULL', имя: 'NULL' });
    expect(line).toMatchObject({
      Id: undefined,
      columns: { tel: '020 7946 0017', имя: 'NULL' },
      emptied: ['status', 'callaftermin'],
    });
  });

  test.each(['null', '\\N', 'NaN', 'None', '(null)', '<null>', '#N/A', 'n/a', 'nil', '#Н/Д'])(
    'has nothing where a tool wrote %s',
    (word) => {
      const line = judge({ Id: word, status: word, callaftermin: word, time_zone: word, x: word });
      expect(line).toMatchObject({
        Id: undefined,
        columns: { tel: '020 7946 0017', x: word },
        emptied: ['status', 'callaftermin', 'time_zone'],
      });
    },
  );

  test.each([
    ['501.0', '10.0', '5.0', 501],
    ['501,0', '10,0', '5,00', 501],
    ['0501.000', '10', '5', 501],
  ])('has whole numbers that a table tool wrote with noughts: %s', (Id, status, minutes, is) => {
    expect(judge({ Id, status, callaftermin: minutes, tel: '2079460136.0' })).toMatchObject({
      Id: is,
      columns: { status: 10, callaftermin: 5 },
    });
  });

  test('that orders nothing may hold what only an order makes sense of', () => {
    expect(judge({ status: '12', callaftermin: 'завтра' })).toHaveProperty('columns');
    expect(judge({ callaftermin: '9'.repeat(30) })).toHaveProperty('columns');
  });
});

describe('a bad line is refused with its column, value and reason', () => {
  test.each([
    ['Id', '0', {}, 'Id must be a whole number from 1'],
    ['Id', '-1', {}, 'Id must be a whole number from 1'],
    ['Id', '1.5', {}, 'Id must be a whole number from 1'],
    ['Id', 'семь', {}, 'Id must be a whole number from 1'],
    ['Id', '9007199254740992', {}, 'Id must be a whole number from 1'],
    ['tel', '', {}, 'tel is empty'],
    ['tel', 'NULL', {}, 'tel is empty'],
    ['tel', '', { status: '10', callaftermin: '5' }, 'tel is empty'],
    ['tel', 'телефон неизвестен', {}, 'tel must be a phone number'],
    [
      'tel',
      'телефон неизвестен',
      { status: '10', callaftermin: '5' },
      'tel must be a phone number',
    ],
    ['tel', '4,47701E+11', {}, 'tel was shortened by a spreadsheet'],
    ['status', '99', {}, 'status must be 10'],
    ['status', 'завтра', {}, 'status must be 10'],
    ['status', '11', {}, 'status 11 is set by the system'],
    ['status', '10', {}, 'status is 10 but nothing says when to call'],
    ['callaftermin', 'завтра', { status: '10' }, 'callaftermin must be a whole number'],
    ['callaftermin', '525601', { status: '10' }, 'callaftermin must be a whole number'],
    [
      'date_callback',
      '31.02.2027',
      { status: '10', time_callback: '10:00' },
      'date_callback is “2027-02-31”',
    ],
    [
      'date_callback',
      '2027-02-29',
      { status: '10', time_callback: '10:00' },
      'a day that the calendar does not have',
    ],
    ['date_callback', '2027-02-28', { status: '10' }, 'but time_callback is empty'],
    ['date_callback', '2026-11-22', { status: '10', time_callback: '10:00' }, 'past'],
    [
      'time_callback',
      '25:00',
      { status: '10', date_callback: '2027-02-28' },
      'time_callback must be HH:mm',
    ],
    ['time_callback', '2026-11-22 10:00', { status: '10' }, 'past'],
    ['operator_number', 'Анна', { status: '10', callaftermin: '5' }, 'operator_number must be'],
    ['time_zone', 'Москва', { status: '10', callaftermin: '5' }, 'time_zone must be an IANA name'],
    ['time_zone', 'PST', { status: '10', callaftermin: '5' }, 'such as America/Los_Angeles'],
    ['time_zone', 'EST', {}, 'such as America/New_York'],
  ])('%s: %s', (column, value, others, reason) => {
    expect(inWords(judge({ ...others, [column]: value }))).toEqual({
      line: 7,
      column,
      value,
      reason: expect.stringContaining(reason),
    });
  });

  test('when it is larger than a row can be', () => {
    expect(inWords(judge({ комментарии: 'я'.repeat(200_000) }))).toEqual({
      line: 7,
      reason: expect.stringMatching(/^a row holds at most 390000 bytes, this one has 4000\d\d$/),
    });
    expect(judge({ комментарии: 'x'.repeat(200_000) })).toHaveProperty('columns');
  });
});
