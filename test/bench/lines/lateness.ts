import { type Bench, type Finding, verdictOf } from '../bench.ts';
import { BenchSystem, type Leg } from '../bench-system.ts';
import { spreadOf, spreadText } from '../figures.ts';
import {
  customerNumber,
  furnish,
  type Order,
  operatorNumber,
  putAccount,
  rowFor,
  seatsFrom,
  second,
  secondAhead,
} from '../floor.ts';
import { startPoller } from './poller.ts';

const ringAheadSeconds = 15;
/** Orders are written and followed by then: operators are rung from half a minute on. */
const leadSeconds = 50;
const promisesASecond = 4;

const sizes = {
  quick: { promises: 20, talks: 3 },
  whole: { promises: 300, talks: 20 },
  big: { promises: 300, talks: 20 },
};

/** Promises at four a second, each with an operator and a customer of its own, while people talk. */
export const lateness: Bench = {
  name: 'lateness',
  what: 'lateness of operators’ and customers’ phones, and of a 5-second poller',
  async *run(context) {
    const { promises, talks } = sizes[context.size];
    const system = await BenchSystem.start(context);
    context.tell(`setting up ${promises + talks} operators and customers`);
    await putAccount(system);
    await furnishFloor(system, { promises, talks });
    await startTalks(system, seatsFrom(promises + 1, talks));
    const orders = ordersFor(seatsFrom(1, promises));
    const poller = await startPoller(context, system, orders, ringAheadSeconds);
    await system.putRows(orders.map(rowFor));
    const lastDueAt = orders.at(-1)?.dueAt ?? 0;
    context.tell(`waiting for ${promises} promises until ${clock(lastDueAt)}`);
    await system.pauseUntil(lastDueAt + 10 * second);
    yield* judged(await system.legs(), orders);
    yield pollerFinding(await poller.lateness());
  },
};

async function furnishFloor(
  system: BenchSystem,
  { promises, talks }: { promises: number; talks: number },
): Promise<void> {
  const talking = { answer: 'human', afterSeconds: 0.5, hangUpAfterSeconds: null };
  const settings = { ringAheadSeconds, customerRingSeconds: 10 };
  await furnish(system, { task: 'promised', seats: seatsFrom(1, promises), settings });
  const seats = seatsFrom(promises + 1, talks);
  await furnish(system, { task: 'talks', seats, settings, customerPhones: talking });
}

const longestWait = 60;

/** They go on until the system ends. */
async function startTalks(system: BenchSystem, seats: readonly number[]): Promise<void> {
  const dueAt = secondAhead(1);
  await system.putRows(
    seats.map((seat) => rowFor({ task: 'talks', Id: seat, dueAt, seat, operator: seat })),
  );
  for (let waited = 0; (await talksOf(system)) < seats.length; waited++) {
    if (waited === longestWait) throw new Error('the talks beside did not begin');
    await system.pause(second);
  }
}

async function talksOf(system: BenchSystem): Promise<number> {
  const legs = await system.legs();
  return legs.filter(({ parent, status }) => parent !== null && status === 'in-progress').length;
}

function ordersFor(seats: readonly number[]): Order[] {
  const firstDueAt = secondAhead(leadSeconds);
  return seats.map((seat, n) => ({
    task: 'promised',
    Id: seat,
    seat,
    operator: seat,
    dueAt: firstDueAt + Math.floor(n / promisesASecond) * second,
  }));
}

/** Of several legs to a phone the first one counts. */
export function latenessOf(
  legs: readonly Leg[],
  orders: readonly Order[],
  momentOf: (order: Order) => { to: string; at: number },
): number[] {
  return orders.flatMap((order) => {
    const { to, at } = momentOf(order);
    const leg = legs.find((it) => it.to === to);
    return leg ? [Date.parse(leg.created) - at] : [];
  });
}

/** When the operator is to be rung. */
export const ringing =
  (aheadSeconds: number) =>
  ({ operator = 0, dueAt }: Order) => ({
    to: operatorNumber(operator),
    at: dueAt - aheadSeconds * second,
  });

function* judged(legs: readonly Leg[], orders: readonly Order[]): Generator<Finding> {
  const customers = latenessOf(legs, orders, ({ seat, dueAt }) => ({
    to: customerNumber(seat),
    at: dueAt,
  }));
  const operators = latenessOf(legs, orders, ringing(ringAheadSeconds));
  const goals = [
    { who: 'customer (due → <Dial> handed over)', values: customers, p50: 3, p99: 20 },
    { who: 'operator (due − ring ahead → POST /Calls)', values: operators, p50: 5, p99: 50 },
  ];
  for (const { who, values, p50, p99 } of goals) {
    const spread = spreadOf(values);
    const isWhole = spread.count === orders.length && spread.early === 0;
    yield {
      what: `lateness: ${who}`,
      goal: `p50 ≤ ${p50} ms, p99 ≤ ${p99} ms, never early, over ${orders.length} promises`,
      measured: spreadText(spread),
      verdict: verdictOf(isWhole && spread.p50 <= p50 && spread.p99 <= p99),
    };
  }
}

function pollerFinding(values: readonly number[]): Finding {
  return {
    what: 'lateness: a poller that asks every 5 seconds, over the same rows',
    goal: '',
    measured: spreadText(spreadOf(values)),
    verdict: 'beside',
  };
}

function clock(instant: number): string {
  return new Date(instant).toISOString().slice(11, 19);
}
