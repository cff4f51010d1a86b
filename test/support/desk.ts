import type { z } from 'zod';
import { type Instant, second } from '../../lambdas/domain/basics/instant.ts';
import { toLocalTime } from '../../lambdas/domain/basics/local-time.ts';
import type { RowKey } from '../../lambdas/domain/row/row.ts';
import type { taskSchema } from '../../lambdas/domain/task/task.ts';
import {
  type Call,
  eventually,
  type LocalSystem,
  type PhoneBehaviour,
  type Row,
} from './local-system.ts';

export interface DeskWishes {
  operators?: number;
  customers?: number;
  /** What the task has otherwise. */
  task?: Partial<z.input<typeof taskSchema>>;
}

export interface Order extends Row {
  Id?: number;
  /** A whole second, written as date and time. */
  dueAt?: Instant;
}

export interface Legs {
  operators: Call[];
  customers: Call[];
}

export const customerName = 'Синицына';
const timeZone = 'Europe/London';
const perDesk = 10;

/** They press 1 and stay; those who are called hang up first. */
export const readyOperator = { afterSeconds: 0.3, hangUpAfterSeconds: null, presses: '1' };
export const briefCustomer = { afterSeconds: 0.3, hangUpAfterSeconds: 1 };

/** A customer who talks until the test hangs up: see `Desk.hangUp`. */
export const patientCustomer = { afterSeconds: 0.3, hangUpAfterSeconds: null };

/** A task, the phones of its operators and customers, and what outside software does with its rows. */
export class Desk {
  readonly task: string;
  readonly operators: string[];
  readonly customers: string[];
  readonly #settings: DeskWishes['task'];
  readonly #system: () => LocalSystem;

  constructor(system: () => LocalSystem, { place, ...wishes }: DeskWishes & { place: number }) {
    const { operators = 1, customers = 1, task } = wishes;
    const first = 100 + place * perDesk;
    this.#system = system;
    this.#settings = task;
    this.task = `desk-${place + 1}`;
    this.operators = numbers(operators, (n) => `+44207946${String(first + n).padStart(4, '0')}`);
    this.customers = numbers(customers, (n) => `+447700900${first + n}`);
  }

  get operator(): string {
    return this.operators[0] as string;
  }

  get customer(): string {
    return this.customers[0] as string;
  }

  get numbers(): string[] {
    return [...this.operators, ...this.customers];
  }

  key(Id = 1): RowKey {
    return { task: this.task, Id };
  }

  /** Creates the task and its operators as a supervisor does, and sets all phones. */
  async furnish(token: string): Promise<void> {
    const put = (target: string, body: object) =>
      this.#system().request(target, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
    const idOf = (n: number) => `${this.task}-operator-${n + 1}`;
    for (const [n, address] of this.operators.entries()) {
      await put(`/api/operators/${idOf(n)}`, { name: `Operator ${n + 1}`, addresses: [address] });
      await this.setPhone(address, readyOperator);
    }
    const operators = this.operators.map((_, n) => idOf(n));
    await put(`/api/tasks/${this.task}`, { ...this.#taskDefaults(), operators, ...this.#settings });
    for (const number of this.customers) await this.setPhone(number, briefCustomer);
  }

  #taskDefaults() {
    return {
      title: this.task,
      timeZone,
      country: 'GB',
      callerId: '+442079460000',
      ringAheadSeconds: 3,
      operatorRingSeconds: 5,
      customerRingSeconds: 5,
      operatorRetrySeconds: 2,
      retrySeconds: { busy: 2, noAnswer: 2, failed: 2, operatorHungUp: 2 },
      wrapUpSeconds: 0,
    };
  }

  setPhone(address: string, behaviour: PhoneBehaviour): Promise<void> {
    return this.#system().setPhone(address, { answer: 'human', ...behaviour });
  }

  /** Puts a row that orders a call to the customer of its place. */
  async order({ Id = 1, dueAt, ...columns }: Order): Promise<void> {
    await this.#system().rows.put({ ...this.key(Id), ...this.promise(Id, dueAt), ...columns });
  }

  /** The columns that order a call, as other software writes them. */
  promise(Id: number, dueAt?: Instant): Row {
    const number = this.customers[Id - 1] ?? this.customer;
    const tel = number.replace('+44', '0').replace(/^(\d{5})/, '$1 ');
    return { tel, фамилия: customerName, status: 10, ...(dueAt && momentOf(dueAt)) };
  }

  /** Sets columns of a row that is there. */
  set(columns: Row, Id = 1): Promise<void> {
    return this.#system().rows.update(this.key(Id), { set: columns });
  }

  cancel(Id = 1): Promise<void> {
    return this.#system().rows.update(this.key(Id), { remove: ['status'] });
  }

  delete(Id = 1): Promise<void> {
    return this.#system().rows.delete(this.key(Id));
  }

  row(Id = 1): Promise<Row | undefined> {
    return this.#system().row(this.key(Id));
  }

  /** The row as soon as it says so. */
  async rowWhen(accept: (row: Row) => boolean, { Id = 1 } = {}): Promise<Row> {
    const found = await eventually(
      () => this.row(Id),
      (row) => row !== undefined && accept(row),
    );
    return found as Row;
  }

  rowAt(status: number, { Id = 1 } = {}): Promise<Row> {
    return this.rowWhen((row) => row.status === status, { Id });
  }

  /** Whoever is at that phone hangs up. */
  async hangUp(address: string): Promise<void> {
    for (const { sid, ended } of await this.#system().callsTo(address)) {
      if (ended === null) await this.#system().hangUp(sid);
    }
  }

  /** All legs to the desk's phones, the oldest first. */
  async legs(): Promise<Legs> {
    const calls = await this.#system().calls();
    return {
      operators: calls.filter(({ to }) => this.operators.includes(to)),
      customers: calls.filter(({ to }) => this.customers.includes(to)),
    };
  }

  legsWhen(accept: (legs: Legs) => boolean): Promise<Legs> {
    return eventually(() => this.legs(), accept);
  }
}

/** The first customer and the operator talk. */
export const isTalking = ({ customers }: Legs) => customers[0]?.status === 'in-progress';

function numbers(count: number, numberOf: (n: number) => string): string[] {
  return Array.from({ length: count }, (_, n) => numberOf(n));
}

/** The first whole second that is at least so far ahead. */
export function inSeconds(seconds: number): Instant {
  return (Math.ceil(Date.now() / second) + seconds) * second;
}

/** The columns that name an instant, as clocks in the desks' time zone show it. */
export function momentOf(at: Instant): { date_callback: string; time_callback: string } {
  const { date, time } = toLocalTime(at, timeZone);
  return { date_callback: date, time_callback: time };
}

/** Resolves when the clock shows the instant. */
export async function clockShows(at: Instant): Promise<void> {
  await eventually(
    async () => Date.now(),
    (now) => now >= at,
  );
}
