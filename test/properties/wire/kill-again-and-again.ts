import { paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { BenchContext } from '../../bench/bench.ts';
import { BenchSystem, type Leg, temporaryFolder } from '../../bench/bench-system.ts';
import {
  customerNumber,
  furnish,
  putAccount,
  rowFor,
  seatsFrom,
  second,
  secondAhead,
} from '../../bench/floor.ts';
import { Chance } from '../floor/chance.ts';

const task = 'wire';
const operators = 8;
/** Rows that are ordered between two restarts: fewer than operators, so that nobody waits for one. */
const rowsPerRound = 4;
const ringAheadSeconds = 3;
/** Clocks of legs tell milliseconds; the customer's leg begins as the second does. */
const early = 100;
/** A talk that the kill cut off is asked about after ten minutes of silence. */
const longestEnd = 900;

interface Promised {
  Id: number;
  dueAt: number;
}

export interface Killing {
  restarts: number;
  seed: number;
  /** Of the requests that functions send, how many fail: from 0 to 1. */
  failing: number;
}

/**
 * Kills a whole local system at random moments and starts it again on the same data, while calls are
 * ordered, made and talked, and requests fail. In the end each promise was carried out, none early, and no phone was ever
 * in two calls at once. Answers what was broken.
 */
export async function killAgainAndAgain(wish: Killing): Promise<string[]> {
  const cleanups: (() => Promise<void> | void)[] = [];
  const context: BenchContext = {
    size: 'whole',
    signal: new AbortController().signal,
    tell: () => undefined,
    atEnd: (cleanup) => cleanups.unshift(cleanup),
  };
  try {
    return await killing(context, wish);
  } finally {
    for (const cleanup of cleanups) await cleanup();
  }
}

async function killing(
  context: BenchContext,
  { restarts, seed, failing }: Killing,
): Promise<string[]> {
  const chance = new Chance(seed);
  const folder = temporaryFolder(context);
  const start = (n: number) =>
    BenchSystem.start(context, folder, { seed: seed + n, share: failing });
  let system = await start(0);
  await putAccount(system);
  const customers = Math.max(operators, (restarts + 1) * rowsPerRound);
  const retrySeconds = { busy: 20, noAnswer: 20, failed: 20, operatorHungUp: 20 };
  const settings = { ringAheadSeconds, operatorRetrySeconds: 20, retrySeconds, maxAttempts: 10 };
  await furnish(system, { task, seats: seatsFrom(1, customers), settings });
  const promised: Promised[] = [];
  for (let n = 0; n <= restarts; n++) {
    promised.push(...(await order(system, chance, n * rowsPerRound)));
    if (n === restarts) break;
    await system.pause(chance.between(0, 15 * second));
    await system.kill();
    system = await start(n + 1);
    console.log(`restart ${n + 1} of ${restarts}: ${promised.length} promises so far`);
  }
  const rows = await atRest(system);
  const broken = judge(promised, rows, await system.legs());
  await system.stop();
  for (const sentence of broken) console.log(sentence);
  console.log(`${restarts} restarts, ${promised.length} promises, ${broken.length} broken`);
  return broken;
}

async function order(system: BenchSystem, chance: Chance, before: number): Promise<Promised[]> {
  const made = seatsFrom(before + 1, rowsPerRound).map((Id) => {
    return { Id, dueAt: secondAhead(chance.between(5, 20)) };
  });
  await system.putRows(made.map(({ Id, dueAt }) => rowFor({ task, Id, dueAt, seat: Id })));
  return made;
}

type Row = Record<string, unknown> & { Id: number };

/** Waits until no row waits or is in service. */
async function atRest(system: BenchSystem): Promise<Row[]> {
  for (let waited = 0; ; waited++) {
    const rows = await readRows(system);
    const isOpen = ({ status }: Row) => status === 10 || status === 11;
    if (!rows.some(isOpen) || waited === longestEnd) return rows;
    await system.pause(second);
  }
}

async function readRows({ client, dynamodb }: BenchSystem): Promise<Row[]> {
  const rows: Row[] = [];
  const scan = { TableName: dynamodb.tables.subscribers, ConsistentRead: true };
  for await (const { Items = [] } of paginateScan({ client }, scan))
    rows.push(...Items.map((item) => unmarshall(item) as Row));
  return rows;
}

function judge(
  promised: readonly Promised[],
  rows: readonly Row[],
  legs: readonly Leg[],
): string[] {
  const row = new Map(rows.map((it) => [it.Id, it]));
  const unkept = promised.filter(({ Id }) => row.get(Id)?.status !== 12);
  const ofCustomer = ({ Id }: Promised) => legs.filter(({ to }) => to === customerNumber(Id));
  const isEarly = (it: Promised) =>
    ofCustomer(it).some(({ created }) => Date.parse(created) < it.dueAt - early);
  return [
    ...unkept.map(({ Id }) => `1: row ${Id} ends as ${JSON.stringify(row.get(Id))}`),
    ...[...Map.groupBy(legs, ({ to }) => to)].flatMap(([to, its]) => besideAnother(to, its)),
    ...promised.filter(isEarly).map(({ Id }) => `3: the customer of row ${Id} was dialled early`),
  ];
}

function besideAnother(to: string, legs: readonly Leg[]): string[] {
  const sorted = legs.toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created));
  return sorted.slice(1).flatMap((leg, n) => {
    const { ended } = sorted[n] as Leg;
    const isOver = ended !== null && Date.parse(ended) <= Date.parse(leg.created);
    return isOver ? [] : [`2: ${to} is called at ${leg.created}, in the middle of another call`];
  });
}
