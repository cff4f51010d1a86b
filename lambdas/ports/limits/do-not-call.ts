import type { DoNotCallRecord } from '../../domain/do-not-call/do-not-call.ts';

/** The do-not-call records, one a number, in E.164. Kept for good: what was lifted stays in them. */
export interface DoNotCall {
  /** Strongly consistent. Of a record that was erased, the number is the one that was asked for. */
  find(number: string): Promise<DoNotCallRecord | undefined>;

  /**
   * Stores the record if the number's entries are still as many as were seen; otherwise changes
   * nothing and returns false. Repeating it returns false.
   */
  put(record: DoNotCallRecord, seen: DoNotCallRecord | undefined): Promise<boolean>;

  /** One page of all records in no particular order, without those that were erased. */
  list(page: DoNotCallPage): Promise<DoNotCallList>;
}

export interface DoNotCallPage {
  /** What the number has somewhere in it. */
  digits?: string | undefined;
  limit: number;
  /** Of the page before. */
  cursor?: string | undefined;
}

export interface DoNotCallList {
  records: DoNotCallRecord[];
  /** Absent on the last page. A page may be shorter than its limit, or empty, and not be the last. */
  cursor?: string;
}
