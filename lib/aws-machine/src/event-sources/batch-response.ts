import type { InvocationResult } from '../functions/function-worker.ts';

interface BatchResponse {
  batchItemFailures?: { itemIdentifier?: unknown }[];
}

/**
 * Which items of a batch have to come again, by the rules of ReportBatchItemFailures: none where
 * the list is empty or missing; all of them where the function failed, or named an item that it
 * was not given.
 */
export function failedItems(options: {
  result: InvocationResult;
  ids: string[];
  reportsItemFailures: boolean;
}): string[] {
  const { result, ids, reportsItemFailures } = options;
  if (!result.ok) return ids;
  if (!reportsItemFailures) return [];
  const response = JSON.parse(result.payload) as BatchResponse | null;
  const failures = response?.batchItemFailures ?? [];
  const named = failures.map(({ itemIdentifier }) => String(itemIdentifier));
  return named.every((id) => ids.includes(id)) ? named : ids;
}
