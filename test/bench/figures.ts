/** The smallest value that the share of all (0–1) does not exceed; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export interface Spread {
  p50: number;
  p99: number;
  worst: number;
  /** How many lie before their moment. */
  early: number;
  count: number;
}

/** @param lateness milliseconds after the moment */
export function spreadOf(lateness: readonly number[]): Spread {
  return {
    p50: percentile(lateness, 0.5),
    p99: percentile(lateness, 0.99),
    worst: percentile(lateness, 1),
    early: lateness.filter((it) => it < 0).length,
    count: lateness.length,
  };
}

export function spreadText({ p50, p99, worst, early, count }: Spread): string {
  const head = `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}, worst ${milliseconds(worst)}`;
  return `${head}, ${early} early, of ${count}`;
}

/** `12 ms`, from ten seconds on `12.3 s`. */
export function milliseconds(value: number): string {
  return Math.abs(value) < 10_000 ? `${round(value, 1)} ms` : `${round(value / 1000, 1)} s`;
}

export function round(value: number, digits = 0): string {
  return String(Number(value.toFixed(digits)));
}

export function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} KB`;
}
