import fc from 'fast-check';
import { isReached } from '../../../lambdas/domain/attempt/attempt.ts';
import type { CallCentre } from '../../support/call-centre.ts';
import type { OperatorCall } from '../../support/operator-call.ts';
import { customerRinging, talking } from '../../support/scenarios.ts';

const outcome = (centre: CallCentre) => centre.attempts(17)[0]?.facts.settled?.outcome;

describe('reached means bridged', () => {
  test('also when the operator hangs up first', async () => {
    const { centre, call } = await customerRinging();
    await call.operatorIs('completed');
    expect(outcome(centre)).toBeUndefined();
    await call.dialEnds({ as: 'completed', bridged: true, seconds: 3, callerGone: true });
    expect(outcome(centre)).toBe('reached');
    expect(centre.attempts(17)[0]?.facts).not.toHaveProperty('callerHungUp');
    expect(centre.row(17)).toMatchObject({ status: 12 });
  });

  test('also when only the duration of the customer’s leg tells of it', async () => {
    const { centre, call } = await customerRinging();
    await call.customerIs('completed', 20);
    expect(outcome(centre)).toBe('reached');
  });

  test('and the operator’s leg, completed, says nothing of it', async () => {
    const { centre, call } = await customerRinging();
    await call.operatorIs('completed');
    await call.customerIs('no-answer');
    expect(outcome(centre)).toBe('customer-no-answer');
  });

  test('and settles at once, though the operator is still on the line', async () => {
    const { centre, call } = await talking();
    await call.customerIs('completed', 20);
    expect(outcome(centre)).toBe('reached');
    const held = await centre.world.attempts.held();
    expect(held.map(({ key }) => key)).toEqual(['operator:anna']);
    await call.operatorIs('completed');
    expect(await centre.world.attempts.held()).toEqual([]);
  });
});

test('not reached settles only when every leg that may exist has ended', async () => {
  const { centre, call } = await customerRinging();
  await call.customerIs('busy');
  expect(outcome(centre)).toBeUndefined();
  expect(centre.row(17)).toMatchObject({ status: 11 });
  await call.operatorIs('completed');
  expect(outcome(centre)).toBe('customer-busy');
});

describe('of two webhooks that come in one moment', () => {
  test('both ends of a talk free the operator', async () => {
    const { centre, call } = await talking();
    const ends = { as: 'completed', bridged: true, seconds: 20 } as const;
    await Promise.all([call.dialEnds(ends), call.operatorIs('completed')]);
    expect(outcome(centre)).toBe('reached');
    expect(await centre.world.attempts.held()).toEqual([]);
    expect(centre.attempts(17)[0]?.facts).toHaveProperty('operatorReleased');
  });

  test('the answer counts beside an end that does not know of it', async () => {
    const { centre, call } = await customerRinging();
    const ends = { as: 'no-answer', callerGone: true } as const;
    await Promise.all([call.dialEnds(ends), call.customerIs('answered')]);
    expect(outcome(centre)).toBe('reached');
    expect(centre.row(17)).toMatchObject({ status: 12 });
  });
});

test('what settles is written with the settlement', async () => {
  const { centre, call } = await talking();
  const record = jest.spyOn(centre.world.attempts, 'record');
  await call.dialEnds({ as: 'completed', bridged: true, seconds: 20 });
  expect(record).not.toHaveBeenCalled();
  expect(centre.attempts(17)[0]?.facts).toMatchObject({
    bridged: {},
    customerEnded: {},
    settled: {},
  });
});

type News = (call: OperatorCall) => Promise<unknown>;

