import { toE164 } from '../basics/phone-number.ts';
import type { Cells, WellFormedLine } from './import-line.ts';

/** A line whose number somebody else has: a customer who would be called twice. */
export interface SameNumber {
  line: number;
  /** In E.164. */
  number: string;
  /** The file's first line with it. */
  earlierLine?: number;
  /** Rows of the task that hold it, the line's own left out. */
  rows: readonly number[];
}

/** Finds numbers that come again in a file; its lines must come in their order. */
export class NumbersOfFile {
  readonly #first = new Map<string, number>();

  /** The first line with this line's number; undefined where it is the first, or has none. */
  earlier({ line, cells }: WellFormedLine, country: string): number | undefined {
    const number = numberOfLine(cells, country);
    if (number === undefined) return undefined;
    const first = this.#first.get(number);
    if (first === undefined) this.#first.set(number, line);
    return first;
  }
}

export function numberOfLine({ tel = '' }: Cells, country: string): string | undefined {
  return toE164(tel, country);
}
