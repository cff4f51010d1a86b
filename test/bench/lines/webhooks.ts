import { type Bench, type BenchContext, verdictOf } from '../bench.ts';
import { BenchSystem, type Leg, requestsTo } from '../bench-system.ts';
import { percentile, round } from '../figures.ts';
import {
  customerNumber,
  furnish,
  putAccount,
  rowFor,
  seatsFrom,
  second,
  secondAhead,
} from '../floor.ts';

const sizes = {
  quick: { seconds: 30, webhooksASecond: 12 },
  whole: { seconds: 300, webhooksASecond: 50 },
  big: { seconds: 300, webhooksASecond: 50 },
};
/** How many webhooks a call has is found out by these. */
const trialCalls = 10;
const seatCount = 250;
const ringAheadSeconds = 3;
const leadSeconds = 12;
const mostGrowth = 1.1;
/** Code is compiled and connections are opened until then. */
const settledShare = 0.2;
const longestFinish = 60;
const firstTrial = 1_000_000;
const megabyte = 1_000_000;

/** Real calls, so many that the telephone network sends fifty webhooks a second. */
export const webhooks: Bench = {
  name: 'webhooks',
  what: '50 webhooks a second for five minutes: all handled, none twice, memory flat',
  async *run(context) {
    const { seconds, webhooksASecond } = sizes[context.size];
    const system = await BenchSystem.start(context);
    await putAccount(system);
    const settings = { ringAheadSeconds };
    const phones = { operatorPhones: briskOperator, customerPhones: briskCustomer };
    await furnish(system, { task: 'load', seats: seatsFrom(1, seatCount), settings, ...phones });
    const callsASecond = webhooksASecond / (await webhooksOfACall(system));
    const calls = Math.floor(seconds * callsASecond);
    await system.resetCounts();
    const begunAt = Date.now();
    context.tell(`${round(callsASecond, 1)} calls a second for ${seconds} s`);
    const memory = await makeCalls(context, system, { seconds, callsASecond });
    const talks = await untilDone(system, { calls, since: begunAt });
    const sent = await webhooksSent(system);
    const troubles = (await system.ask('/phones/debugger')) as { code: number }[];
    const codes = [...new Set(troubles.map(({ code }) => code))].join(', ');
    const settled = memory.slice(Math.floor(memory.length * settledShare));
    const growth = percentile(settled.slice(-5), 0.5) / percentile(settled.slice(0, 5), 0.5);
    const failed = troubles.length === 0 ? 'none failed' : `${troubles.length} failed (${codes})`;
    yield {
      what: `${webhooksASecond} webhooks a second for ${seconds} s`,
      goal: `all handled, none twice, memory flat (≤ ${mostGrowth} ×)`,
      measured:
        `${sent} webhooks, ${round(sent / seconds, 1)} a second, ${failed}; of ${calls} customers ${talks.once} were ` +
        `talked with once, ${talks.twice} twice, ${talks.never} never; memory ${round(growth, 2)} × ` +
        `(${round((settled.at(-1) ?? 0) / megabyte)} MB)`,
      verdict: verdictOf(talks.once === calls && troubles.length === 0 && growth <= mostGrowth),
    };
  },
};

const briskOperator = {
  answer: 'human',
  afterSeconds: 0.5,
  hangUpAfterSeconds: null,
  presses: '1',
};
const briskCustomer = { answer: 'human', afterSeconds: 0.5, hangUpAfterSeconds: 2 };

async function webhooksOfACall(system: BenchSystem): Promise<number> {
  await system.resetCounts();
  const dueAt = secondAhead(6);
  const orders = seatsFrom(1, trialCalls).map((n) => orderOf(firstTrial + n, dueAt + n * second));
  await system.putRows(orders);
  await system.pauseUntil(dueAt + (trialCalls + 3) * second);
  await system.quiet();
  return (await webhooksSent(system)) / trialCalls;
}

async function webhooksSent(system: BenchSystem): Promise<number> {
  const counts = await system.counts();
  return requestsTo(counts, 'lambda:Invoke', (caller) => /^Webhooks/.test(caller));
}

function orderOf(Id: number, dueAt: number): object {
  const seat = seatOf(Id);
  return rowFor({ task: 'load', Id, dueAt, seat, operator: seat });
}

/** Rows are written twelve seconds ahead, second by second. Answers the memory, every five seconds. */
async function makeCalls(
  context: BenchContext,
  system: BenchSystem,
  { seconds, callsASecond }: { seconds: number; callsASecond: number },
): Promise<number[]> {
  const memory: number[] = [];
  const firstDueAt = secondAhead(leadSeconds);
  for (let n = 0; n < seconds; n++) {
    const dueAt = firstDueAt + n * second;
    const [before, after] = [n, n + 1].map((it) => Math.floor(it * callsASecond)) as [
      number,
      number,
    ];
    const ids = seatsFrom(1 + before, after - before);
    await system.putRows(ids.map((Id) => orderOf(Id, dueAt)));
    if (n % 5 === 0) memory.push(await system.memory());
    if (n % 60 === 0) context.tell(`${n} s`);
    await system.pauseUntil(dueAt - (leadSeconds - 1) * second);
  }
  return memory;
}

/** In turn: a seat has 40 s until its next call. */
function seatOf(Id: number): number {
  return 1 + (Id % seatCount);
}

/** How many calls to a customer were answered, against how many there are to be. */
async function untilDone(
  system: BenchSystem,
  { calls, since }: { calls: number; since: number },
): Promise<{ once: number; twice: number; never: number }> {
  for (let waited = 0; ; waited++) {
    const legs = await system.legs();
    const talks = legs.filter((leg) => isTalk(leg) && Date.parse(leg.created) >= since);
    if (talks.length >= calls || waited === longestFinish) return tally(talks, calls);
    await system.pause(second);
  }
}

function isTalk({ parent, answered, ended }: Leg): boolean {
  return parent !== null && answered !== null && ended !== null;
}

/** A seat's share of the calls: what it has more was twice, what it has less never. */
function tally(talks: readonly Leg[], calls: number) {
  const wanted = Map.groupBy(seatsFrom(1, calls), seatOf);
  const had = Map.groupBy(talks, ({ to }) => to);
  const result = { once: 0, twice: 0, never: 0 };
  for (const [seat, ids] of wanted) {
    const count = had.get(customerNumber(seat))?.length ?? 0;
    result.once += Math.min(count, ids.length);
    result.twice += Math.max(0, count - ids.length);
    result.never += Math.max(0, ids.length - count);
  }
  return result;
}
