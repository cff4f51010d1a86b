import { type Instant, minute, second } from '../../../lambdas/domain/basics/instant.ts';
import { toLocalTime } from '../../../lambdas/domain/basics/local-time.ts';
import {
  type Columns,
  isPublic,
  type RowKey,
  rowId,
  textOf,
} from '../../../lambdas/domain/row/row.ts';
import type { Task } from '../../../lambdas/domain/task/task.ts';
import type { MemoryTables } from '../../support/memory/memory-tables.ts';
import type { Ledger } from './ledger.ts';
import type { Manner, Step } from './steps.ts';

export interface WriterHost {
  now(): Instant;
  tables: MemoryTables;
  ledger: Ledger;
  tasks: readonly Task[];
}

type RowStep = Step & {
  do: 'minutes' | 'pair' | 'retime' | 'cancel' | 'delete' | 'stale' | 'edit' | 'poison';
};

type OrderStep = RowStep & { do: 'minutes' | 'pair' };

/** Outside software that writes the table; the ledger keeps what it may expect of the system. */
export class Writer {
  readonly #host: WriterHost;
  readonly #past = new Map<string, Columns[]>();

  constructor(host: WriterHost) {
    this.#host = host;
  }

  write(step: RowStep): void {
    this.#keepCopy(step.row);
    switch (step.do) {
      case 'minutes':
      case 'pair':
        return this.#order(step);
      case 'retime':
        return this.#change(step.row, this.#pair(step.row, step.due));
      case 'cancel':
        return step.status === undefined
          ? this.#change(step.row, {}, ['status'])
          : this.#change(step.row, { status: step.status });
      case 'delete':
        this.#host.ledger.wrote(step.row);
        return this.#host.tables.deleteRow(step.row);
      case 'stale':
        return this.#bringBack(step);
      case 'edit':
        return this.#edit(step.row, step.set);
      case 'poison':
        return this.#put(step.row, step.columns);
      default:
        step satisfies never;
    }
  }

  #order(step: OrderStep): void {
    const { row, by } = step;
    const was = this.#host.tables.row(row)?.columns;
    const moment = step.do === 'pair' ? this.#pair(row, step.due) : { callaftermin: step.minutes };
    const set = { status: 10, tel: was?.tel ?? '+442079460199', ...moment };
    const named = step.operator === undefined ? {} : { operator_number: step.operator };
    const isNew = !this.#isThere(was, set) && !this.#minutesWin(step, was);
    if (by === 'update') this.#host.tables.updateRow(row, { set: { ...set, ...named } });
    else this.#host.tables.putRow({ ...wholeOf(was, by), ...set, ...named, ...row });
    const now = this.#host.now();
    const dueAt = step.do === 'pair' ? step.due : now + step.minutes * minute;
    const isGood = isNew && dueAt >= Math.floor(now / second) * second;
    this.#host.ledger.wrote(row, isGood ? { madeAt: now, dueAt, by: 'writer' } : undefined);
  }

  /** Nothing is written that was not there: no record tells of it. */
  #isThere(was: Columns | undefined, set: Columns): boolean {
    return was !== undefined && Object.entries(set).every(([name, value]) => was[name] === value);
  }

  /** Minutes that nobody judged yet count more than a date and a time beside them. */
  #minutesWin({ do: what }: OrderStep, was: Columns | undefined): boolean {
    return what === 'pair' && textOf(was?.callaftermin) !== undefined;
  }

  #pair(row: RowKey, due: Instant): Columns {
    const zone = this.#host.tasks.find(({ id }) => id === row.task)?.timeZone ?? 'Etc/UTC';
    const named = textOf(this.#host.tables.row(row)?.columns.time_zone);
    const { date, time } = toLocalTime(due, named ?? zone);
    return { date_callback: date, time_callback: time };
  }

  #change(row: RowKey, set: Columns, remove: readonly string[] = []): void {
    this.#host.ledger.wrote(row);
    this.#host.tables.updateRow(row, { set, remove });
  }

  #edit(row: RowKey, set: Columns): void {
    const decides = 'tel' in set || 'status' in set;
    if (decides) return this.#change(row, set);
    this.#host.tables.updateRow(row, { set });
  }

  #put(row: RowKey, columns: Columns): void {
    this.#host.ledger.wrote(row);
    this.#host.tables.putRow({ ...columns, ...row });
  }

  #bringBack({ row, age, ours }: RowStep & { do: 'stale' }): void {
    const copies = this.#past.get(rowId(row)) ?? [];
    const copy = copies[Math.max(0, copies.length - 1 - age)];
    if (copy !== undefined) this.#put(row, wholeOf(copy, ours ? 'put with ours' : 'put'));
  }

  #keepCopy(row: RowKey): void {
    const columns = this.#host.tables.row(row)?.columns;
    if (columns === undefined) return;
    const copies = this.#past.get(rowId(row)) ?? [];
    this.#past.set(rowId(row), [...copies.slice(-7), columns]);
  }
}

function wholeOf(columns: Columns = {}, by: Manner): Columns {
  const kept = Object.entries(columns).filter(([name]) => by === 'put with ours' || isPublic(name));
  return Object.fromEntries(kept);
}
