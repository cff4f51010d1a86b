import type { Instant } from '../basics/instant.ts';
import { isTimeZone } from '../basics/time-zone.ts';
import type { GateReason } from '../gate/gate-reasons.ts';
import { judgeOrder } from '../order/order.ts';
import { neverCallable, type OrderProblem } from '../order/order-problem.ts';
import { sizeProblem } from '../order/row-limits.ts';
import { telProblem } from '../order/tel-problem.ts';
import { type Columns, orderColumns, Status, statusOf, textOf } from '../row/row.ts';
import { readRowId } from '../row/row-id.ts';
import type { Task } from '../task/task.ts';
import type { LineProblem } from './import-problem.ts';

/** The row's public columns, as lambdas/README.md#the-row spells them; others are the task's own. */
export const contractColumns = [
  'Id',
  'tel',
  'callaftermin',
  'date_callback',
  'time_callback',
  'operator_number',
  'status',
  'date_call',
  'time_zone',
] as const;

/** A line of a table file: its cells by column, empty ones too, or what is wrong with its form. */
export type TableLine = WellFormedLine | Refusal;

export interface WellFormedLine {
  /** Of the file, from 1: where the record begins. */
  line: number;
  cells: Cells;
}

export type Cells = Readonly<Record<string, string>>;

/** Why a line is not imported: where, and what it holds. */
export interface Refusal {
  line: number;
  column?: string;
  value?: string;
  problem: LineProblem;
  /** The cells as they stand in the file, where they are no row's. */
  record?: readonly string[];
}

/** A line as the row that it asks for. */
export interface ImportableLine {
  line: number;
  /** Undefined when the line names none: the row gets the next free one. */
  Id: number | undefined;
  columns: Columns;
  /** The file's order columns that the line leaves empty: the row orders what the line says. */
  emptied: readonly string[];
}

export function isRefusal(line: object): line is Refusal {
  return 'problem' in line;
}

/**
 * What the line asks for, judged as if it were written to an empty row at `at`: the rule for
 * orders is the one that direct writes meet.
 */
export function judgeLine(
  { line, cells }: WellFormedLine,
  task: Task,
  at: Instant,
): ImportableLine | Refusal {
  const columns = columnsOf(cells);
  const problem = judgeId(cells) ?? judgeSize(cells) ?? judgeCall(cells, columns, { task, at });
  if (problem !== undefined) return refusal(line, cells, problem);
  const emptied = orderColumns.filter((name) => name in cells && columns[name] === undefined);
  return { line, Id: idOf(cells), columns, emptied };
}

/** The row says itself that nobody may call it: then it does not matter whether anybody could. */
export function isBarredLine({ columns }: ImportableLine): boolean {
  return statusOf({ columns }) === Status.doNotCall;
}

/** The gate will never let the line's number be called. */
export function neverCallableLine({ line, columns }: ImportableLine, reason: GateReason): Refusal {
  const value = textOf(columns.tel) ?? '';
  return { line, column: 'tel', value, problem: neverCallable(reason) };
}

/** Because the customer asked not to be called: such lines are counted by themselves. */
export function isInDoNotCall({ problem }: Refusal): boolean {
  return problem.code === 'number-barred';
}

/** The line's Id; undefined when it names none, or none that a row can have. */
export function idOf(cells: Cells): number | undefined {
  const text = whole(given(cells, 'Id') ?? '');
  return readRowId(text.replace(/^0+/, ''));
}

/** What is wrong, and the column that it is about. */
interface Finding {
  column?: string;
  problem: LineProblem;
}

function refusal(line: number, cells: Cells, { column, problem }: Finding): Refusal {
  if (column === undefined) return { line, problem };
  return { line, column, value: cells[column] ?? '', problem };
}

function judgeId(cells: Cells): Finding | undefined {
  if (given(cells, 'Id') === undefined || idOf(cells) !== undefined) return undefined;
  return { column: 'Id', problem: { code: 'not-an-id' } };
}

function judgeSize(cells: Cells): Finding | undefined {
  const problem = sizeProblem(cells);
  return problem && { problem };
}

