/** What is said of a goal. `beside` is measured for comparison and has no goal. */
export type Verdict = 'met' | 'missed' | 'beside' | `not measured: ${string}`;

/** One line of the table. */
export interface Finding {
  what: string;
  goal: string;
  measured: string;
  verdict: Verdict;
}

/** How much is done: `quick` shows that the benchmarks work, its numbers mean little. */
export type Size = 'quick' | 'whole' | 'big';

export interface BenchContext {
  size: Size;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  tell(progress: string): void;
  /** Run when the benchmark is over, however it ends; the last one first. */
  atEnd(cleanup: () => Promise<void> | void): void;
}

/** A benchmark answers one line of the table or more, each as soon as it is measured. */
export interface Bench {
  name: string;
  /** The line that says so when nothing could be measured. */
  what: string;
  run(context: BenchContext): AsyncGenerator<Finding>;
}

export function verdictOf(isMet: boolean): Verdict {
  return isMet ? 'met' : 'missed';
}
