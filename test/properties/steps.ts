import fc from 'fast-check';
import type { Faults } from './faults.ts';

/** The rows of the table, all of one task, with fewer numbers than rows. */
export const rowIds = [1, 2, 3, 4];

/** What happens to the table, and when. */
export type Step =
  | { do: 'minutes'; Id: number; minutes: number }
  | { do: 'pair'; Id: number; inSeconds: number }
  /** Another time, whatever the row's status is. */
  | { do: 'retime'; Id: number; inSeconds: number }
  | { do: 'cancel'; Id: number; status: unknown }
  | { do: 'delete'; Id: number }
  | { do: 'stale'; Id: number; age: number; ours: boolean }
  | { do: 'edit'; Id: number; column: 'tel' | 'operator_number' | 'имя' | 'status'; pick: number }
  | { do: 'place'; Id: number; byNumber: boolean; operator: string }
  | { do: 'own'; Id: number; byNumber: boolean; from: string }
  | { do: 'call-in'; number: string }
  | { do: 'hang-up' | 'defer'; pick: number }
  | { do: 'wait'; seconds: number }
  | { do: 'outage'; seconds: number };

const Id = fc.constantFrom(...rowIds);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('minutes' as const),
      Id,
      minutes: fc.constantFrom(0, 1, 2, 20, 45),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pair' as const),
      Id,
      inSeconds: fc.integer({ min: 1, max: 1500 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('retime' as const),
      Id,
      inSeconds: fc.integer({ min: 1, max: 600 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('cancel' as const),
      Id,
      status: fc.constantFrom(undefined, null, '', 12, '13'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), Id }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('stale' as const),
      Id,
      age: fc.nat(6),
      ours: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      Id,
      column: fc.constantFrom(
        'tel' as const,
        'operator_number' as const,
        'имя' as const,
        'status' as const,
      ),
      pick: fc.nat(3),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      seconds: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(60, 300, 900)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('outage' as const),
      seconds: fc.constantFrom(5, 90, 5000),
    }),
  },
);

/** People call: operators their customers, customers us; and they change their minds. */
const call: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('place' as const),
    Id,
    byNumber: fc.boolean(),
    operator: fc.constantFrom('anna', 'ivan'),
  }),
  fc.record({
    do: fc.constant('own' as const),
    Id,
    byNumber: fc.boolean(),
    from: fc.constantFrom('+442079460991', 'client:ivan'),
  }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('call-in' as const),
      number: fc.constantFrom('+442079460101', '+442079460102', '+442079460103', '+442079460105'),
    }),
  },
  fc.record({ do: fc.constantFrom('hang-up' as const, 'defer' as const), pick: fc.nat(3) }),
);

/** A call, and what follows so soon that it is still on. */
const liveCall: fc.Arbitrary<Step[]> = fc
  .record({ call, seconds: fc.integer({ min: 0, max: 40 }), strike: fc.oneof(step, call) })
  .map(({ call: first, seconds, strike }) => [first, { do: 'wait', seconds }, strike]);

/** A call is promised soon, and just when it is being made the row is written again. */
const ambush: fc.Arbitrary<Step[]> = fc
  .record({
    Id,
    inSeconds: fc.integer({ min: 1, max: 25 }),
    milliseconds: fc.integer({ min: 0, max: 40_000 }),
    strike: step,
  })
  .map(({ Id, inSeconds, milliseconds, strike }) => [
    { do: 'pair', Id, inSeconds },
    { do: 'wait', seconds: milliseconds / 1000 },
    'Id' in strike ? { ...strike, Id } : strike,
  ]);

/** What happens in a course of events, one after the other. */
export const steps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: step.map((it) => [it]) },
      { weight: 1, arbitrary: ambush },
      { weight: 1, arbitrary: liveCall },
    ),
    { maxLength: 10 },
  )
  .map((it) => it.flat());

/** A good day: phones are busy or silent, and messages come more than once. */
export const calm: fc.Arbitrary<Faults> = fc.record({
  crash: fc.constant(0),
  lost: fc.constant(0),
  repeated: fc.constantFrom(0, 0.1, 0.5),
  silentCreation: fc.constant(0),
  lostCreation: fc.constant(0),
  lateCreation: fc.constant(0),
  refusal: fc.constantFrom(0, 0.2),
  trouble: fc.constantFrom(0, 0.2, 0.8),
});

/** A bad day: functions die, messages and callbacks are lost, and Twilio does not answer. */
export const storm: fc.Arbitrary<Faults> = fc.record({
  crash: fc.constantFrom(0, 0.01, 0.05),
  lost: fc.constantFrom(0, 0.05, 0.3),
  repeated: fc.constantFrom(0, 0.1, 0.5),
  silentCreation: fc.constantFrom(0, 0, 0.3),
  lostCreation: fc.constantFrom(0, 0, 0.3),
  lateCreation: fc.constantFrom(0, 0, 0.3),
  refusal: fc.constantFrom(0, 0, 0.2),
  trouble: fc.constantFrom(0, 0.2, 0.8),
});
