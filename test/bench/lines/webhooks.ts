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
  quick: { seconds: 30, callsASecond: 2 },
  whole: { seconds: 300, callsASecond: 6 },
  big: { seconds: 300, callsASecond: 6 },
};
const webhooksASecond = 50;
const seatCount = 250;
const ringAheadSeconds = 3;
const mostGrowth = 1.1;
/** Code is compiled and connections are opened until then. */
const settledShare = 0.2;
const longestFinish = 60;
const megabyte = 1_000_000;

/** Real calls, so many that the telephone network sends fifty webhooks a second. */
export const webhooks: Bench = {
  name: 'webhooks',
  what: '50 webhooks a second for five minutes: all handled, none twice, memory flat',
  async *run(context) {
    const { seconds, callsASecond } = sizes[context.size];
    const system = await BenchSystem.start(context);
    await putAccount(system);
    const settings = { ringAheadSeconds };
    const phones = { operatorPhones: briskOperator, customerPhones: briskCustomer };
    await furnish(system, { task: 'load', seats: seatsFrom(1, seatCount), settings, ...phones });
    await system.resetCounts();
    context.tell(`${callsASecond} calls a second for ${seconds} s`);
    const memory = await makeCalls(context, system, { seconds, callsASecond });
    const calls = seconds * callsASecond;
    const talks = await untilDone(system, calls);
    const sent = requestsTo(await system.counts(), 'lambda:Invoke', (it) => /^Webhooks/.test(it));
    const troubles = (await system.ask('/phones/debugger')) as unknown[];
    const settled = memory.slice(Math.floor(memory.length * settledShare));
    const growth = percentile(settled.slice(-5), 0.5) / percentile(settled.slice(0, 5), 0.5);
    const rate = sent / seconds;
    yield {
      what: `${webhooksASecond} webhooks a second for ${seconds} s`,
      goal: `all handled, none twice, memory flat (≤ ${mostGrowth} ×)`,
      measured:
        `${sent} webhooks, ${round(rate, 1)} a second, of ${calls} calls: ${talks.once} customers talked with once, ` +
        `${talks.twice} twice, ${talks.never} never; ${troubles.length} webhooks failed; memory ${round(growth, 2)} × ` +
        `(${round((settled.at(-1) ?? 0) / megabyte)} MB)`,
      verdict: verdictOf(
        talks.once === calls &&
          troubles.length === 0 &&
          growth <= mostGrowth &&
          rate >= webhooksASecond,
      ),
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

/** Rows are written ten seconds ahead, second by second. Answers the memory, every five seconds. */
async function makeCalls(
  context: BenchContext,
  system: BenchSystem,
  { seconds, callsASecond }: { seconds: number; callsASecond: number },
): Promise<number[]> {
  const memory: number[] = [];
  const firstDueAt = secondAhead(12);
  for (let n = 0; n < seconds; n++) {
    const dueAt = firstDueAt + n * second;
    const ids = seatsFrom(1 + n * callsASecond, callsASecond);
    await system.putRows(
      ids.map((Id) => {
        const seat = seatOf(Id);
        return rowFor({ task: 'load', Id, dueAt, seat, operator: seat });
      }),
    );
    if (n % 5 === 0) memory.push(await system.memory());
    if (n % 60 === 0) context.tell(`${n} s`);
    await system.pauseUntil(dueAt + second - 12 * second);
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
  calls: number,
): Promise<{ once: number; twice: number; never: number }> {
  for (let waited = 0; ; waited++) {
    const legs = await system.legs();
    const talks = legs.filter(isTalk);
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
