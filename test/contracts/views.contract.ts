import { noDaySums } from '../../lambdas/domain/figures/day-sums.ts';
import type { ViewEntry } from '../../lambdas/domain/views/index-entries.ts';
import type { OutcomeRecord } from '../../lambdas/domain/views/outcome-record.ts';
import type { RowEvent } from '../../lambdas/domain/views/row-events.ts';
import type { UnkeptPromise } from '../../lambdas/domain/views/unkept-promise.ts';
import type { Views } from '../../lambdas/ports/records/views.ts';
import { promisedContract } from './promised.contract.ts';
import { noon, second } from './samples.ts';
import { list, type OpenViews, row } from './view-store.ts';

const word = (text: string): ViewEntry => ({ view: 'word', word: text });
const number = (e164: string): ViewEntry => ({ view: 'number', e164 });
const anna = '+442079460101';

export function viewsContract(open: OpenViews): void {
  describe('words and numbers', () => lookupContract(open));
  describe('promised calls', () => promisedContract(open));
  describe('lists by Id', () => listsContract(open));
  describe('rows that were written', () => changedContract(open));
  describe('events', () => eventsContract(open));
  describe('outcomes', () => outcomesContract(open));
  describe('promises that were not kept', () => unkeptContract(open));
  describe('sums of days', () => daysContract(open));
  describe('listing rows that are older than the views', () => progressContract(open));
}

function lookupContract(open: OpenViews): void {
  test('a row is found by the beginning of a word, in its own task', async () => {
    const { views } = await open();
    await list(views, row(17), word('мария'), word('иванова'));
    await list(views, row(18), word('марина'));
    await list(views, row(19, 'other'), word('мария'));
    expect(await views.byWord('demo', 'мари', 9)).toEqual([row(18), row(17)]);
    expect(await views.byWord('demo', 'марин', 9)).toEqual([row(18)]);
    expect(await views.byWord('demo', 'ария', 9)).toEqual([]);
    expect(await views.byWord('demo', 'мари', 1)).toEqual([row(18)]);
  });

  test('a row with two words that begin the same is named once', async () => {
    const { views } = await open();
    await list(views, row(17), word('мария'), word('маринина'));
    expect(await views.byWord('demo', 'мари', 9)).toEqual([row(17)]);
  });

  test('short words and words of other scripts are found too', async () => {
    const { views } = await open();
    await list(views, row(17), word('7'), word('李明'), word('𐌰𐌱𐌲'));
    for (const text of ['7', '李明', '𐌰𐌱']) {
      expect(await views.byWord('demo', text, 9)).toEqual([row(17)]);
    }
  });

  test('a number is found whole and by its last digits', async () => {
    const { views } = await open();
    await list(views, row(2), number('+442079460017'));
    await list(views, row(1), number('+442079460017'));
    await list(views, row(3), number('+442079461017'));
    expect(await views.byNumber('demo', '+442079460017')).toEqual([row(1), row(2)]);
    expect(await views.byNumber('demo', '+42079460017')).toEqual([]);
    expect(await views.byLastDigits('demo', '0017', 9)).toEqual([row(1), row(2)]);
    const three = await views.byLastDigits('demo', '017', 9);
    expect(three.map(({ Id }) => Id).sort()).toEqual([1, 2, 3]);
    expect(await views.byLastDigits('demo', '0017', 1)).toHaveLength(1);
  });

  test('what was taken out of the views is not found, and doing it twice is fine', async () => {
    const { views } = await open();
    await list(views, row(17), word('мария'), number('+442079460017'));
    const change = {
      row: row(17),
      put: [word('анна')],
      remove: [word('мария'), number('+442079460017')],
      events: [],
      unkept: [],
    };
    await views.follow(change);
    await views.follow(change);
    expect(await views.byWord('demo', 'мария', 9)).toEqual([]);
    expect(await views.byNumber('demo', '+442079460017')).toEqual([]);
    expect(await views.byWord('demo', 'анна', 9)).toEqual([row(17)]);
  });

  test('a row may have more entries than one request takes', async () => {
    const { views } = await open();
    const words = Array.from({ length: 60 }, (_, n) => `слово${n + 10}`);
    await list(views, row(17), ...words.map(word));
    for (const text of words) expect(await views.byWord('demo', text, 9)).toEqual([row(17)]);
  });
}