function judgeCall(
  cells: Cells,
  columns: Columns,
  { task, at }: { task: Task; at: Instant },
): Finding | undefined {
  if (isShortened(given(cells, 'tel'))) return { column: 'tel', problem: { code: 'tel-cut' } };
  const verdict = judgeOrder({ columns, own: {}, task, written: { earliest: at, latest: at } });
  if (verdict.kind === 'taken') return undefined; // the number was judged with it
  if (verdict.kind !== 'refused') return judgeTel(cells, task) ?? judgeZone(cells);
  return { column: columnOf(verdict.problem, columns), problem: verdict.problem };
}

/** `4.47701E+11` */
function isShortened(tel: string | undefined): boolean {
  return tel !== undefined && /^\d+[.,]?\d*E\+?\d+$/i.test(tel);
}

function judgeTel(cells: Cells, task: Task): Finding | undefined {
  const tel = given(cells, 'tel');
  if (tel === undefined) return { column: 'tel', problem: { code: 'no-number' } };
  const problem = telProblem(tel, task);
  if (problem === undefined) return undefined;
  const { country } = task;
  const isNone = problem.code === 'not-a-phone';
  return { column: 'tel', problem: isNone ? { code: 'not-a-number', country } : problem };
}

/** A zone that is none would refuse the row's first order: it is told now. */
function judgeZone(cells: Cells): Finding | undefined {
  const zone = given(cells, 'time_zone');
  if (zone === undefined || isTimeZone(zone)) return undefined;
  return { column: 'time_zone', problem: { code: 'not-a-zone', got: zone } };
}

/** The column in which it is put right. */
function columnOf(problem: OrderProblem, columns: Columns): string {
  switch (problem.code) {
    case 'no-tel':
    case 'not-a-phone':
    case 'never-callable':
      return 'tel';
    case 'not-an-address':
      return 'operator_number';
    case 'not-a-zone':
      return 'time_zone';
    case 'not-minutes':
      return 'callaftermin';
    case 'misread':
    case 'no-such-day':
      return problem.column;
    case 'no-time':
      return 'date_callback';
    case 'past':
      return columns.date_callback === undefined ? 'time_callback' : 'date_callback';
    default:
      return 'status';
  }
}

function columnsOf(cells: Cells): Columns {
  const names = Object.keys(cells).filter((name) => name !== 'Id' && isGiven(cells, name));
  return Object.fromEntries(names.map((name) => [name, stored(name, cells[name] ?? '')]));
}

/** Words that tools write for *no value* are absent in the columns of the contract. */
function isGiven(cells: Cells, name: string): boolean {
  return isContractColumn(name) ? given(cells, name) !== undefined : cells[name] !== '';
}

function isContractColumn(name: string): boolean {
  return (contractColumns as readonly string[]).includes(name);
}

function given(cells: Cells, name: string): string | undefined {
  const text = cells[name]?.trim() ?? '';
  return text === '' || wordsForNothing.has(text.toLowerCase()) ? undefined : text;
}

/** Of SQL tools, pandas, R, and of spreadsheets in several languages. */
const wordsForNothing: ReadonlySet<string> = new Set([
  ...['null', '(null)', '<null>', '[null]', '\\n', 'nil', '<nil>', 'none', 'undefined'],
  ...['nan', '-nan', '#nan', 'nat', 'na', '<na>', 'n/a', '#n/a', '#n/a n/a', '#na', '#null!'],
  ...['#н/д', '#nv', '#nd'],
]);

/** A whole number that a table tool wrote with a fraction of noughts. */
function whole(text: string): string {
  return text.replace(/^(\d+)[.,]0+$/, '$1');
}

function stored(name: string, value: string): string | number {
  switch (name) {
    case 'status':
    case 'callaftermin':
      return /^\d{1,15}$/.test(whole(value.trim())) ? Number(whole(value.trim())) : value;
    case 'date_callback':
    case 'time_callback':
      return yearFirst(value.trim());
    default:
      return value;
  }
}

/** `28.02.2027`, as a Russian spreadsheet writes it, is `2027-02-28`; a time after it stays. */
function yearFirst(value: string): string {
  const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?=$|[T ])/.exec(value);
  if (!found) return value;
  const [dotted, day = '', month = '', year] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${value.slice(dotted.length)}`;
}
