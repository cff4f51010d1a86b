import {
  type DoNotCallEntry,
  entryAgainst,
  isHeard,
  isNews,
} from '../../../lambdas/domain/do-not-call/do-not-call.ts';

const at = Date.UTC(2026, 10, 23, 12);
const entry = (kind: DoNotCallEntry['kind'], task?: string): DoNotCallEntry => ({
  kind,
  at,
  door: 'list',
  ...(task !== undefined && { task }),
});
const [noToAll, noToDemo, noToOther] = [
  entry('added'),
  entry('added', 'demo'),
  entry('added', 'other'),
];
const [yesToAll, yesToDemo] = [entry('lifted'), entry('lifted', 'demo')];

describe('a number', () => {
  test.each<[string, DoNotCallEntry[], boolean]>([
    ['of which nobody said anything may be called', [], false],
    ['for all tasks is for each', [noToAll], true],
    ['for one task is for that one', [noToDemo], true],
    ['for another task is not for this one', [noToOther], false],
    ['that was lifted for the task may be called', [noToDemo, yesToDemo], false],
    ['that was lifted for all tasks may be called for each', [noToDemo, noToAll, yesToAll], false],
    ['for all stays so when one task is lifted', [noToAll, noToDemo, yesToDemo], true],
    [
      'that said no again after it was lifted may not be called',
      [noToDemo, yesToAll, noToDemo],
      true,
    ],
    ['that was lifted for all, and for one said no since', [noToAll, yesToAll, noToDemo], true],
  ])('%s', (_, entries, isBarred) => {
    const against = entryAgainst({ number: '+442079460017', entries }, 'demo');
    expect(against !== undefined).toBe(isBarred);
  });
});

test.each<[string, DoNotCallEntry[], DoNotCallEntry, boolean]>([
  ['a first no', [], noToAll, true],
  ['the same no again', [noToAll], noToAll, false],
  ['a no to all after one to a task', [noToDemo], noToAll, true],
  ['a no to a task after one to all', [noToAll], noToDemo, true],
  ['lifting what nobody said', [], yesToAll, false],
  ['lifting another task’s no', [noToOther], yesToDemo, false],
  ['lifting each task’s no', [noToOther], yesToAll, true],
  ['lifting twice', [noToDemo, yesToDemo], yesToDemo, false],
])('%s: news or not', (_, entries, entry, isNew) => {
  expect(isNews({ number: '+442079460017', entries }, entry)).toBe(isNew);
});

test('a talk is heard once, also when what it said was lifted since', () => {
  const said = { ...noToDemo, attempt: 'demo.17.a' };
  const record = { number: '+442079460017', entries: [said, yesToDemo] };
  expect(isHeard(record, 'demo.17.a')).toBe(true);
  expect(isHeard(record, 'demo.17.b')).toBe(false);
});
