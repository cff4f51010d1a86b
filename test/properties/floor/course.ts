import { hour, type Instant, minute, second } from '../../../lambdas/domain/basics/instant.ts';
import { rowId, Status, statusOf } from '../../../lambdas/domain/row/row.ts';
import { closeAccounts, mustBeOnTime } from './accounts.ts';
import { noFaults } from './faults.ts';
import { Floor } from './floor.ts';
import { talkScript } from './form-sender.ts';
import type { Account } from './ledger.ts';
import { type FloorPlan, start } from './plan.ts';
import type { Step } from './steps.ts';
import { Writer } from './writer.ts';

export interface Course {
  violations: string[];
  calls: number;
  accounts: ReadonlyMap<Account, number>;
  floor: Floor;
}

/** Runs a plan to its end, and beyond until nothing is left to do; every promise is watched meanwhile. */
export async function runCourse(plan: FloorPlan, options = { isTraced: false }): Promise<Course> {
  const floor = new Floor(plan, options);
  await furnish(floor, plan);
  const { tables, ledger } = floor;
  const writer = new Writer({ now: floor.now, tables, ledger, tasks: plan.tasks });
  for (const row of plan.rows) tables.putRow(row);
  for (const { at, step } of plan.steps) {
    await floor.runUntil(at);
    floor.note(textOfStep(step));
    act(floor, writer, step);
    if (floor.promises.violations.length > 0) break;
  }
  if (floor.promises.violations.length === 0) await comeToRest(floor, plan);
  const { violations } = floor.promises;
  return { violations, calls: floor.legs.calls, accounts: ledger.accounts, floor };
}

async function furnish({ directory, scripts, desks }: Floor, plan: FloorPlan): Promise<void> {
  await scripts.store('talk', talkScript);
  for (const task of plan.tasks) await directory.putTask(task);
  for (const { operator } of plan.operators) {
    await directory.putOperator(operator);
    if (operator.addresses.length === 1) continue;
    const ticket = await desks.openTicket({ operator: operator.id, role: 'operator' });
    await desks.connect(ticket.split('ticket=')[1] ?? '', operator.id);
    await desks.notePhone(operator.id, { isReady: true });
  }
  await directory.putAccount({ callsPerSecond: plan.callsPerSecond });
}

function textOfStep(step: Step): string {
  const { do: what, ...given } = step;
  const row = 'row' in step ? rowId(step.row) : '';
  return `${row} somebody does “${what}” ${JSON.stringify(given).slice(0, 200)}`;
}

function act(floor: Floor, writer: Writer, step: Step): void {
  switch (step.do) {
    case 'place': {
      const target = step.tel === undefined ? { row: step.row } : { tel: step.tel };
      return floor.atDesk({ do: 'place', operator: step.operator, target });
    }
    case 'own':
      return floor.network.callOut(
        step.from,
        step.tel === undefined ? { row: step.row } : { tel: step.tel },
      );
    case 'call-in':
      return floor.network.callIn(step.tel);
    case 'hang-up':
    case 'defer':
    case 'hold':
    case 'resume':
      return floor.atDesk(step);
    case 'away':
      return floor.atDesk({ do: 'away', operator: step.operator, away: step.away });
    case 'weather':
      return strike(floor, step);
    default:
      writer.write(step);
  }
}

function strike(floor: Floor, weather: Step & { do: 'weather' }): void {
  const until = floor.now() + weather.seconds * second;
  switch (weather.kind) {
    case 'outage':
      return void floor.downUntil.set(weather.fn, until);
    case 'hot partition':
      return void floor.hotUntil.set(weather.task, until);
    case 'stream stands':
      floor.stream.standsUntil = until;
      return;
    case 'queue is late':
      floor.queue.late = { until, by: weather.by };
      return;
    default:
      weather satisfies never;
  }
}

/**
 * The longest that anything may take, once nothing fails any more: the patrol comes every six hours, and
 * where calls are counted a row may wait for the next day.
 */
