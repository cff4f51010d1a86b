import type { z } from 'zod';
import type { taskSchema } from '../../lambdas/domain/task/task.ts';
import type { BenchSystem } from './bench-system.ts';

export interface Team {
  task: string;
  /** Each is an operator and a customer whom no other team has. */
  seats: readonly number[];
  settings?: Partial<z.input<typeof taskSchema>>;
  operatorPhones?: object;
  customerPhones?: object;
}

export const second = 1_000;

/** They press 1 and stay; those who are called hang up first. */
const readyOperator = { answer: 'human', afterSeconds: 1, hangUpAfterSeconds: null, presses: '1' };
const briefCustomer = { answer: 'human', afterSeconds: 0.5, hangUpAfterSeconds: 2 };
/** Rings until the caller gives up, so that nothing follows from a call. */
export const ringingOn = { answer: 'no-answer' };
export const longestRing = 600;
const requestsAtOnce = 8;

export function seatsFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => first + n);
}

const operatorId = (seat: number) => `operator-${seat}`;

/** Numbers from the ranges that Ofcom reserves for drama: in London, of mobiles, in Manchester. */
export function operatorNumber(seat: number): string {
  return seat < 1_000 ? `+44207946${digits(seat, 4)}` : `+441614960${digits(seat - 1_000, 3)}`;
}

/** @param seat 1 to 1,499 */
export function customerNumber(seat: number): string {
  return seat < 1_000 ? `+447700900${digits(seat, 3)}` : `+441614960${digits(seat - 500, 3)}`;
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

/** No limit on calls per second unless it is told. */
export function putAccount(system: BenchSystem, callsPerSecond: number | null = null) {
  const account = { kind: 'account', id: 'account', callsPerSecond };
  return system.putItems(system.dynamodb.tables.directory, [account]);
}

/** Creates operators, task and phones as the local API lets people set them up. */
export async function furnish(system: BenchSystem, team: Team): Promise<void> {
  const { task, seats, settings, operatorPhones = readyOperator } = team;
  const { customerPhones = briefCustomer } = team;
  const token = await supervisor(system);
  const put = (target: string, body: object) => system.ask(target, { method: 'PUT', token, body });
  await eachOf(seats, async (seat) => {
    const id = operatorId(seat);
    await put(`/api/operators/${id}`, { name: id, addresses: [operatorNumber(seat)] });
    await put(`/local/phones/${encodeURIComponent(operatorNumber(seat))}`, operatorPhones);
    await put(`/local/phones/${encodeURIComponent(customerNumber(seat))}`, customerPhones);
  });
  const operators = seats.map(operatorId);
  await put(`/api/tasks/${task}`, { ...usual, title: task, operators, ...settings });
}

const usual = {
  timeZone: 'UTC',
  country: 'GB',
  callerId: '+442079460000',
  wrapUpSeconds: 0,
} as const;

async function supervisor(system: BenchSystem): Promise<string> {
  const body = { role: 'supervisor' };
  const { token } = (await system.ask('/local/token', { method: 'POST', body })) as {
    token: string;
  };
  return token;
}

/** A row that orders a call for the second, as other software writes it. */
export function rowFor({ task, Id, dueAt, seat, operator }: Order): object {
  const [date_callback = '', time_callback = ''] = new Date(dueAt).toISOString().split(/[T.]/);
  return {
    task,
    Id,
    tel: customerNumber(seat),
    status: 10,
    date_callback,
    time_callback,
    ...(operator !== undefined && { operator_number: operatorNumber(operator) }),
    comment: 'x'.repeat(300),
  };
}

export interface Order {
  task: string;
  Id: number;
  /** A whole second. */
  dueAt: number;
  /** Of the customer. */
  seat: number;
  /** The seat of who shall talk; anybody where it is left out. */
  operator?: number | undefined;
}

/** The first whole second that is so far ahead. */
export function secondAhead(seconds: number): number {
  return (Math.ceil(Date.now() / second) + seconds) * second;
}

/** Some at once, each once. */
export async function eachOf<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
  atOnce = requestsAtOnce,
): Promise<void> {
  const left = items.values();
  const take = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, take));
}
