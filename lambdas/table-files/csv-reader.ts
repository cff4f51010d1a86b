import { type Delimiter, delimiters } from './delimiter.ts';

/** A quotation mark opened a cell and did not end it. */
export class UnclosedQuote extends Error {
  override name = 'UnclosedQuote';
}

/** A line went on for longer than any row is. */
export class EndlessRecord extends Error {
  override name = 'EndlessRecord';
}

/** More letters than a row can hold, counting one for each cell. */
const mostRecordLength = 1024 * 1024;

/** How far a step came: `short` of text that has not come yet, the end of a `record`, or just `on`. */
type Progress = 'short' | 'record' | 'on';

/**
 * Takes delimited text apart as it comes, in pieces that may end anywhere.
 *
 * A record ends with any line break. A cell that begins with a quotation mark goes on to the one
 * that a delimiter or a line break follows, two within it are one. Everywhere else a quotation mark
 * is a letter: `"Daisy" Ltd` and `1.5" pipe` are read as they stand.
 *
 * Some SQL tools write `\"` for a quotation mark within a cell. Where one is followed by what could
 * not follow the end of a cell, the file escapes so; from there on it is read so.
 */
export class CsvReader {
  readonly #delimiter: string;
  readonly #plainEnd: RegExp;
  #text = '';
  #at = 0;
  #cells: string[] = [];
  #cell = '';
  #isQuoted = false;
  #wasQuoted = false;
  #escapes = false;
  /** Of the record's ended cells. */
  #length = 0;

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiters[delimiter];
    this.#plainEnd = new RegExp(`[${this.#delimiter}\r\n]`, 'g');
  }

  /** The records that the piece completes; with the last piece also one without a line break. */
  *read(piece: string, { isLast }: { isLast: boolean }): Generator<string[]> {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    for (let come: Progress = 'on'; come !== 'short'; ) {
      come = this.#isQuoted ? this.#readQuoted(isLast) : this.#readPlain(isLast);
      if (come === 'record') yield this.#takeRecord();
      this.#checkLength();
    }
    if (!isLast) return;
    if (this.#isQuoted) throw new UnclosedQuote();
    if (this.#cells.length > 0 || this.#cell !== '') yield this.#takeRecord();
  }

  #readPlain(isLast: boolean): Progress {
    if (this.#cell === '' && !this.#wasQuoted && this.#text[this.#at] === '"') {
      this.#isQuoted = true;
      this.#wasQuoted = true;
      this.#at += 1;
      return 'on';
    }
    this.#plainEnd.lastIndex = this.#at;
    const end = this.#plainEnd.exec(this.#text);
    this.#append(end?.index ?? this.#text.length);
    if (end === null) return 'short';
    if (end[0] === this.#delimiter) return this.#endCell();
    return this.#endRecord(end[0], isLast);
  }

  #endCell(): Progress {
    this.#pushCell();
    this.#at += 1;
    return 'on';
  }

  #pushCell(): void {
    const isEscaped = this.#escapes && this.#wasQuoted;
    this.#cells.push(isEscaped ? this.#cell.replace(/\\(["\\])/g, '$1') : this.#cell);
    this.#length += this.#cell.length + 1;
    this.#cell = '';
    this.#wasQuoted = false;
  }

  /** After a carriage return at the end of a piece, a line feed may be the next piece's first. */
  #endRecord(lineBreak: string, isLast: boolean): Progress {
    const next = this.#text[this.#at + 1];
    if (lineBreak === '\r' && next === undefined && !isLast) return 'short';
    this.#at += lineBreak === '\r' && next === '\n' ? 2 : 1;
    return 'record';
  }

  #readQuoted(isLast: boolean): Progress {
    const quote = this.#text.indexOf('"', this.#at);
    this.#append(quote < 0 ? this.#text.length : quote);
    const next = this.#text[this.#at + 1];
    if (quote < 0 || (next === undefined && !isLast)) return 'short';
    if (this.#isEscape(next)) {
      this.#cell += '"';
      this.#at += 1;
      return 'on';
    }
    if (next === '"') {
      this.#cell += '"';
      this.#at += 2;
      return 'on';
    }
    if (!this.#mayFollowCell(next)) this.#cell = `"${this.#cell}"`;
    this.#isQuoted = false;
    this.#at += 1;
    return 'on';
  }

  /** Whether the quotation mark that the cell has come to has a backslash of its own. */
  #isEscape(next: string | undefined): boolean {
    const backslashes = /\\*$/.exec(this.#cell)?.[0].length ?? 0;
    if (backslashes % 2 === 0) return false;
    this.#escapes ||= next !== '"' && !this.#mayFollowCell(next);
    return this.#escapes;
  }

  #mayFollowCell(letter: string | undefined): boolean {
    return letter === undefined || letter === this.#delimiter || /[\r\n]/.test(letter);
  }

  #append(end: number): void {
    this.#cell += this.#text.slice(this.#at, end);
    this.#at = end;
  }

  #takeRecord(): string[] {
    this.#pushCell();
    const record = this.#cells;
    this.#cells = [];
    this.#length = 0;
    return record;
  }

  #checkLength(): void {
    if (this.#length + this.#cell.length <= mostRecordLength) return;
    throw this.#isQuoted ? new UnclosedQuote() : new EndlessRecord();
  }
}
