import { type Cells, idOf, isRefusal, type TableLine, type WellFormedLine } from './import-line.ts';
import { LineCounter } from './line-counter.ts';

/**
 * A line together with what only its whole file can tell: how often its Id has come so far, or its
 * content where it names no Id. So lines mean the same in whatever order, and however often, they are
 * taken in.
 */
export interface NumberedLine extends WellFormedLine {
  /** From 1. */
  occurrence: number;
}

/** Numbers the lines of one file, which must come in the file's order. */
export class LineNumbering {
  readonly #Ids = new LineCounter();
  readonly #contents = new LineCounter();

  number(line: WellFormedLine): NumberedLine {
    const Id = idOf(line.cells);
    const occurrence =
      Id === undefined
        ? this.#contents.count(scattered(contentOf(line.cells)))
        : this.#Ids.count(Id);
    return { ...line, occurrence };
  }
}

/** What must be known of a file before its first line is taken in. */
export class FileSurvey {
  /** Lines but the header and blank ones. */
  total = 0;
  /** The highest Id that a line names, or 0: no line without one may take an Id that another names. */
  highestId = 0;

  add(line: TableLine): void {
    this.total += 1;
    const Id = isRefusal(line) ? undefined : idOf(line.cells);
    this.highestId = Math.max(this.highestId, Id ?? 0);
  }
}

/** The cells that hold something, whatever the order of the columns. */
export function contentOf(cells: Cells): string {
  const content = Object.entries(cells).filter(([, cell]) => cell !== '');
  return JSON.stringify(content.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const half = 2 ** 32;

/**
 * The text as one of 2^52 numbers from 1 on, by two 32-bit mixes like MurmurHash's. In one of some
 * 9,000 files with a million lines two that differ are taken for alike; the second is then its
 * content's second occurrence, in this file and whenever it is repeated.
 */
function scattered(text: string): number {
  let low = 0x41c6ce57;
  let high = 0xdeadbeef;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x5f356495);
    high = Math.imul(high ^ unit, 0x9e3779b1);
  }
  low = mixed(low) ^ mixed(high, 0xc2b2ae35);
  high = mixed(high) ^ mixed(low, 0xc2b2ae35);
  return half * (high & 0xfffff) + (low >>> 0) + 1;
}

function mixed(bits: number, factor = 0x85ebca6b): number {
  return Math.imul(bits ^ (bits >>> 16), factor);
}