function listsContract(open: OpenViews): void {
  test.each(['fresh', 'problem'] as const)('%s: by ascending Id, page by page', async (view) => {
    const { views } = await open();
    for (const Id of [100, 20, 3]) await list(views, row(Id), { view });
    await list(views, row(4, 'other'), { view });
    const read = (after: number | undefined, limit: number) =>
      view === 'fresh' ? views.fresh('demo', after, limit) : views.problems('demo', after, limit);
    expect(await read(undefined, 2)).toEqual([row(3), row(20)]);
    expect(await read(20, 2)).toEqual([row(100)]);
    expect(await read(100, 2)).toEqual([]);
  });
}

function eventsContract(open: OpenViews): void {
  const at = (seconds: number) => new Date(noon + seconds * second).toISOString();
  const happened = (views: Views, sequence: string, ...events: RowEvent[]) =>
    views.follow({
      row: row(17),
      put: [],
      remove: [],
      events: events.map((event, place) => ({ sequence, place, event })),
      unkept: [],
    });

  test('are told in their order, those of one instant by their sequence', async () => {
    const { views } = await open();
    await happened(views, '1000', { at: at(1), kind: 'cancelled' });
    await happened(views, '99', { at: at(1), kind: 'edited', columns: ['имя'] });
    await happened(
      views,
      '5',
      { at: at(0), kind: 'created' },
      { at: at(0), kind: 'promised', for: at(9) },
    );
    const events = await views.events(row(17));
    expect(events).toEqual([
      { at: at(0), kind: 'created' },
      { at: at(0), kind: 'promised', for: at(9) },
      { at: at(1), kind: 'edited', columns: ['имя'] },
      { at: at(1), kind: 'cancelled' },
    ]);
    expect(await views.events(row(18))).toEqual([]);
  });

  test('that are told of twice happened once', async () => {
    const { views } = await open();
    await happened(views, '1', { at: at(0), kind: 'created' });
    await happened(views, '1', { at: at(0), kind: 'created' });
    expect(await views.events(row(17))).toHaveLength(1);
  });
}

function outcomesContract(open: OpenViews): void {
  const record = (given: Partial<OutcomeRecord> = {}): OutcomeRecord => ({
    attempt: 'demo.17.a1' as OutcomeRecord['attempt'],
    task: 'demo',
    origin: 'callback',
    operator: { id: 'anna', address: anna },
    outcome: 'customer-busy',
    settledAt: noon,
    talkSeconds: 0,
    operatorLateMs: 12,
    ...given,
  });

  test('are found by task and day of UTC', async () => {
    const { views } = await open();
    const other = 'demo.18.a1' as OutcomeRecord['attempt'];
    await views.keepOutcome(record());
    await views.keepOutcome(record({ attempt: other, settledAt: noon + 12 * 3600 * second }));
    expect(await views.outcomes('demo', ['2026-11-23'])).toEqual([record()]);
    expect(await views.outcomes('demo', ['2026-11-23', '2026-11-24'])).toHaveLength(2);
    expect(await views.outcomes('demo', ['2026-11-22'])).toEqual([]);
    expect(await views.outcomes('other', ['2026-11-23'])).toEqual([]);
  });

  test('are found by their operator, too', async () => {
    const { views } = await open();
    const others = [
      { attempt: 'demo.18.a1' as OutcomeRecord['attempt'], operator: { id: 'ann', address: anna } },
      { attempt: 'demo.19.a1' as OutcomeRecord['attempt'], operator: { address: anna } },
    ];
    for (const given of [{}, ...others]) await views.keepOutcome(record(given));
    expect(await views.outcomes('demo', ['2026-11-23'], 'anna')).toEqual([record()]);
    expect(await views.outcomes('demo', ['2026-11-23'])).toHaveLength(3);
  });

  test('a later record of an attempt replaces the first', async () => {
    const { views } = await open();
    await views.keepOutcome(record());
    await views.keepOutcome(record({ outcome: 'reached', talkSeconds: 9 }));
    expect(await views.outcomes('demo', ['2026-11-23'])).toEqual([
      record({ outcome: 'reached', talkSeconds: 9 }),
    ]);
  });
}

