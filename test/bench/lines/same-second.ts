import twilio from 'twilio';
import type { RequestCount } from '../../../lib/aws-machine/src/proxy/request-counts.ts';
import { claimBare } from '../bare-claims.ts';
import { type Bench, type BenchContext, verdictOf } from '../bench.ts';
import { BenchSystem, type Leg } from '../bench-system.ts';
import { percentile, round } from '../figures.ts';
import {
  eachOf,
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

const callsOf = { quick: 40, whole: 1_000, big: 1_000 };
const tasks = 2;
const leastShare = 0.8;
const ringAheadSeconds = 3;
const rowsFollowedASecond = 40;
const longestWait = 240;
const requestsInFlight = [10, 50];
const mostClaimsInFlight = 10;

/** Whatever the network does for a call is the same for both. */
export const sameSecond: Bench = {
  name: 'burst',
  what: '1,000 callbacks due in the same second, 1,000 operators, no limit on calls per second',
  async *run(context) {
    const seats = seatsFrom(1, callsOf[context.size]);
    const { bare, claims } = await bareRates(context, seats);
    const { rate, legs, requests } = await ownRate(context, seats);
    const perOperator = seats.map(
      (seat) => legs.filter(({ to }) => to === operatorNumber(seat)).length,
    );
    const submitted = perOperator.filter((it) => it > 0).length;
    const twice = perOperator.filter((it) => it > 1).length;
    const best = Math.max(...bare);
    const isWhole = submitted === seats.length && twice === 0;
    yield {
      what: `${seats.length} callbacks due in the same second, as many operators, no limit on calls per second`,
      goal: `all submitted, none twice, at ≥ ${100 * leastShare} % of the bare SDK's rate`,
      measured:
        `${submitted} submitted, ${twice} twice, ${round(rate)} a second; ` +
        `bare SDK ${round(best)} a second: ${round((100 * rate) / best)} %`,
      verdict: verdictOf(isWhole && rate >= leastShare * best),
    };
    const perCall = requests / seats.length;
    yield {
      what: 'what bounds that rate: their claims alone, each a transaction over row, attempt and two locks',
      goal: '',
      measured:
        `${round(claims)} claims a second and nothing besides, against ${round(rate)} calls; ` +
        `a call asks DynamoDB ${round(perCall, 1)} times, so it was asked ${round(rate * perCall)} times a second`,
      verdict: 'beside',
    };
  },
};

/** From the first to the last, the slowest hundredth left out. */
function rateOf(instants: readonly number[]): number {
  const start = Math.min(...instants);
  const share = 0.99;
  return (share * instants.length * second) / (percentile(instants, share) - start);
}

async function ownRate(
  context: BenchContext,
  seats: readonly number[],
): Promise<{ rate: number; legs: Leg[]; requests: number }> {
  const system = await BenchSystem.start(context);
  await putAccount(system);
  const perTask = Math.ceil(seats.length / tasks);
  const taskOf = (seat: number) => `task-${Math.ceil(seat / perTask)}`;
  const settings = { ringAheadSeconds, operatorRingSeconds: longestRing };
  for (const [task, of] of Map.groupBy(seats, taskOf)) {
    await furnish(system, { task, seats: of, settings, operatorPhones: ringingOn });
  }
  const dueAt = secondAhead(10 + Math.ceil(seats.length / rowsFollowedASecond));
  context.tell(`ordering ${seats.length} callbacks`);
  await system.putRows(
    seats.map((seat) => rowFor({ task: taskOf(seat), Id: seat, seat, dueAt, operator: seat })),
  );
  const ringAt = dueAt - ringAheadSeconds * second;
  await system.pauseUntil(ringAt - second);
  await system.resetCounts();
  await system.pauseUntil(ringAt);
  const legs = await untilAllAreThere(system, seats.length);
  const requests = requestsToDynamoDb(await system.counts());
  await system.stop();
  const instants = [ringAt, ...legs.map(({ created }) => Date.parse(created))];
  return { rate: rateOf(instants), legs, requests };
}

function requestsToDynamoDb(counts: readonly RequestCount[]): number {
  const ofDynamoDb = counts.filter(({ operation }) => operation.startsWith('dynamodb:'));
  return ofDynamoDb.reduce((sum, it) => sum + it.requests, 0);
}

async function untilAllAreThere(system: BenchSystem, count: number): Promise<Leg[]> {
  for (let waited = 0; ; waited++) {
    const legs = await system.legs();
    if (legs.length >= count || waited === longestWait) {
      await system.quiet();
      return system.legs();
    }
    await system.pause(second);
  }
}

/** Of the network's requests one rate for each number in flight, and the rate of claims alone. */
async function bareRates(
  context: BenchContext,
  seats: readonly number[],
): Promise<{ bare: number[]; claims: number }> {
  const system = await BenchSystem.start(context);
  await eachOf(seats, (seat) => {
    const target = `/local/phones/${encodeURIComponent(operatorNumber(seat))}`;
    return system.ask(target, { method: 'PUT', body: ringingOn });
  });
  const { twilio: account } = (await system.ask('/local')) as { twilio: Account };
  const client = bareClient(system.address, account);
  const rates: number[] = [];
  for (const inFlight of requestsInFlight) {
    context.tell(`the bare SDK, ${inFlight} requests in flight`);
    const before = (await system.legs()).length;
    await eachOf(seats, (seat) => client.calls.create(orderFor(seat, system.address)), inFlight);
    const legs = (await system.legs()).slice(before);
    rates.push(rateOf(legs.map(({ created }) => Date.parse(created))));
  }
  context.tell('bare claims');
  const claims = rateOf(await claimBare(system, seats, mostClaimsInFlight));
  await system.stop();
  return { bare: rates, claims };
}

interface Account {
  accountSid: string;
  authToken: string;
}

/** The SDK as it comes, but for the host. */
function bareClient(address: string, { accountSid, authToken }: Account) {
  const requests = new twilio.RequestClient({ keepAlive: true });
  const httpClient = Object.assign(Object.create(requests), {
    request: (order: Parameters<typeof requests.request>[0]) =>
      requests.request({
        ...order,
        uri: order.uri.replace('https://api.twilio.com', address),
      } as typeof order),
  });
  return twilio(accountSid, authToken, { httpClient });
}

/** What the system asks for. */
function orderFor(seat: number, address: string) {
  const url = (path: string) => `${address}${path}?attempt=bare.${seat}.0#rc=0`;
  return {
    to: operatorNumber(seat),
    from: '+442079460000',
    url: url('/voice/operator'),
    method: 'POST',
    fallbackUrl: url('/sorry-en.xml'),
    statusCallback: url('/events/operator'),
    statusCallbackEvent: ['completed'],
    timeout: longestRing,
  };
}
