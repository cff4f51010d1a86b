import fc from 'fast-check';
import { type Attempt, attemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { day, hour, type Instant, minute } from '../../../lambdas/domain/basics/instant.ts';
import { mayDial } from '../../../lambdas/domain/gate/gate.ts';
import type { DialQuestion } from '../../../lambdas/domain/gate/question.ts';
import { customerZones } from '../../../lambdas/domain/gate/zones/customer-zones.ts';
import type { Task } from '../../../lambdas/domain/task/task.ts';
import { gateFacts } from '../../support/gate-facts.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

const number = fc.constantFrom(
  '+442079460018',
  '+12025550127',
  '+12085550123', // Idaho, on a border
  '+79160000000', // anywhere in Russia
  '+34912345678', // Spain, with the Canaries
  '+61491570156', // anywhere in Australia, Lord Howe too
);
const zone = fc.constantFrom(undefined, 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham');

const halfHours = fc.integer({ min: 0, max: 48 });
const clock = (halves: number) =>
  `${String(Math.floor(halves / 2)).padStart(2, '0')}:${halves % 2 ? '30' : '00'}`;
const window = fc
  .tuple(halfHours, halfHours)
  .filter(([from, until]) => from < until)
  .map(([from, until]): [string, string] => [clock(from), clock(until)]);
const hours = fc.option(
  fc.dictionary(
    fc.constantFrom('1', '2', '3', '4', '5', '6', '7'),
    fc.array(window, { maxLength: 2 }),
  ),
) as fc.Arbitrary<Task['callingHours']>;

/** Days around the changes of the clocks, the ends of years and the leap day. */
const days = [
  '2026-12-24', '2026-12-31', '2027-03-14', '2027-03-28', '2027-04-04', '2027-10-03',
  '2027-10-31', '2027-11-07', '2028-02-28',
]; // biome-ignore format: a list
const moment = fc
  .tuple(fc.constantFrom(...days), fc.integer({ min: -144, max: 288 }))
  .map(([date, tens]) => instant(`${date}T00:00:00Z`) + tens * 10 * minute);
const holidays = fc.subarray([
  '2026-12-25',
  '2027-01-01',
  '2027-03-28',
  '2027-11-01',
  '2028-02-29',
]);

const limit = fc.option(fc.integer({ min: 1, max: 4 }));
const limits = fc.record({
  maxAttemptsPerDay: limit,
  maxAttemptsPer24Hours: limit,
  maxAttemptsPerWeek: limit,
});

const causes = ['customer-busy', 'customer-no-answer', 'customer-declined', 'voicemail'] as const;

/** When the number was dialled in vain, of this row and of others, and why. */
const dials = fc.array(
  fc.record({
    before: fc.integer({ min: 1, max: 10 * 24 * 60 }),
    cause: fc.constantFrom(...causes),
    isOfOther: fc.boolean(),
  }),
  { maxLength: 8 },
);

const question: fc.Arbitrary<DialQuestion> = fc
  .record({ to: number, zone, callingHours: hours, holidays, limits, dials, at: moment })
  .map(({ to, zone: time_zone, dials: made, at, limits: most, ...rules }) => {
    const attempts = made.map(({ before, cause }, n) => attemptAt(at - before * minute, cause, n));
    const task = sampleTask({
      allowedCountries: ['GB', 'US', 'RU', 'ES', 'AU'],
      ...rules,
      ...most,
    });
    const ofOtherRows = attempts.filter((_, n) => made[n]?.isOfOther);
    const history = attempts.filter((_, n) => !made[n]?.isOfOther);
    const facts = gateFacts({ history, ofOtherRows });
    return { to, columns: time_zone === undefined ? {} : { time_zone }, task, at, facts };
  });

function attemptAt(dialledAt: Instant, outcome: (typeof causes)[number], n: number): Attempt {
  return {
    ...attemptWith([fact('settled', { outcome })]),
    id: attemptId({ task: 'demo', Id: 17 }, `a${n}`),
    claimedAt: dialledAt,
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const styles = { dateStyle: 'short', timeStyle: 'medium' } as const;
  const known =
    formatters.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, ...styles });
  formatters.set(timeZone, known);
  return known;
}

/** Date, weekday and time of the zone's clocks, as ICU has them: not by the code that is tested. */
function shown(at: Instant, timeZone: string): { date: string; weekday: string; time: string } {
  const [date = '', time = ''] = formatterOf(timeZone).format(at).split(' ');
  return { date, time, weekday: String(new Date(`${date}T00:00:00Z`).getUTCDay() || 7) };
}

function isOpen({ callingHours, holidays: closed }: Task, at: Instant, timeZone: string): boolean {
  const { date, weekday, time } = shown(at, timeZone);
  if (closed.includes(date)) return false;
  if (callingHours === null) return true;
  const windows = callingHours[weekday as keyof typeof callingHours] ?? [];
  return windows.some(([from, until]) => `${from}:00` <= time && time < `${until}:00`);
}

/** How often the number was dialled, per zone's day, in 24 hours and in seven days, this call included. */
function isWithinLimits({
  task,
  facts,
  at,
  zones,
}: DialQuestion & { zones: readonly string[] }): boolean {
  const all = [...facts.history, ...facts.ofOtherRows].map(({ claimedAt }) => claimedAt);
  const since = (span: number) => all.filter((it) => it > at - span).length;
  const onDay = (timeZone: string) =>
    all.filter((it) => shown(it, timeZone).date === shown(at, timeZone).date).length;
  const isBelow = (count: number, most: number | null) => most === null || count < most;
  return (
    zones.every((it) => isBelow(onDay(it), task.maxAttemptsPerDay)) &&
    isBelow(since(day), task.maxAttemptsPer24Hours) &&
    isBelow(since(7 * day), task.maxAttemptsPerWeek)
  );
}

function isPermitted(asked: DialQuestion): boolean {
  const { zones } = customerZones(asked);
  const areOpen = zones.every((it) => isOpen(asked.task, asked.at, it));
  return areOpen && isWithinLimits({ ...asked, zones });
}

test('a call is permitted exactly when every zone and every limit permits it', () => {
  fc.assert(
    fc.property(question, (asked) => {
      expect(mayDial(asked).may).toBe(isPermitted(asked));
    }),
    { numRuns: 200 },
  );
});

test('the instant that a no names is the first at which the call is permitted', () => {
  fc.assert(
    fc.property(
      question,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }),
      (asked, shares) => {
        const answer = mayDial(asked);
        if (answer.may) return;
        const until = answer.nextAt ?? asked.at + 8 * day;
        for (const share of shares) {
          const at = Math.floor((asked.at + share * (until - 1 - asked.at)) / 1000) * 1000;
          expect(at >= asked.at && isPermitted({ ...asked, at })).toBe(false);
        }
        if (answer.nextAt === undefined) return;
        expect(isPermitted({ ...asked, at: answer.nextAt })).toBe(true);
        expect(isPermitted({ ...asked, at: answer.nextAt - 1000 })).toBe(false);
      },
    ),
    { numRuns: 80 },
  );
});

test('whoever waits for each instant that is named exceeds no limit, whatever the calls come to', () => {
  const step = fc.record({
    rest: fc.integer({ min: 0, max: 30 * 60 }),
    cause: fc.constantFrom(...causes),
    isOfOther: fc.boolean(),
  });
  fc.assert(
    fc.property(question, fc.array(step, { minLength: 12, maxLength: 12 }), (first, steps) => {
      let asked = first;
      for (const [n, { rest, cause, isOfOther }] of steps.entries()) {
        const answer = mayDial(asked);
        const at = answer.may ? asked.at : answer.nextAt;
        if (at === undefined) return;
        expect(isPermitted({ ...asked, at })).toBe(true);
        const made = attemptAt(at, cause, 100 + n);
        const { history, ofOtherRows } = asked.facts;
        const facts = isOfOther
          ? gateFacts({ history, ofOtherRows: [made, ...ofOtherRows] })
          : gateFacts({ history: [made, ...history], ofOtherRows });
        asked = { ...asked, facts, at: at + hour / 60 + rest * minute };
      }
    }),
    { numRuns: 40 },
  );
});
