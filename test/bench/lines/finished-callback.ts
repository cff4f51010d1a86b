import { idleUse } from '../../../lib/cost/bill.ts';
import { measureCallbacks } from '../../../lib/cost/measure.ts';
import { readStackFacts } from '../../../lib/cost/stack-facts.ts';
import { priceOf, useOfCallback } from '../../../lib/cost/use.ts';
import { type Bench, verdictOf } from '../bench.ts';
import { round } from '../figures.ts';
import { askedDuringTalk } from './long-talk.ts';

const most = { functionCalls: 13, writeUnits: 30, dollarsAThousand: 0.05, idleDollars: 2 };
const shortTalkSeconds = 20;
const longTalkMinutes = 20;
const mostLookUps = longTalkMinutes / 10;

/** Counted by the requests of a local system; the long talk on a clock that is moved by hand. */
export const finishedCallback: Bench = {
  name: 'callback',
  what: 'what one finished callback uses in AWS, and what an idle month costs',
  async *run({ tell }) {
    const measurement = await measureCallbacks(tell, { talkSeconds: shortTalkSeconds });
    const use = useOfCallback(measurement.callback, 'near');
    const { lambdaRequest = 0, writeUnit = 0 } = use;
    const dollars = priceOf(use) * 1_000;
    const [short, long] = await Promise.all([
      askedDuringTalk(shortTalkSeconds),
      askedDuringTalk(longTalkMinutes * 60),
    ]);
    const more = { writes: long.writes - short.writes, messages: long.messages - short.messages };
    const lookUps = long.lookUps - short.lookUps;
    const isSame = more.writes === 0 && Math.max(more.messages, lookUps) <= mostLookUps;
    yield {
      what: 'one finished callback in AWS (desk not counted, 1 KB rows, refused writes counted)',
      goal: `≤ ${most.functionCalls} function calls, ≤ ${most.writeUnits} write units, ≤ $${most.dollarsAThousand} per thousand, the same for a talk of ${shortTalkSeconds} s and of ${longTalkMinutes} min but for ${mostLookUps} look-ups`,
      measured:
        `talk of ${shortTalkSeconds} s: ${round(lambdaRequest, 1)} function calls, ${round(writeUnit, 1)} write units, ` +
        `$${round(dollars, 3)} per thousand; talk of ${longTalkMinutes} min (virtual clock): ` +
        `${more.writes} writes, ${more.messages} messages and ${lookUps} look-ups more`,
      verdict: verdictOf(
        lambdaRequest <= most.functionCalls &&
          writeUnit <= most.writeUnits &&
          dollars <= most.dollarsAThousand &&
          isSame,
      ),
    };
    const idle = priceOf(idleUse(measurement, await readStackFacts('prod')));
    yield {
      what: 'an idle month: queue polling, sweeps, alarms, storage',
      goal: `≤ $${most.idleDollars}`,
      measured: `$${round(idle, 2)} at list prices, of the stage prod`,
      verdict: verdictOf(idle <= most.idleDollars),
    };
  },
};
