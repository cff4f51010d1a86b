import type { Instant } from '../../domain/basics/instant.ts';
import { isAtWork } from '../../domain/task/operator-line.ts';
import type { Task } from '../../domain/task/task.ts';
import {
  quarterOf,
  quarterOfHour,
  quartersNear,
  roomInQuarter,
  suggestedWithin,
} from '../../domain/views/capacity.ts';
import type { Ports } from '../../ports/ports.ts';

export type RoomPorts = Pick<Ports, 'directory' | 'views' | 'clock'>;

/** What a quarter of an hour holds already; a number of calls beyond `mostCounted` is not told apart. */
export interface Room {
  from: Instant;
  promised: number;
  /** How many calls fit, by who is not away now and the account's calls per second. */
  fits: number;
  /** Where it is full: the beginning of the nearest quarter with room at which the call may be made. */
  nearest?: Instant;
}

const mostCounted = 1000;

/**
 * How many calls the task has promised for the quarter of an hour, and the nearest with room.
 *
 * @param calls how many are to be promised together; one, unless it is said
 * @param mayBe whether the customer may be called then
 */
export async function findRoom(
  ports: RoomPorts,
  {
    task,
    at,
    calls = 1,
    mayBe,
  }: { task: Task; at: Instant; calls?: number | undefined; mayBe: (at: Instant) => boolean },
): Promise<Room> {
  const [operators, account, counts] = await Promise.all([
    operatorsOf(ports, task),
    ports.directory.account(),
    promisedNear(ports, task, at),
  ]);
  const from = quarterOf(at);
  const fits = roomInQuarter(task, operators, account);
  const room = { from, promised: counts.get(from) ?? 0, fits };
  const hasRoom = (quarter: Instant) => (counts.get(quarter) ?? 0) + calls <= fits;
  if (hasRoom(from)) return room;
  const nearest = quartersNear(at).find((it) => it > ports.clock.now() && hasRoom(it) && mayBe(it));
  return nearest === undefined ? room : { ...room, nearest };
}

async function operatorsOf({ directory }: RoomPorts, { operators }: Task): Promise<number> {
  const all = await directory.operators();
  return all.filter((it) => operators.includes(it.id) && isAtWork(it)).length;
}

async function promisedNear(
  { views }: RoomPorts,
  { id }: Task,
  at: Instant,
): Promise<ReadonlyMap<Instant, number>> {
  const from = quarterOf(at) - suggestedWithin * quarterOfHour;
  const to = quarterOf(at) + (suggestedWithin + 1) * quarterOfHour;
  const { promises } = await views.promisedFor(id, 'everybody', { from, to, limit: mostCounted });
  const counts = new Map<Instant, number>();
  for (const { dueAt } of promises) {
    const quarter = quarterOf(dueAt);
    counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
  }
  return counts;
}
