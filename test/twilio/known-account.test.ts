import { KnownAccount, type TwilioAccount } from '../../lambdas/adapters/twilio/known-account.ts';

const start = Date.parse('2026-11-23T10:00:00.000Z');

/** A store whose token a test changes, and that counts how often it is read. */
function store() {
  const clock = { at: start, now: () => clock.at };
  const stored = { token: 'first', fails: false, readings: 0 };
  const read = async (): Promise<TwilioAccount> => {
    stored.readings += 1;
    if (stored.fails) throw new Error('the store is down');
    return { sid: 'AC1', authTokens: [stored.token] };
  };
  return { clock, stored, known: new KnownAccount(read, clock) };
}

test('reads the credentials once', async () => {
  const { known, stored } = store();
  await known.current();
  await Promise.all([known.current(), known.current()]);
  expect(stored.readings).toBe(1);
});

test('reads again when they do not fit, once a minute at most', async () => {
  const { known, stored, clock } = store();
  const first = await known.current();
  stored.token = 'second';
  clock.at = start + 59_999;
  expect(await known.newerThan(first)).toBeUndefined();
  clock.at = start + 60_000;
  const newer = await known.newerThan(first);
  expect(newer?.authTokens).toEqual(['second']);
  expect(stored.readings).toBe(2);
  clock.at = start + 60_001;
  expect(newer && (await known.newerThan(newer))).toBeUndefined();
  expect(stored.readings).toBe(2);
});

test('gives all who ask at the same time the same new reading', async () => {
  const { known, stored, clock } = store();
  const first = await known.current();
  stored.token = 'second';
  clock.at = start + 60_000;
  const newer = await Promise.all([known.newerThan(first), known.newerThan(first)]);
  expect(newer.map((it) => it?.authTokens[0])).toEqual(['second', 'second']);
  expect(stored.readings).toBe(2);
});

test('fails while nothing can be read, and reads on the next call', async () => {
  const { known, stored } = store();
  stored.fails = true;
  await expect(known.current()).rejects.toThrow('the store is down');
  stored.fails = false;
  expect((await known.current()).authTokens).toEqual(['first']);
});

test('keeps the credentials that it has when newer ones cannot be read', async () => {
  const { known, stored, clock } = store();
  const first = await known.current();
  stored.fails = true;
  clock.at = start + 60_000;
  await expect(known.newerThan(first)).rejects.toThrow('the store is down');
  expect(await known.current()).toBe(first);
  expect(await known.newerThan(first)).toBeUndefined();
  expect(stored.readings).toBe(2);
});
