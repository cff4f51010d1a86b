import { PowertoolsJournal } from '../../lambdas/adapters/powertools/powertools-journal.ts';
import { withRequestId } from '../../lambdas/adapters/powertools/request-id.ts';

/** What the journal wrote, a JSON document a line; errors go to the other stream. */
function written(use: (journal: PowertoolsJournal) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  const streams = [process.stdout, process.stderr].map((it) => ({ it, write: it.write }));
  for (const { it } of streams) it.write = (text) => lines.push(String(text)) > 0;
  try {
    use(new PowertoolsJournal('CallbackCenter-test'));
  } finally {
    for (const { it, write } of streams) it.write = write;
  }
  return lines.map((line) => JSON.parse(line));
}

test('notes what happened, with ids', () => {
  const [line] = written((journal) => journal.note('order taken', { row: 'demo.17' }));
  expect(line).toMatchObject({
    level: 'INFO',
    message: 'order taken',
    service: 'CallbackCenter-test',
    ids: { row: 'demo.17' },
  });
});

test('names the request that a line belongs to, each its own', () => {
  const lines = written((journal) => {
    withRequestId('r1', () => journal.note('order taken', {}));
    withRequestId('r2', () => journal.failed(new Error('away'), {}));
    withRequestId(undefined, () => journal.note('order taken', {}));
  });
  expect(lines.map(({ requestId }) => requestId)).toEqual(['r1', 'r2', undefined]);
});

test('sends off what was counted and timed, in one line', () => {
  const lines = written((journal) => {
    journal.count('OrderTaken');
    journal.count('OrderTaken');
    journal.time('OperatorLateness', 12);
    journal.flush();
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    OrderTaken: [1, 1],
    OperatorLateness: 12,
    _aws: { CloudWatchMetrics: [{ Namespace: 'CallbackCenter', Dimensions: [['service']] }] },
  });
});

test('gauges what there is, and does not pay for telling that there is nothing', () => {
  const lines = written((journal) => {
    journal.gauge('OverdueRows', 3);
    journal.gauge('OperatorsTalking', 0);
    journal.count('LineImported', 0);
    journal.flush();
  });
  expect(lines[0]).toMatchObject({ OverdueRows: 3 });
  expect(lines[0]).not.toHaveProperty('OperatorsTalking');
  expect(lines[0]).not.toHaveProperty('LineImported');
});

test('times nothing below zero, of which CloudWatch would have no percentiles', () => {
  const lines = written((journal) => {
    journal.time('CustomerLateness', -1);
    journal.flush();
  });
  expect(lines[0]).toMatchObject({ CustomerLateness: 0 });
});

test('says nothing where nothing was counted', () => {
  expect(written((journal) => journal.flush())).toEqual([]);
});

test('a failure is logged as an error, and counted', () => {
  const lines = written((journal) => {
    journal.failed(new Error('no'), { attempt: 'demo.17.a1' });
    journal.flush();
  });
  expect(lines[0]).toMatchObject({
    level: 'ERROR',
    ids: { attempt: 'demo.17.a1' },
    failure: { message: 'no' },
  });
  expect(lines[1]).toMatchObject({ Failed: 1 });
});
