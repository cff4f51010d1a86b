import { customer, NetworkUnderTest, operator, ownNumber } from './network-under-test.ts';

let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest().start();
  net.phone(customer, { answer: 'busy' });
  for (const to of [operator, customer, operator]) {
    await net.twilio.calls.create({ to, from: ownNumber, url: net.webhooks.url('/voice') });
    await net.pass(60);
  }
});
afterEach(() => net.stop());

const found = async (query: object) => (await net.twilio.calls.list(query)).map(({ to }) => to);

test('shows the newest call first', async () => {
  const calls = await net.twilio.calls.list();
  expect(calls.map(({ dateCreated }) => dateCreated.toISOString().slice(11, 16))).toEqual([
    '10:02',
    '10:01',
    '10:00',
  ]);
});

test.each([
  ['to', { to: customer }, [customer]],
  ['from', { from: ownNumber }, [operator, customer, operator]],
  ['from, in vain', { from: operator }, []],
  ['status', { status: 'busy' }, [customer]],
  ['parent', { parentCallSid: 'CA1' }, []],
  [
    'a start before, to the second',
    { startTimeBefore: new Date('2026-11-23T10:00:59Z') },
    [operator],
  ],
  ['a start before', { startTimeBefore: new Date('2026-11-23T10:01:00Z') }, [customer, operator]],
  ['a start after', { startTimeAfter: new Date('2026-11-23T10:01:00Z') }, [operator, customer]],
  ['a start at', { startTime: new Date('2026-11-23T10:01:00Z') }, [customer]],
  ['an end before', { endTimeBefore: new Date('2026-11-23T10:00:59Z') }, [operator]],
])('filters by %s', async (_, query, expected) => {
  expect(await found(query)).toEqual(expected);
});

test('pages through as many calls as there are', async () => {
  expect(await found({ pageSize: 2 })).toEqual([operator, customer, operator]);
  const page = await net.twilio.calls.page({ pageSize: 2 });
  expect(page.instances).toHaveLength(2);
  expect((await page.nextPage())?.instances).toHaveLength(1);
  expect(page.nextPageUrl).toContain('PageSize=2&Page=1');
});

test('keeps its filters from page to page', async () => {
  expect(await found({ to: operator, pageSize: 1 })).toEqual([operator, operator]);
});
