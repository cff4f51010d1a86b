import fc from 'fast-check';
import { entryAgainst } from '../../lambdas/domain/do-not-call/do-not-call.ts';
import { barsItsNumber } from '../../lambdas/domain/row/row.ts';
import { barNumber, liftNumber } from '../../lambdas/use-cases/numbers/bar-number.ts';
import { placeCall } from '../../lambdas/use-cases/own-calls/place-call.ts';
import { CallCentre } from '../support/call-centre.ts';
import { hangLimit } from '../support/hang-limit.ts';
import type { OperatorCall } from '../support/operator-call.ts';
import { anna } from '../support/sample-task.ts';

/**
 * In whatever order customers say no, supervisors lift it, rows are written, operators call and answer:
 * nobody is dialled who may not be called at that moment, by the list or by any row with the number.
 */

const number = '+442079460017';
const rows = [17, 18];

const deeds = {
  'the list says no': ({ ports }: Course) => barNumber(ports, { number, door: 'list' }),
  'no to the task': ({ ports }: Course) => barNumber(ports, { number, door: 'desk', task: 'demo' }),
  lifted: ({ ports }: Course) => liftNumber(ports, { number, door: 'list', reason: 'again' }),
  'row 17 to 14': ({ centre }: Course) => centre.write(17, { status: 14 }),
  'row 17 from 14': ({ centre }: Course) => centre.write(17, { status: undefined }),
  'row 18 ordered': ({ centre }: Course) => centre.write(18, { status: 10, callaftermin: 0 }),
  'row 17 ordered': ({ centre }: Course) => centre.write(17, { status: 10, callaftermin: 0 }),
  'called by hand': ({ ports }: Course) =>
    placeCall(ports, { operator: anna, target: { tel: number } }),
  'the operator goes on': (course: Course) => course.goOn(),
};
type Deed = keyof typeof deeds;

const names = Object.keys(deeds) as Deed[];
const weighted = [...names, ...Array<Deed>(6).fill('the operator goes on')];
const courses = fc.array(
  fc.record({
    deed: fc.constantFrom(...weighted),
    milliseconds: fc.integer({ min: 1, max: 9000 }),
  }),
  { minLength: 4, maxLength: 16 },
);

class Course {
  readonly centre: CallCentre;
  /** When it became so that the number may not be called, and when that ended. */
  readonly #barred: { from: number; to: number }[] = [];
  readonly #calls = new Map<string, { call: OperatorCall; stage: number }>();

  constructor(centre: CallCentre) {
    this.centre = centre;
  }

  get ports() {
    return this.centre.ports;
  }

  /** Of the call that rang last: answers, presses 1, comes back from the silence. */
  goOn(): void {
    if (this.centre.dialler.rung.length === 0) return;
    const last = this.centre.lastCall();
    const held = this.#calls.get(last.attempt) ?? { call: last, stage: 0 };
    this.#calls.set(last.attempt, { ...held, stage: held.stage + 1 });
    const { call, stage } = held;
    const step = stage === 0 ? call.answers() : stage === 1 ? call.presses('1') : call.comesBack();
    step.catch((error: unknown) => this.troubles.push(error));
  }

  readonly troubles: unknown[] = [];

  async pass(milliseconds: number): Promise<void> {
    await this.note();
    const until = this.centre.world.clock.now() + milliseconds;
    await this.centre.runUntil(new Date(until).toISOString());
    await this.note();
  }

  async note(): Promise<void> {
    const { clock, doNotCall, tables } = this.centre.world;
    const now = clock.now();
    const isListed = entryAgainst(await doNotCall.find(number), 'demo') !== undefined;
    const isMarked = rows.some((Id) => {
      const row = tables.row({ task: 'demo', Id });
      return row !== undefined && barsItsNumber(row);
    });
    const open = this.#barred.find(({ to }) => to === Number.POSITIVE_INFINITY);
    const isBarred = isListed || isMarked;
    if (isBarred && open === undefined)
      this.#barred.push({ from: now, to: Number.POSITIVE_INFINITY });
    if (!isBarred && open !== undefined) open.to = now;
  }

  /** The instants at which the customer was dialled, and whether they might be. */
  dialled(): { at: number; wasBarred: boolean }[] {
    const attempts = rows.flatMap((Id) => this.centre.attempts(Id));
    return attempts.flatMap(({ facts: { dialling } }) => {
      if (dialling === undefined) return [];
      const { at } = dialling;
      return [{ at, wasBarred: this.#barred.some(({ from, to }) => from < at && at < to) }];
    });
  }
}

test(
  'nobody is dialled who may not be called, in whatever order things happen',
  async () => {
    let dials = 0;
    await fc.assert(
      fc.asyncProperty(courses, async (steps) => {
        const course = new Course(await CallCentre.open({ task: { ringAheadSeconds: 3 } }));
        for (const Id of rows) course.centre.put(Id, { tel: number });
        await course.centre.follow();
        for (const { deed, milliseconds } of steps) {
          await deeds[deed](course);
          await course.pass(milliseconds);
        }
        await course.pass(10_000);
        const dialled = course.dialled();
        dials += dialled.length;
        expect(course.troubles).toEqual([]);
        expect(dialled.filter(({ wasBarred }) => wasBarred)).toEqual([]);
      }),
      { numRuns: 120 },
    );
    expect(dials).toBeGreaterThan(20);
  },
  hangLimit,
);
