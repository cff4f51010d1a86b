import fc from 'fast-check';
import { minute, second } from '../../lambdas/domain/basics/instant.ts';
import { textOf } from '../../lambdas/domain/row/row.ts';
import { operatorSchema, taskSchema } from '../../lambdas/domain/task/task.ts';
import { type Faults, noFaults } from './faults.ts';
import { Promises } from './promises.ts';
import { Simulation } from './simulation.ts';
import { rowIds, type Step, steps } from './steps.ts';
import { numbers, Writer, zone } from './writer.ts';

const start = Date.parse('2026-11-23T10:00:00Z');

/** How many courses each of the two property tests tries; SEQUENCES sets their sum. */
export const courses = Math.ceil(Number(process.env.SEQUENCES ?? 10_000) / 2);

/** Long enough for a hundred thousand courses and more. */
export const patience = 24 * 3600 * second;

/**
 * Random writers, faults and clock jumps against lambdas/README.md#promises. A failure prints its
 * seed and the shortest course that fails.
 */
export async function expectPromisesKept(faults: fc.Arbitrary<Faults>): Promise<void> {
  const course = fc.record({
    seed: fc.integer(),
    faults,
    steps,
  });
  const property = fc.asyncProperty(course, async (it) => {
    expect(await violationsOf(it)).toEqual([]);
  });
  await fc.assert(property, { numRuns: courses });
}

async function violationsOf(course: { seed: number; faults: Faults; steps: Step[] }) {
  const promises = new Promises();
  const sim = new Simulation({ seed: course.seed, faults: course.faults, start, promises });
  const writer = new Writer(sim);
  await setUp(sim, writer);
  for (const it of course.steps) await writer.take(it);
  await quiesce(sim);
  writer.checkEnd(promises);
  await sim.runUntil(sim.now + 3 * minute);
  await repeatEverything(sim, promises);
  return promises.violations;
}

async function setUp(sim: Simulation, writer: Writer): Promise<void> {
  const anna = { id: 'anna', name: 'Anna', addresses: ['+442079460991'] };
  const ivan = { id: 'ivan', name: 'Ivan', addresses: ['+442079460992', 'client:ivan'] };
  for (const it of [anna, ivan]) await sim.directory.putOperator(operatorSchema.parse(it));
  const task = {
    id: 'demo',
    title: 'Demo',
    timeZone: zone,
    country: 'GB',
    callerId: '+442079460000',
  };
  await sim.directory.putTask(taskSchema.parse({ ...task, operators: ['anna', 'ivan'] }));
  await sim.directory.putAccount({ callsPerSecond: sim.chance.oneOf([null, 1, 5]) });
  for (const id of rowIds) {
    const tel = numbers[id % numbers.length];
    writer.put({ task: 'demo', Id: id, tel, имя: 'Zoë' });
  }
}

/** Everything works again: the system is left to itself until nothing is left to do. */
async function quiesce(sim: Simulation): Promise<void> {
  sim.faults = noFaults;
  await sim.runUntil(sim.now + 90 * second);
  await sim.patrol();
  for (let n = 0; n < 300 && !isQuiet(sim); n++) await sim.runUntil(sim.now + minute);
}

function isQuiet(sim: Simulation): boolean {
  const isHeld = [...sim.tables.locks.values()].some((it) => it.freeAt === undefined);
  const isWaiting = [...sim.tables.rows.values()].some(
    ({ columns, own }) =>
      [10, 11].includes(Number(textOf(columns.status))) && own.problem === undefined,
  );
  return !isHeld && !isWaiting && sim.network.liveLegs().length === 0;
}

/** Repeating any event changes nothing. */
async function repeatEverything(sim: Simulation, promises: Promises): Promise<void> {
  const before = publicState(sim);
  const legs = sim.network.legs.length;
  for (const again of [...sim.delivered]) await finish(sim, again());
  await sim.runUntil(sim.now + 5 * minute);
  if (publicState(sim) !== before)
    promises.violate(`6: repeated events changed rows: ${before} to ${publicState(sim)}`);
  if (sim.network.legs.length !== legs) promises.violate('6: repeated events made calls');
}

/** What waits for a moment is let wait for it. */
async function finish(sim: Simulation, work: Promise<unknown>): Promise<void> {
  let isDone = false;
  void work.finally(() => {
    isDone = true;
  });
  while (!isDone) await sim.runUntil(sim.now + second);
}

function publicState(sim: Simulation): string {
  const isPublic = ([name]: [string, unknown]) => !name.startsWith('_');
  const rows = [...sim.tables.rows.values()];
  return JSON.stringify(rows.map(({ columns }) => Object.entries(columns).filter(isPublic)));
}
