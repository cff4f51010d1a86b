import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

/** What is logged by `run` carries the id of Lambda's request, by which the lines of one are found. */
export function withRequestId<Result>(id: string | undefined, run: () => Result): Result {
  return id === undefined ? run() : requests.run(id, run);
}

export function requestIdPart(): { requestId?: string } {
  const requestId = requests.getStore();
  return requestId === undefined ? {} : { requestId };
}
