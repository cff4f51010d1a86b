import type { DoNotCallRecord } from '../../../lambdas/domain/do-not-call/do-not-call.ts';
import type {
  DoNotCall,
  DoNotCallList,
  DoNotCallPage,
} from '../../../lambdas/ports/limits/do-not-call.ts';

export class MemoryDoNotCall implements DoNotCall {
  readonly #records = new Map<string, DoNotCallRecord>();

  async find(number: string): Promise<DoNotCallRecord | undefined> {
    return this.#records.get(number);
  }

  async put(record: DoNotCallRecord, seen: DoNotCallRecord | undefined): Promise<boolean> {
    const found = this.#records.get(record.number);
    if (found?.entries.length !== seen?.entries.length) return false;
    if (found?.isErased !== seen?.isErased) return false;
    this.#records.set(record.number, record);
    return true;
  }

  async list({ digits = '', limit, cursor = '' }: DoNotCallPage): Promise<DoNotCallList> {
    const after = [...this.#records.values()]
      .filter(({ number }) => number > cursor)
      .sort((a, b) => (a.number < b.number ? -1 : 1));
    const page = after.slice(0, limit);
    const records = page.filter(({ number, isErased }) => !isErased && number.includes(digits));
    const last = page.at(-1);
    return after.length > limit && last ? { records, cursor: last.number } : { records };
  }
}
