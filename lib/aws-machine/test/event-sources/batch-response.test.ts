import { failedItems } from '../../src/event-sources/batch-response.ts';

const ids = ['a', 'b'];
const failure = { errorType: 'Error', errorMessage: 'no' };

function failedAfter(response: unknown, reportsItemFailures = true): string[] {
  const result = { ok: true as const, payload: JSON.stringify(response) };
  return failedItems({ result, ids, reportsItemFailures });
}

test('a function that failed gets the whole batch again', () => {
  const result = { ok: false as const, failure };
  expect(failedItems({ result, ids, reportsItemFailures: true })).toEqual(ids);
});

test('only the items that were named come again', () => {
  expect(failedAfter({ batchItemFailures: [{ itemIdentifier: 'b' }] })).toEqual(['b']);
});

test.each([null, {}, { batchItemFailures: [] }])('%j is success', (response) => {
  expect(failedAfter(response)).toEqual([]);
});

test('an unknown or empty id brings the whole batch again', () => {
  expect(failedAfter({ batchItemFailures: [{ itemIdentifier: 'z' }] })).toEqual(ids);
  expect(failedAfter({ batchItemFailures: [{ itemIdentifier: '' }] })).toEqual(ids);
});

test('what was not asked for is not heard', () => {
  expect(failedAfter({ batchItemFailures: [{ itemIdentifier: 'b' }] }, false)).toEqual([]);
});
