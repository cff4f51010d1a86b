import { customer, NetworkUnderTest, ownNumber } from './network-under-test.ts';
import { refusal, refusedWith } from './refusals.ts';

let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest().start();
});
afterEach(() => net.stop());

const text = { to: customer, from: ownNumber, body: 'Извините, мы опоздали.' };

async function received(): Promise<unknown> {
  return (await net.request('GET', '/local/texts')).json();
}

test('a text arrives, and the page shows it on its phone', async () => {
  const told: unknown[] = [];
  net.network.feed.watch(({ texts, phones }) => told.push({ texts, phones }));
  const sent = await net.twilio.messages.create(text);
  expect(sent).toMatchObject({ ...text, status: 'queued', numSegments: '1', errorCode: null });
  expect(sent.sid).toMatch(/^SM[0-9a-f]{32}$/);
  const { sid } = sent;
  expect(await received()).toEqual([{ sid, ...text, sent: '2026-11-23T10:00:00.000Z' }]);
  const shown = { sid, phone: customer, from: '+44 20 7946 0000', body: text.body };
  expect(net.network.feed.snapshot()).toMatchObject({
    texts: [shown],
    phones: expect.arrayContaining([expect.objectContaining({ address: customer })]),
  });
  expect(told).toMatchObject([{ texts: [shown] }]);
});

test('a text is found again, by its SID and by its number', async () => {
  const { sid } = await net.twilio.messages.create(text);
  expect((await net.twilio.messages(sid).fetch()).body).toBe(text.body);
  expect(await net.twilio.messages.list({ to: customer })).toHaveLength(1);
  expect(await net.twilio.messages.list({ to: ownNumber })).toHaveLength(0);
});

test.each([
  [{ body: '' }, 21602],
  [{ from: '' }, 21603],
  [{ to: '' }, 21604],
  [{ to: 'client:anna' }, 21211],
  [{ from: '+442079460999' }, 21606],
  [{ body: 'x'.repeat(1601) }, 21617],
])('%j is refused with error %i', async (wrong, code) => {
  expect(await refusal(net.twilio.messages.create({ ...text, ...wrong }))).toEqual(
    refusedWith(code),
  );
  expect(await received()).toEqual([]);
});
