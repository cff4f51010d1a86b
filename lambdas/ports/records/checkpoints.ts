/** Where a sweep over a whole table goes on. Lost, it begins anew. */
export interface Checkpoints {
  /** Undefined at the table's beginning. */
  read(sweep: string): Promise<string | undefined>;
  /** Undefined once the sweep came to the table's end. */
  keep(sweep: string, place: string | undefined): Promise<void>;
}
