import { hasRoomForProblem } from '../../../lambdas/domain/order/row-limits.ts';
import { judge, problemOf, takenFor3pm } from './judging.ts';

const in5 = { callaftermin: 5 };

describe('Id', () => {
  test.each([
    ['1234567890123456789', '1234567890123456789'],
    ['9007199254740993', '9007199254740993'],
    [0, '0'],
    [-7, '-7'],
    [1.5, '1.5'],
  ])(
    '%s is none: the sentence says which are possible, whether or not the row orders a call',
    (Id, got) => {
      const sentence = `Id must be a whole number from 1 to 9007199254740991, got “${got}”; write the row again under another Id`;
      expect(problemOf({ ...in5, Id })).toBe(sentence);
      expect(problemOf({ Id, status: undefined })).toBe(sentence);
    },
  );

  test.each([1, 9007199254740991])('%s is one', (Id) => {
    expect(judge({ ...in5, Id })).toMatchObject({ kind: 'taken' });
  });
});

describe('how far ahead', () => {
  test.each([
    ['9999-12-31', '23:59:59', 'America/New_York'],
    ['9999-12-31', '00:00', 'Pacific/Kiritimati'],
    ['2031-11-23', '12:00:01', 'Europe/London'],
  ])('%s %s (%s) is refused: more than five years', (date_callback, time_callback, time_zone) => {
    expect(problemOf({ date_callback, time_callback, time_zone })).toMatch(
      /^the promised moment .* is more than 5 years ahead; write an earlier one$/,
    );
  });

  test('five years to the second are taken', () => {
    const columns = { date_callback: '2031-11-23', time_callback: '12:00:00' };
    expect(judge(columns)).toMatchObject({ kind: 'taken' });
  });
});

describe('the length of a column', () => {
  test.each([
    ['tel', `+44 20 7946 0${' '.repeat(90)}958`, 100, 106],
    ['operator_number', `sip:anna@${'b'.repeat(3000)}`, 255, 3009],
    ['callaftermin', '0'.repeat(205_000), 100, 205_000],
    ['time_zone', `Europe/${'L'.repeat(100_000)}`, 64, 100_007],
  ])('%s: the sentence says how long it may be', (column, value, most, got) => {
    const sentence = `${column} has at most ${most} characters, what it holds has ${got}`;
    expect(problemOf({ ...in5, [column]: value })).toBe(sentence);
  });

  test('what stands for a refused order is short, whatever was written', () => {
    const verdict = judge({ ...in5, tel: '5'.repeat(200_000) });
    expect(verdict).toMatchObject({ kind: 'refused', mark: expect.stringMatching(/^.{1,20}$/) });
  });
});

describe('the size of a row', () => {
  const large = { ...in5, комментарии: 'я'.repeat(200_000) };

  test('is limited, so that our own columns find room', () => {
    expect(problemOf(large)).toMatch(/^a row holds at most 390000 bytes, this one has 4\d{5}$/);
    expect(judge({ ...in5, комментарии: 'x'.repeat(380_000) })).toMatchObject({ kind: 'taken' });
  });

  test('counts for a row that was taken before it grew', () => {
    const own = takenFor3pm();
    expect(judge({ ...own.order, комментарии: large.комментарии }, { own })).toMatchObject({
      kind: 'refused',
      problem: { code: 'too-much' },
    });
  });

  test('a row that shrank is judged again', () => {
    const refused = judge(large);
    const own = { refused: refused.kind === 'refused' ? refused.mark : '' };
    expect(judge(large, { own })).toEqual({ kind: 'unchanged' });
    expect(judge(in5, { own })).toMatchObject({ kind: 'taken' });
  });

  test('decides whether its problem can be written into it at all', () => {
    expect(hasRoomForProblem({ text: 'x'.repeat(400_000) })).toBe(true);
    expect(hasRoomForProblem({ text: 'x'.repeat(408_500) })).toBe(false);
  });
});

test('a row has at most 250 columns of its own and of the contract', () => {
  const columns = Object.fromEntries(Array.from({ length: 245 }, (_, n) => [`column ${n}`, n]));
  const own = { _imported: 'x', _order: {} };
  expect(judge({ ...in5, ...columns, ...own })).toMatchObject({ kind: 'taken' });
  expect(problemOf({ ...in5, ...columns, more: 1 })).toBe(
    'a row has at most 250 columns, this one has 251',
  );
});

test('a task whose id is none cannot be created', () => {
  const long = 'x'.repeat(2000);
  expect(problemOf({ ...in5, task: long }, { task: undefined })).toBe(
    `task must be a task's id, 1–32 letters, digits, hyphens or underscores, got “${long.slice(0, 40)}…”`,
  );
});
