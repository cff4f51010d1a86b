import { availableParallelism, loadavg } from 'node:os';
import { type Instant, second } from '../../lambdas/domain/basics/instant.ts';
import type { Desk } from './desk.ts';
import type { Call, Row } from './local-system.ts';

/**
 * What is late by less is on time, in milliseconds: a second, and more on a machine that shares
 * its processors among others' work as well. Alone it is a tenth.
 */
export function soon(): number {
  const [load = 0] = loadavg();
  return second * Math.max(1, load / availableParallelism());
}

/** The leg was made at the instant or soon after it, and never before. */
export function expectMadeAt(leg: Call | undefined, at: Instant, { within = soon() } = {}): void {
  const lateness = leg === undefined ? Number.NaN : Date.parse(leg.created) - at;
  expect(lateness).toBeGreaterThanOrEqual(0);
  expect(lateness).toBeLessThan(within);
}

/** The row ends as a callback that succeeded. */
export async function expectSucceeded(desk: Desk, { Id = 1, within = 20_000 } = {}): Promise<Row> {
  const row = await desk.rowAt(12, { Id, within });
  expect(row.date_call).toEqual(expect.any(String));
  for (const name of ['_problem', '_due_at', 'callaftermin', 'date_callback', 'time_callback'])
    expect(row).not.toHaveProperty(name);
  return row;
}

/** No two of the legs were up at the same time. */
export function expectOneAtATime(legs: Call[]): void {
  const inOrder = legs.toSorted((a, b) => a.created.localeCompare(b.created));
  for (const [n, { ended }] of inOrder.slice(0, -1).entries())
    expect((inOrder[n + 1]?.created ?? '') >= (ended ?? 'never')).toBe(true);
}