/** What Twilio tells of a call, each piece of it true. */
const courses: Record<string, { news: News[]; becomes: object }> = {
  reached: {
    news: [
      (call) => call.operatorIs('ringing'),
      (call) => call.operatorIs('answered'),
      (call) => call.customerIs('ringing'),
      (call) => call.customerIs('answered'),
      (call) => call.customerIs('completed', 20),
      (call) => call.dialEnds({ as: 'completed', bridged: true, seconds: 20 }),
      (call) => call.operatorIs('completed'),
    ],
    becomes: { status: 12 },
  },
  'customer-no-answer': {
    news: [
      (call) => call.operatorIs('answered'),
      (call) => call.customerIs('ringing'),
      (call) => call.customerIs('no-answer'),
      (call) => call.dialEnds({ as: 'no-answer' }),
      (call) => call.operatorIs('completed'),
    ],
    becomes: { status: 10, time_callback: '10:35:01' },
  },
  'operator-hung-up': {
    news: [
      (call) => call.customerIs('ringing'),
      (call) => call.operatorIs('completed'),
      (call) => call.customerIs('canceled'),
      (call) => call.dialEnds({ as: 'canceled', callerGone: true }),
    ],
    becomes: { status: 10, time_callback: '10:35:01' },
  },
};

test.each(Object.entries(courses))(
  '%s: callbacks repeated and in any order come to the same',
  async (name, { news, becomes }) => {
    const order = fc
      .array(fc.nat(news.length - 1), { maxLength: 5 })
      .chain((again) =>
        fc.shuffledSubarray([...news.keys(), ...again], { minLength: news.length + again.length }),
      );
    await fc.assert(
      fc.asyncProperty(order, async (indices) => {
        const { centre, call } = await customerRinging();
        for (const n of indices) await news[n]?.(call);
        expect(outcome(centre)).toBe(name);
        expect(centre.row(17)).toMatchObject(becomes);
        expect(await centre.world.attempts.held()).toEqual([]);
        expect(
          centre.world.journal.notes.filter(({ event }) => event === 'attempt settled'),
        ).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  },
);

test('everything that Twilio told comes again after the end: nothing changes', async () => {
  for (const { news } of Object.values(courses)) {
    const { centre, call } = await customerRinging();
    for (const it of news) await it(call);
    await centre.follow();
    const before = JSON.stringify([centre.row(17), centre.attempts(17), centre.dialler.rung]);
    for (const it of news) await it(call);
    await centre.follow();
    expect(JSON.stringify([centre.row(17), centre.attempts(17), centre.dialler.rung])).toBe(before);
  }
});

describe('late proof that the customer was reached', () => {
  test('corrects the outcome once, and keeps what was settled', async () => {
    const { centre, call } = await customerRinging();
    await call.customerIs('no-answer');
    await call.operatorIs('completed');
    await call.dialEnds({ as: 'completed', bridged: true, seconds: 9 });
    await call.dialEnds({ as: 'completed', bridged: true, seconds: 9 });
    const [attempt] = centre.attempts(17);
    expect(attempt?.facts.settled?.outcome).toBe('customer-no-answer');
    expect(attempt && isReached(attempt)).toBe(true);
    expect(attempt?.facts).toHaveProperty('corrected');
    expect(centre.row(17)).toMatchObject({ status: 12 });
    expect(centre.world.journal.counted('CustomerReached')).toBe(1);
  });

  test('does not touch a retry that is being dialled', async () => {
    const { centre, call } = await customerRinging();
    await call.customerIs('no-answer');
    await call.operatorIs('completed');
    await centre.runUntil('2026-11-23T10:34:47Z');
    expect(centre.row(17)).toMatchObject({ status: 11 });
    await call.customerIs('answered');
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 11, _attempt: centre.attempts(17)[1]?.id });
  });
});

test('a zone that is none, written while the call is on, does not keep it from settling', async () => {
  const { centre, call } = await customerRinging();
  centre.write(17, { time_zone: 'PST' });
  await centre.follow();
  await call.customerIs('busy', 0);
  await call.operatorIs('completed');
  expect(centre.attempts(17)).toMatchObject([{ facts: { settled: { outcome: 'customer-busy' } } }]);
  expect(await centre.world.attempts.held()).toEqual([]);
  await centre.follow();
  expect(centre.row(17)).toMatchObject({ status: 10, time_zone: 'PST' });
  expect(centre.row(17)._problem).toMatch(/such as America\/Los_Angeles/);
});
