import type { Refusal } from '../../lambdas/domain/import/import-line.ts';
import { lineProblemText } from '../../lambdas/domain/import/import-problem.ts';
import type { SameNumber } from '../../lambdas/domain/import/same-numbers.ts';
import { encodingText } from '../../lambdas/table-files/encoding.ts';
import type { Table } from '../../lambdas/table-files/read-table.ts';
import { tableWarningText } from '../../lambdas/table-files/table-problem.ts';
import type { ImportTally, ImportWatch } from '../../lambdas/use-cases/table-files/import-rows.ts';
import { grouped, ProgressLine } from './progress-line.ts';
import { type CommandContext, exitCodes } from './run-command.ts';

/** What an import tells the person who waits for it, on stderr. */
export class ImportReport implements ImportWatch {
  readonly #line: ProgressLine;
  readonly #signal: AbortSignal;
  readonly #mode: 'write' | 'rehearse';
  #tally: ImportTally | undefined;
  #twice = 0;
  #standing = 0;
  #isDescribed = false;
  #begunAt = Date.now();

  constructor({ stderr, signal }: CommandContext, mode: 'write' | 'rehearse') {
    this.#line = new ProgressLine(stderr, Date.now);
    this.#signal = signal;
    this.#mode = mode;
  }

  /** The file was read through: it is told once how it was understood. */
  describe({ delimiter, header, encoding }: Table): void {
    if (this.#isDescribed) return;
    this.#isDescribed = true;
    const columns = header.columns.filter((it) => it.keep).map((it) => it.name);
    const form =
      delimiter === undefined
        ? 'an Excel workbook, of which the first sheet is read'
        : `${encodingText(encoding() ?? 'utf-8')} with ${delimiter}s`;
    this.#line.print(`The file is ${form}. Columns: ${columns.join(', ')}`);
    for (const it of header.warnings) this.#line.print(tableWarningText(it, 'en'));
    this.#begunAt = Date.now();
  }

  moved(tally: ImportTally): void {
    this.#tally = tally;
    this.#line.show(() => this.#progress(tally));
  }

  refused({ line, column, value = '', problem }: Refusal): void {
    const place = column === undefined ? '' : `, column ${column}, “${shortened(value)}”`;
    this.#line.print(`Line ${line}${place}: ${lineProblemText(problem, 'en')}`);
  }

  sameNumber({ line, number, earlierLine, rows }: SameNumber): void {
    if (earlierLine !== undefined) {
      this.#twice += 1;
      this.#line.print(`Line ${line}: ${number} comes in line ${earlierLine} already.`);
    }
    if (rows.length > 0) {
      this.#standing += 1;
      this.#line.print(`Line ${line}: ${number} stands in the table already, ${rowsText(rows)}.`);
    }
  }

  /** Sums up, and answers the exit code. */
  finish(tally: ImportTally): number {
    this.#line.print(this.#summary(tally));
    if (this.#signal.aborted) {
      this.#line.print(this.#howFar(tally));
      return exitCodes.interrupted;
    }
    return tally.refused > 0 ? exitCodes.refused : exitCodes.done;
  }

  /** An outage ended the import; the caller says which. Before the first row there is nothing to say. */
  breakOff(): void {
    if (this.#tally?.total !== undefined) this.#line.print(this.#howFar(this.#tally));
  }

  #progress(tally: ImportTally): string {
    const { read, total } = tally;
    if (total === undefined) return `Looking through the file: ${grouped(read)} lines`;
    return `${grouped(read)} of ${grouped(total)} lines · ${counts(tally)} · ${this.#pace(tally)}`;
  }

  #summary(tally: ImportTally): string {
    const seconds = ((Date.now() - this.#begunAt) / 1000).toFixed(1);
    if (this.#mode === 'write') return `${counts(tally)} in ${seconds} s.`;
    return `Nothing was written. It would be: ${counts(tally)}.${this.#doubles()}`;
  }

  /** Customers who would be called twice. */
  #doubles(): string {
    if (this.#twice + this.#standing === 0) return '';
    const [twice, standing] = [grouped(this.#twice), grouped(this.#standing)];
    return ` Numbers that come again in the file: ${twice}; that stand in the table already: ${standing}.`;
  }

  #howFar({ read, total }: ImportTally): string {
    if (total === undefined) return 'Stopped before the first row was written.';
    return `Stopped after ${grouped(read)} of ${grouped(total)} lines. The same command goes on from there: what was imported changes nothing.`;
  }

  #pace({ imported, unchanged, refused }: ImportTally): string {
    const seconds = Math.max(Date.now() - this.#begunAt, 1) / 1000;
    return `${grouped(Math.round((imported + unchanged + refused) / seconds))} a second`;
  }
}

function counts({ imported, unchanged, refused, inDoNotCall }: ImportTally): string {
  const barred = inDoNotCall === 0 ? '' : ` (${grouped(inDoNotCall)} in do-not-call)`;
  return `${grouped(imported)} imported, ${grouped(unchanged)} unchanged, ${grouped(refused)} refused${barred}`;
}

function rowsText(rows: readonly number[]): string {
  const shown = rows.slice(0, 3).join(', ');
  return `${rows.length === 1 ? 'as row' : 'as rows'} ${shown}${rows.length > 3 ? ' …' : ''}`;
}

/** A cell may be a whole letter. */
function shortened(value: string): string {
  const oneLine = value.replaceAll(/\s+/g, ' ');
  return oneLine.length > 60 ? `${oneLine.slice(0, 60)}…` : oneLine;
}
