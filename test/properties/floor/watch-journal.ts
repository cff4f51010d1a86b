import type { InvocationJournal } from '../../../lambdas/handlers/boundary/invocation-journal.ts';
import type { Metric } from '../../../lambdas/ports/records/journal.ts';
import { isPassing } from './functions.ts';
import type { Promises } from './promises.ts';

/** The log and the counters: nothing may fail but what passes, and no line may tell of anybody. */
export class WatchedJournal implements InvocationJournal {
  readonly counts = new Map<Metric, number>();
  readonly #promises: Promises;

  constructor(promises: Promises) {
    this.#promises = promises;
  }

  count(metric: Metric, times = 1): void {
    this.counts.set(metric, (this.counts.get(metric) ?? 0) + times);
  }

  time(): void {}
  gauge(): void {}
  flush(): void {}

  note(event: string, ids: Parameters<InvocationJournal['note']>[1]): void {
    for (const value of Object.values(ids)) this.#mustTellNobody(event, value);
  }

  failed(error: unknown, ids: Parameters<InvocationJournal['failed']>[1]): void {
    if (!isPassing(error)) this.#promises.broken(error, JSON.stringify(ids));
  }

  #mustTellNobody(event: string, value: unknown): void {
    if (typeof value === 'string' && /\+\d{7}|Zoë|Пётр|Operator \d/.test(value))
      this.#promises.violate(`10: “${event}” tells ${value}`);
  }
}
