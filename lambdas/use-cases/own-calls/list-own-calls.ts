import type { Attempt } from '../../domain/attempt/attempt.ts';
import { operatorLock } from '../../domain/attempt/lock.ts';
import { hour, type Instant, toIso } from '../../domain/basics/instant.ts';
import { startOfDay } from '../../domain/basics/local-time.ts';
import type { Form } from '../../domain/form/form.ts';
import { lineOf } from '../../domain/task/operator-line.ts';
import type { Operator, Task } from '../../domain/task/task.ts';
import { taskZone } from '../../domain/task/task-zone.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Forms } from '../../ports/records/forms.ts';

export type OwnCallPorts = Pick<Ports, 'attempts' | 'views' | 'clock'> & { forms: Forms };

export interface Whose {
  operator: Operator;
  /** The tasks that list them. */
  tasks: readonly Task[];
}

export interface OwnCall {
  attempt: Attempt;
  form: Form | undefined;
}

/** How long a form that nobody sent is still put before the operator. */
const remindsFor = 12 * hour;

/** A desk that was reloaded looks back no further. */
const mostLookedAt = 10;

/**
 * Their live call, or the one that they wrap up; and the last call before whose form is still open. The
 * lock remembers the last call, so that it is found before any view has heard of it.
 */
export async function callsToShow(ports: OwnCallPorts, whose: Whose): Promise<Attempt[]> {
  const last = await lastCall(ports, whose.operator);
  const before = (await newestOfToday(ports, whose, mostLookedAt)).filter(
    ({ attempt }) => attempt.id !== last?.attempt.id,
  );
  const current = last !== undefined && isShown(ports.clock.now(), last) ? [last.attempt] : [];
  const unsent = before.find((call) => isUnsent(ports.clock.now(), call));
  return unsent === undefined ? current : [...current, unsent.attempt];
}

interface LastCall extends OwnCall {
  freeAt: Instant | undefined;
}

async function lastCall(
  { attempts, forms }: OwnCallPorts,
  operator: Operator,
): Promise<LastCall | undefined> {
  const key = operatorLock({ id: operator.id, address: lineOf(operator) });
  const [lock] = await attempts.locks([key]);
  const attempt = lock && (await attempts.get(lock.attempt));
  return attempt && { attempt, form: await forms.get(attempt.id), freeAt: lock.freeAt };
}

function isShown(now: Instant, call: LastCall): boolean {
  return call.freeAt === undefined || call.freeAt > now || isUnsent(now, call);
}

function isUnsent(now: Instant, { attempt, form }: OwnCall): boolean {
  const isRecent = now - attempt.claimedAt < remindsFor;
  return isRecent && form !== undefined && form.sentAt === undefined;
}

/** Their calls of today, as the clocks of their first task have it, with what was answered in them. */
export function callsToday(ports: OwnCallPorts, whose: Whose): Promise<OwnCall[]> {
  return newestOfToday(ports, whose, mostOfADay);
}

const mostOfADay = 100;

async function newestOfToday(
  { attempts, views, forms, clock }: OwnCallPorts,
  { operator, tasks }: Whose,
  limit: number,
): Promise<OwnCall[]> {
  const now = clock.now();
  const since = startOfDay(now, taskZone(tasks[0] ?? { timeZone: 'UTC' }));
  const days = [...new Set([since, now].map((at) => toIso(at).slice(0, 10)))];
  const records = await Promise.all(tasks.map(({ id }) => views.outcomes(id, days, operator.id)));
  const own = records.flat().filter((it) => it.settledAt >= since);
  const newest = own.sort((a, b) => b.settledAt - a.settledAt).slice(0, limit);
  const found = await Promise.all(
    newest.map(async (record) => ({
      attempt: await attempts.get(record.attempt),
      form: await forms.get(record.attempt),
    })),
  );
  return found.filter((call): call is OwnCall => call.attempt !== undefined);
}
