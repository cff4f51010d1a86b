import { type Bench, type BenchContext, type Finding, verdictOf } from '../bench.ts';
import { BenchSystem, requestsTo } from '../bench-system.ts';
import { milliseconds, round, type Spread, spreadOf } from '../figures.ts';
import {
  furnish,
  longestRing,
  operatorNumber,
  putAccount,
  ringingOn,
  rowFor,
  seatsFrom,
  second,
  secondAhead,
} from '../floor.ts';

const sizes = { quick: [10], whole: [60, 200, 500], big: [60, 200, 500] };
const mostClaims = 1.3;
const mostTimesLater = 2;

const ringAheadSeconds = 3;
const settings = { ringAheadSeconds, operatorRingSeconds: longestRing };
/** So many rows a second are written and followed. */
const rowsFollowedASecond = 40;
const warmUp = 5;
const longestWait = 120;

type Kind = 'anybody' | 'named';

/** N rows and N free operators at one second: once for anybody, once each for an operator. */
export const roundTime: Bench = {
  name: 'round',
  what: 'N rows for anybody and N free operators at one second',
  async *run(context) {
    for (const count of sizes[context.size]) yield await findingFor(context, count);
  },
};

async function findingFor(context: BenchContext, count: number): Promise<Finding> {
  const system = await BenchSystem.start(context);
  await putAccount(system);
  for (const kind of ['warm', 'anybody', 'named'] as const) {
    const seats = seatsOf(kind, count);
    await furnish(system, { task: kind, seats, settings, operatorPhones: ringingOn });
  }
  await burst(system, { kind: 'warm', seats: seatsOf('warm', count) });
  context.tell(`${count} rows that name their operators, then ${count} for anybody`);
  const named = await burst(system, { kind: 'named', seats: seatsOf('named', count) });
  const anybody = await burst(system, { kind: 'anybody', seats: seatsOf('anybody', count) });
  await system.stop();
  return judge(count, { named, anybody });
}

const places = { anybody: 0, named: 1, warm: 2 };

function seatsOf(kind: Kind | 'warm', count: number): number[] {
  return seatsFrom(1 + places[kind] * count, kind === 'warm' ? warmUp : count);
}

interface Burst {
  spread: Spread;
  claims: number;
}

async function burst(
  system: BenchSystem,
  { kind, seats }: { kind: Kind | 'warm'; seats: readonly number[] },
): Promise<Burst> {
  const lead = ringAheadSeconds + 6 + Math.ceil(seats.length / rowsFollowedASecond);
  const dueAt = secondAhead(lead);
  const operatorOf = (seat: number) => (kind === 'anybody' ? undefined : seat);
  await system.putRows(
    seats.map((seat) => rowFor({ task: kind, Id: seat, seat, dueAt, operator: operatorOf(seat) })),
  );
  const ringAt = dueAt - ringAheadSeconds * second;
  await system.pauseUntil(ringAt - second);
  await system.resetCounts();
  const rung = await allRung(system, { seats, ringAt });
  const claims = requestsTo(await system.counts(), 'dynamodb:TransactWriteItems');
  await system.quiet();
  return { claims, spread: spreadOf(rung.map((it) => it - ringAt)) };
}

/** When each operator was first rung. */
async function allRung(
  system: BenchSystem,
  { seats, ringAt }: { seats: readonly number[]; ringAt: number },
): Promise<number[]> {
  const numbers = new Set(seats.map(operatorNumber));
  const endsAt = ringAt + longestWait * second;
  for (;;) {
    const first = new Map<string, number>();
    for (const { to, created } of await system.legs()) {
      if (numbers.has(to) && !first.has(to)) first.set(to, Date.parse(created));
    }
    if (first.size === numbers.size || Date.now() > endsAt) return [...first.values()];
    await system.pause(second);
  }
}

function judge(count: number, { named, anybody }: Record<Kind, Burst>): Finding {
  const claims = anybody.claims / count;
  const times = anybody.spread.p50 / named.spread.p50;
  const isWhole = anybody.spread.count === count && named.spread.count === count;
  const text = ({ p50, worst }: Spread) => `p50 ${milliseconds(p50)}, worst ${milliseconds(worst)}`;
  return {
    what: `${count} rows for anybody and ${count} free operators at one second`,
    goal: `≤ ${mostClaims} claims a call, lateness (p50) ≤ ${mostTimesLater} × that of rows that name their operators`,
    measured:
      `${round(claims, 2)} claims a call, ${text(anybody.spread)}, ${anybody.spread.count} rung; ` +
      `named: ${text(named.spread)}, ${named.spread.count} rung; ${round(times, 2)} ×`,
    verdict: verdictOf(isWhole && claims <= mostClaims && times <= mostTimesLater),
  };
}