function longestRest({ tasks }: FloorPlan): number {
  const isCounted = tasks.some((it) => it.maxAttemptsPerNumber !== null);
  return (isCounted ? 14 + 34 : 14) * hour;
}

async function comeToRest(floor: Floor, plan: FloorPlan): Promise<void> {
  const { promises } = floor;
  floor.faults = { ...noFaults, skew: plan.faults.skew };
  for (const place of [floor.downUntil, floor.hotUntil]) place.clear();
  await backToWork(floor, plan);
  const badAddresses = new Set(
    plan.operators.flatMap(({ operator, line }) =>
      line === 'ordinary' || line === 'prompt' ? [] : operator.addresses,
    ),
  );
  const end = floor.now() + longestRest(plan);
  await floor.runUntil(floor.now() + minute);
  while (floor.now() < end && !isAtRest(floor, badAddresses)) {
    await floor.runUntil(floor.now() + minute);
    if (promises.violations.length > 0) return;
  }
  const isFaulty = plan.faults.died > 0;
  const rules = { isFaulty, isLimited: plan.callsPerSecond !== null, badAddresses };
  if (!isFaulty && plan.callsPerSecond === null) {
    const witnesses = plan.rows.filter(({ task }) => task === 'witness');
    mustBeOnTime(floor, promises, witnesses);
  }
  closeAccounts(floor, promises, { ...rules, skew: plan.faults.skew });
  if (promises.violations.length === 0) await repeatEverything(floor);
}

/** Who went away during the course comes back, so that nothing waits for them alone. */
async function backToWork(floor: Floor, plan: FloorPlan): Promise<void> {
  for (const { operator, line } of plan.operators) {
    if (line === 'ordinary' || line === 'prompt')
      floor.atDesk({ do: 'away', operator: operator.id, away: false });
  }
}

function isAtRest(
  { tables, network, stream, unsentForms }: Floor,
  bad: ReadonlySet<string>,
): boolean {
  if (network.liveLegs().length > 0 || !stream.isEmpty || unsentForms > 0) return false;
  for (const { freeAt } of tables.locks.values()) if (freeAt === undefined) return false;
  for (const row of tables.rows.values()) {
    if (row.own.problem !== undefined) continue;
    const status = statusOf(row);
    if (status === Status.inService) return false;
    const isHopeless = bad.has(String(row.columns.operator_number)) && row.own.waitingSince;
    if (status === Status.callAtPromise && !isHopeless) return false;
  }
  return true;
}

/** Repeating any event changes nothing. */
async function repeatEverything(floor: Floor): Promise<void> {
  await floor.runUntil(floor.now() + 3 * minute);
  const before = publicState(floor);
  const legs = floor.network.created;
  floor.note('everything is repeated');
  for (const again of [...floor.delivered]) {
    void again();
    await floor.runUntil(floor.now());
  }
  await floor.runUntil(floor.now() + 5 * minute);
  const after = publicState(floor);
  for (const [name, text] of after) {
    if (text !== before.get(name))
      floor.violate(`6: repeated events changed row ${name}: ${before.get(name)} to ${text}`);
  }
  if (floor.network.created !== legs) floor.violate('6: repeated events made calls');
}

function publicState({ tables }: Floor): Map<string, string> {
  const isPublic = ([name]: [string, unknown]) => !name.startsWith('_');
  return new Map(
    [...tables.rows].map(([name, { columns }]) => [
      name,
      JSON.stringify(Object.entries(columns).filter(isPublic)).slice(0, 2000),
    ]),
  );
}

/** For a reader: how the promises of a course ended. */
export function accountText(accounts: ReadonlyMap<Account, number>): string {
  const sorted = [...accounts].sort(([, a], [, b]) => b - a);
  return sorted.map(([account, times]) => `${times} ${account}`).join(' · ');
}

export function timeOf(at: Instant): string {
  return new Date(at).toISOString().slice(11, 23) + (at - start >= 24 * hour ? ' (later day)' : '');
}