function unkeptContract(open: OpenViews): void {
  const unkept = (Id: number, promisedFor = noon): UnkeptPromise => ({
    row: row(Id),
    promisedFor,
    delayedBy: 'operators',
  });
  const give = (views: Views, ...promises: UnkeptPromise[]) =>
    views.follow({ row: row(17), put: [], remove: [], events: [], unkept: promises });

  test('are found by task and the day of UTC for which they were made', async () => {
    const { views } = await open();
    const nextDay = noon + 12 * 3600 * second;
    await give(views, unkept(17), unkept(17, nextDay));
    expect(await views.unkept('demo', ['2026-11-23'])).toEqual([unkept(17)]);
    expect(await views.unkept('demo', ['2026-11-23', '2026-11-24'])).toHaveLength(2);
    expect(await views.unkept('demo', ['2026-11-22'])).toEqual([]);
    expect(await views.unkept('other', ['2026-11-23'])).toEqual([]);
  });

  test('are each kept once, however often they are told of', async () => {
    const { views } = await open();
    for (let n = 0; n < 2; n++) await give(views, unkept(17));
    await give(views, unkept(18));
    expect(await views.unkept('demo', ['2026-11-23'])).toHaveLength(2);
  });
}

function changedContract(open: OpenViews): void {
  const write = (views: Views, key: { task: string; Id: number }, changedAt: number) =>
    views.follow({ row: key, changedAt, put: [], remove: [], events: [], unkept: [] });
  const of = { day: '2026-11-23', since: noon, limit: 2 };

  test('are found by the day and the second of their last write, by Id, page by page', async () => {
    const { views } = await open();
    await write(views, row(1), noon - second);
    for (const Id of [4, 3, 2]) await write(views, row(Id), noon + Id * second);
    await write(views, row(5, 'other'), noon);
    await write(views, row(6), noon + 86_400 * second);
    expect(await views.changed('demo', of)).toEqual({ rows: [row(2)], next: 2 });
    const rest = await views.changed('demo', { ...of, after: 2, limit: 9 });
    expect(rest).toEqual({ rows: [row(3), row(4)] });
    expect((await views.changed('demo', { ...of, day: '2026-11-24' })).rows).toEqual([row(6)]);
  });

  test('are there once a day, by their last write', async () => {
    const { views } = await open();
    await write(views, row(1), noon - second);
    await write(views, row(1), noon);
    expect(await views.changed('demo', of)).toEqual({ rows: [row(1)] });
    expect(await views.changed('demo', { ...of, since: noon + 1 })).toEqual({ rows: [] });
  });

  test('are not those that were only listed anew', async () => {
    const { views } = await open();
    await list(views, row(1), { view: 'fresh' });
    expect(await views.changed('demo', of)).toEqual({ rows: [] });
  });
}

function progressContract(open: OpenViews): void {
  test('is remembered for each edition', async () => {
    const { views } = await open();
    expect(await views.progress(1)).toEqual({ isDone: false });
    await views.noteProgress(1, { isDone: false, cursor: 'here' });
    expect(await views.progress(1)).toEqual({ isDone: false, cursor: 'here' });
    await views.noteProgress(1, { isDone: true });
    expect(await views.progress(1)).toEqual({ isDone: true });
    expect(await views.progress(2)).toEqual({ isDone: false });
  });
}

function daysContract(open: OpenViews): void {
  const zone = 'Europe/London';
  const kept = (date: string, changes = 0) => ({
    date,
    sums: { ...noDaySums, answers: { 'callback/result/settled': 2 } },
    changes,
  });
  const november = { from: '2026-11-01', to: '2026-11-30' };

  test('are kept by task, zone and date; later sums replace earlier ones', async () => {
    const { views } = await open();
    for (const day of [kept('2026-11-23'), kept('2026-11-30'), kept('2026-12-01')])
      await views.keepDaySums('demo', zone, day);
    await views.keepDaySums('demo', zone, kept('2026-11-23', 1));
    expect(await views.daySums('demo', zone, november)).toEqual([
      kept('2026-11-23', 1),
      kept('2026-11-30'),
    ]);
    expect(await views.daySums('demo', 'Europe/Moscow', november)).toEqual([]);
    expect(await views.daySums('other', zone, november)).toEqual([]);
  });

  test('late changes are counted for each day of UTC', async () => {
    const { views } = await open();
    for (const date of ['2026-11-23', '2026-11-23', '2026-11-30', '2026-12-01'])
      await views.noteLateChange('demo', date);
    expect([...(await views.lateChanges('demo', november))]).toEqual([
      ['2026-11-23', 2],
      ['2026-11-30', 1],
    ]);
    expect((await views.lateChanges('other', november)).size).toBe(0);
  });
}
