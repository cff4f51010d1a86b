import { orderMark } from '../../../lambdas/domain/order/order.ts';
import { dueOf, judge, problemOf, takenFor3pm } from './judging.ts';

const at3pm = { date_callback: '2026-11-23', time_callback: '15:00:00' };

describe('an order that was taken', () => {
  test('is unchanged while the row says the same, however often and late that is told', () => {
    const given = { own: takenFor3pm(), writtenAt: '2026-11-24T09:00:00Z' };
    expect(judge(at3pm, given)).toEqual({ kind: 'unchanged' });
  });

  test('is unchanged when 10 comes as a text', () => {
    expect(judge({ ...at3pm, status: '10' }, { own: takenFor3pm() })).toEqual({
      kind: 'unchanged',
    });
  });

  test('is unchanged when the task’s own columns, the number or the operator change', () => {
    const columns = { ...at3pm, имя: 'Zoë', tel: '+442079460018', operator_number: 'client:anna' };
    expect(judge(columns, { own: takenFor3pm() })).toEqual({ kind: 'unchanged' });
  });

  test('moves with the time alone: the pair as it now stands', () => {
    const columns = { ...at3pm, time_callback: '16:00' };
    expect(dueOf(columns, { own: takenFor3pm() })).toBe('2026-11-23T16:00:00.000Z');
  });

  test('moves with the date alone: the pair as it now stands', () => {
    const columns = { ...at3pm, date_callback: '2026-11-30' };
    expect(dueOf(columns, { own: takenFor3pm() })).toBe('2026-11-30T15:00:00.000Z');
  });

  test('moves with the zone alone: the pair as it now stands there', () => {
    const columns = { ...at3pm, time_zone: 'America/New_York' };
    expect(judge(columns, { own: takenFor3pm() })).toEqual({
      kind: 'taken',
      dueAt: Date.parse('2026-11-23T20:00:00Z'),
      fields: { status: '10', ...at3pm, time_zone: 'America/New_York' },
    });
  });

  test('is judged again when an outside writer dropped its due instant', () => {
    const { order = {} } = takenFor3pm();
    expect(dueOf(at3pm, { own: { order } })).toBe('2026-11-23T15:00:00.000Z');
  });

  test('is judged again when an outside writer dropped all that is ours', () => {
    expect(dueOf(at3pm)).toBe('2026-11-23T15:00:00.000Z');
  });

  test('makes a row whose call succeeded due again by the pair that it still holds', () => {
    const own = { order: { status: '12' } };
    expect(dueOf(at3pm, { own })).toBe('2026-11-23T15:00:00.000Z');
    expect(problemOf(at3pm, { own, writtenAt: '2026-11-23T16:00:00Z' })).toMatch(/was past at/);
  });
});

describe('a cancel', () => {
  test.each([[undefined], [null], [''], [' '], [12], ['12'], [13], [14]])('is status %p', (it) => {
    expect(judge({ ...at3pm, status: it }, { own: takenFor3pm() })).toEqual({ kind: 'cleared' });
  });

  test('of a row that was refused removes what stands there about it', () => {
    const own = { problem: 'callaftermin must be …', refused: orderMark({ status: '10' }) };
    expect(judge({ status: null }, { own })).toEqual({ kind: 'cleared' });
  });

  test.each([[undefined], [12], [13], [14]])(
    'is nothing for a row that ordered nothing: status %p',
    (status) => {
      expect(judge({ status })).toEqual({ kind: 'unchanged' });
    },
  );

  test('of a row whose task nobody created is a cancel too', () => {
    const given = { own: takenFor3pm(), task: undefined };
    expect(judge({ status: null }, given)).toEqual({ kind: 'cleared' });
  });
});

describe('a refusal', () => {
  const bad = { callaftermin: 'завтра' };
  const refused = judge(bad);
  const own = { refused: 'mark' in refused ? refused.mark : '', problem: 'callaftermin must be …' };

  test('is judged once', () => {
    expect(refused.kind).toBe('refused');
    expect(judge(bad, { own })).toEqual({ kind: 'unchanged' });
  });

  test.each([
    ['order', { callaftermin: 'послезавтра' }],
    ['number', { ...bad, tel: '+442079460018' }],
    ['operator', { ...bad, operator_number: 'client:anna' }],
    ['zone', { ...bad, time_zone: 'Europe/Paris' }],
  ])('is judged again when the %s was changed', (_, columns) => {
    expect(judge(columns, { own })).toMatchObject({ kind: 'refused' });
  });

  test('ends with the next good write', () => {
    expect(dueOf({ callaftermin: 5 }, { own })).toBe('2026-11-23T12:05:00.000Z');
  });

  test('is not repeated for a change that has nothing to do with it', () => {
    expect(judge({ ...bad, имя: 'Zoë' }, { own })).toEqual({ kind: 'unchanged' });
  });
});
