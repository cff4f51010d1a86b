import {
  callsUse,
  desksUse,
  holdLine,
  idleUse,
  type Month,
  recordingLines,
  twilioLines,
} from '../../lib/cost/bill.ts';
import { readMeasurement } from '../../lib/cost/measurement.ts';
import { goalsOf } from '../../lib/cost/report.ts';
import { readStackFacts } from '../../lib/cost/stack-facts.ts';

const month: Month = {
  callbacks: 1000,
  operators: 2,
  attempts: 1,
  minutes: 2,
  operatorPhones: 'phone',
};
const measurement = readMeasurement();
const dollars = (given: Partial<Month>) =>
  Object.fromEntries(twilioLines({ ...month, ...given }).map((it) => [it.what, it.dollars]));

describe('Twilio’s bill', () => {
  test('is by the begun minute of both legs; the operator’s is up 20 s longer', () => {
    const lines = dollars({});
    expect(lines['customers’ phones']).toBeCloseTo(1000 * 2.5 * 0.014, 8);
    expect(lines['operators’ phones']).toBeCloseTo(1000 * (2.5 + 1 / 3) * 0.014, 8);
  });

  test('is lower where operators speak by browser', () => {
    expect(dollars({ operatorPhones: 'browser' })['operators’ browsers']).toBeCloseTo(
      1000 * (2.5 + 1 / 3) * 0.004,
      8,
    );
  });

  test('has the operator’s leg of who was not reached, and not the customer’s', () => {
    const [once, twice] = [dollars({}), dollars({ attempts: 2 })];
    expect(twice['customers’ phones']).toBe(once['customers’ phones']);
    expect(twice['operators, customer not reached']).toBeCloseTo(1000 * (2 / 3 + 0.5) * 0.014, 8);
  });
});

test('recording is by the begun minute, and keeping it by the minute and month above the free ones', () => {
  const [recording, keeping] = recordingLines({ ...month, callbacks: 10_000 }, 90);
  expect(recording?.dollars).toBeCloseTo(10_000 * 2.5 * 0.0025, 8);
  expect(keeping?.dollars).toBeCloseTo((10_000 * 2.5 * 3 - 10_000) * 0.0005, 8);
  expect(recordingLines(month, 90)[1]?.dollars).toBe(0);
});

test('hold adds the conference’s minutes of both, and nothing where nobody is held', () => {
  expect(holdLine(month).dollars).toBeCloseTo(1000 * 2 * 2.5 * 0.0018, 8);
  expect(twilioLines(month).some(({ what }) => what.includes('hold'))).toBe(false);
});

test('calls in vain use AWS as calls do', () => {
  const [once, twice] = [1, 2].map((attempts) => callsUse(measurement, { ...month, attempts }));
  expect(twice?.writeUnit).toBeCloseTo(2 * (once?.writeUnit ?? 0), 6);
});

test('desks cost by the minute that they are open, also while nobody calls', () => {
  expect(desksUse(measurement, { ...month, callbacks: 0 }).webSocketMinute).toBe(2 * 176 * 60);
});

test('without operators there is no desk to pay for', () => {
  expect(desksUse(measurement, { ...month, operators: 0 })).toEqual({});
});

test('sparse calls load their functions anew, and many calls do so no more often', () => {
  const loaded = (callbacks: number) => {
    const one = callsUse(measurement, { ...month, callbacks }).lambdaGigabyteSecond ?? 0;
    const many = callsUse(measurement, { ...month, callbacks: 2 * callbacks });
    return 2 * one - (many.lambdaGigabyteSecond ?? 0);
  };
  expect(loaded(100)).toBeCloseTo(0, 6);
  expect(loaded(10_000)).toBeCloseTo(22 * 10 * 6 * 6 * 0.25, 6);
});

describe('the stack of prod', () => {
  const facts = readStackFacts('prod');

  test('sweeps every minute and every six hours, polls one queue, and shows one dashboard', async () => {
    expect(await facts).toMatchObject({ polledQueues: 1, dashboards: 1 });
    expect((await facts).sweepsAMonth).toBeCloseTo(730 * 60 + 730 / 6, 6);
    expect((await facts).alarmMetrics).toBeGreaterThan(10);
  });

  test('costs nothing for calls while nobody calls', async () => {
    const idle = idleUse(measurement, await facts);
    expect(idle).toMatchObject({ writeUnit: 0, httpApiRequest: 0 });
    expect(idle).not.toHaveProperty('customMetric');
  });

  test('keeps its goals', async () => {
    for (const { what, is, goal } of goalsOf({ month, measurement, facts: await facts }))
      expect({ what, isKept: is <= goal, is }).toMatchObject({ isKept: true });
  });
});

test('a stage that nobody knows is said so', async () => {
  await expect(readStackFacts('moon')).rejects.toThrow('stage must be one of');
});
