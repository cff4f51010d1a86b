import { type Instant, second } from '../../lambdas/domain/basics/instant.ts';
import { toLocalTime } from '../../lambdas/domain/basics/local-time.ts';
import { type Columns, Status, textOf } from '../../lambdas/domain/row/row.ts';
import type { CallTarget } from '../../lambdas/use-cases/own-calls/attach-call.ts';
import type { Promises } from './promises.ts';
import type { Simulation } from './simulation.ts';
import { rowIds, type Step } from './steps.ts';

export const zone = 'Etc/UTC';
export const numbers = ['+442079460101', '+442079460102', '+442079460103'];
const operators = ['', '+442079460991', 'client:ivan', '+442079460777'];

function targetOf(it: { Id: number; byNumber: boolean }): CallTarget {
  const tel = numbers[it.Id % numbers.length] ?? '';
  return it.byNumber ? { tel } : { row: { task: 'demo', Id: it.Id } };
}

/** Outside software that writes the table, with what it may expect of the system. */
export class Writer {
  readonly #sim: Simulation;
  readonly #past: (Columns & { task: string; Id: number })[] = [];
  /** Rows whose last change of an order was a good new one, and when it was made. */
  readonly #ordered = new Map<number, Instant>();
  #longestOutage = 0;

  constructor(sim: Simulation) {
    this.#sim = sim;
  }

  put(columns: Columns & { task: string; Id: number }): void {
    this.#sim.write((tables) => tables.putRow(columns));
  }

  async take(it: Step): Promise<void> {
    if ('Id' in it) this.#keepCopy(it.Id);
    switch (it.do) {
      case 'minutes':
        return this.#order(it.Id, { callaftermin: it.minutes });
      case 'pair':
        return this.#order(it.Id, this.#pair(it.inSeconds));
      case 'retime':
        return this.#change(it.Id, this.#pair(it.inSeconds), []);
      case 'cancel':
        return this.#change(it.Id, it.status === undefined ? {} : { status: it.status }, [
          'status',
        ]);
      case 'delete':
        this.#ordered.delete(it.Id);
        return this.#sim.write((tables) => tables.deleteRow({ task: 'demo', Id: it.Id }));
      case 'stale':
        return this.#bringBack(it);
      case 'edit':
        return this.#edit(it);
      case 'place':
        return this.#sim.atDesk({ do: 'place', operator: it.operator, target: targetOf(it) });
      case 'own':
        return this.#sim.network.callOut(it.from, targetOf(it));
      case 'call-in':
        return this.#sim.network.callIn(it.number);
      case 'hang-up':
      case 'defer':
        return this.#sim.atDesk(it);
      case 'wait':
        return this.#sim.runUntil(this.#sim.now + it.seconds * second);
      case 'outage':
        this.#longestOutage = Math.max(this.#longestOutage, it.seconds);
        this.#sim.downUntil = this.#sim.now + it.seconds * second;
        return this.#sim.runUntil(this.#sim.downUntil);
      default:
        it satisfies never;
    }
  }

  #pair(inSeconds: number): Columns {
    const due = Math.ceil(this.#sim.now / second) * second + inSeconds * second;
    const { date, time } = toLocalTime(due, zone);
    return { date_callback: date, time_callback: time };
  }

  #order(id: number, columns: Columns): void {
    const tel = textOf(this.#row(id)?.tel) ?? numbers[0];
    this.#change(id, { status: 10, tel, ...columns }, []);
    this.#ordered.set(id, this.#sim.now);
  }

  #change(id: number, set: Columns, remove: string[]): void {
    this.#ordered.delete(id);
    this.#sim.write((tables) =>
      tables.updateRow(
        { task: 'demo', Id: id },
        { set, remove: remove.filter((it) => !(it in set)) },
      ),
    );
  }

  #edit({ Id: id, column, pick }: Step & { do: 'edit' }): void {
    const values: Record<typeof column, unknown[]> = {
      tel: [...numbers, '+442079460199'],
      operator_number: operators,
      имя: ['Zoë', 'Пётр', 'Anna', ''],
      status: [11, 'ten', 99, 10],
    };
    const value = values[column][pick];
    if (column === 'имя' || column === 'operator_number') {
      return this.#sim.write((tables) =>
        tables.updateRow({ task: 'demo', Id: id }, { set: { [column]: value } }),
      );
    }
    this.#change(id, { [column]: value }, []);
  }

  /** A copy of the row as it was some writes ago, written back whole, with our columns or without. */
  #bringBack({ Id: id, age, ours }: Step & { do: 'stale' }): void {
    const copies = this.#past.filter((it) => it.Id === id);
    const copy = copies[Math.max(0, copies.length - 1 - age)];
    if (copy === undefined) return;
    this.#ordered.delete(id);
    const kept = Object.entries(copy).filter(([name]) => ours || !name.startsWith('_'));
    this.put(Object.fromEntries(kept) as typeof copy);
  }

  #keepCopy(id: number): void {
    const row = this.#row(id);
    if (row !== undefined) this.#past.push({ ...row, task: 'demo', Id: id });
  }

  #row(id: number): Columns | undefined {
    return this.#sim.tables.row({ task: 'demo', Id: id })?.columns;
  }

  checkEnd(promises: Promises): void {
    for (const lock of this.#sim.tables.locks.values()) {
      if (lock.freeAt === undefined)
        promises.violate(`4: ${lock.key} stays held by ${lock.attempt}`);
    }
    for (const id of rowIds) this.#checkRow(id, promises);
  }

  #checkRow(id: number, promises: Promises): void {
    const row = this.#row(id);
    const status = Number(textOf(row?.status));
    const problem = textOf(row?._problem);
    if (status === Status.inService && !problem) promises.violate(`4: row ${id} stays at 11`);
    if (status === Status.callAtPromise && !problem)
      promises.violate(`1: row ${id} stays at 10: ${JSON.stringify(row)}`);
    const orderedAt = this.#ordered.get(id);
    if (orderedAt === undefined || row === undefined) return;
    const isMissed = problem !== undefined && this.#longestOutage > 3600;
    if (status === Status.attemptsUsedUp || isMissed || this.#wasReached(id, orderedAt)) return;
    promises.violate(`1: the order of row ${id} was not carried out: ${JSON.stringify(row)}`);
  }

  #wasReached(id: number, since: Instant): boolean {
    const attempts = [...this.#sim.tables.attempts.values()];
    return attempts.some(
      (it) => it.row.Id === id && it.claimedAt >= since && it.facts.settled?.outcome === 'reached',
    );
  }
}
