import type { Instant } from '../../lambdas/domain/basics/instant.ts';
import type { Desk } from './desk.ts';
import type { Call, Row } from './local-system.ts';

/**
 * The leg was made, and never before the instant. How soon after it depends on what else the machine
 * does: `npm run bench` measures that.
 */
export function expectNotBefore(at: Instant, leg: Call | undefined): void {
  const lateness = leg === undefined ? Number.NaN : Date.parse(leg.created) - at;
  expect(lateness).toBeGreaterThanOrEqual(0);
}

/** The row ends as a callback that succeeded. */
export async function expectSucceeded(desk: Desk, { Id = 1 } = {}): Promise<Row> {
  const row = await desk.rowAt(12, { Id });
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
