import type { ParticipantContext } from 'twilio/lib/rest/api/v2010/account/conference/participant.js';
import type { ConferenceInstance } from 'twilio/lib/rest/api/v2010/account/conference.js';
import type { CallView } from '../src/phones/phones-feed.ts';
import { DialUnderTest } from './dial-under-test.ts';
import { customer, type NetworkUnderTest, operator } from './network-under-test.ts';

let dial: DialUnderTest;
let net: NetworkUnderTest;
beforeEach(async () => {
  dial = await new DialUnderTest().start();
  net = dial.net;
  net.phone(customer, { hangUpAfterSeconds: null });
});
afterEach(() => net.stop());

const usualMusic = 'http://twimlets.com/holdmusic?Bucket=com.twilio.music.classical';
const attributes = 'beep="false" jitterBufferSize="small" endConferenceOnExit="true"';
const inConference = (more = attributes) =>
  `<Dial action="/left"><Conference ${more}>talk.1</Conference></Dial>`;

/** Both talk by a Dial; then the callee is moved, and the caller follows from the Dial's action. */
async function moveToConference(more?: string): Promise<{ parent: string; child: string }> {
  const { webhooks } = net;
  webhooks.on('/left', '<Say>The conference is over</Say>');
  webhooks.on('/child-moves', inConference(more));
  const parent = await dial.connect(`<Dial action="/done"><Number>${customer}</Number></Dial>`, 5);
  webhooks.on('/done', inConference(more));
  const child = (await dial.legs()).child.sid;
  await net.twilio.calls(child).update({ url: webhooks.url('/child-moves') });
  await net.pass(1);
  return { parent, child };
}

async function conference(): Promise<ConferenceInstance> {
  const found = await net.twilio.conferences.list({ friendlyName: 'talk.1' });
  return found[0] as ConferenceInstance;
}

async function participant(call: string): Promise<ParticipantContext> {
  const { sid } = await conference();
  return net.twilio.conferences(sid).participants(call);
}

function seenAt(phone: string): CallView {
  return net.network.feed.snapshot().calls.findLast((it) => it.phone === phone) as CallView;
}

const saidTo = async (sid: string) => (await net.calls()).find((it) => it.sid === sid)?.said;
const heardBy = (phone: string) =>
  seenAt(phone)
    .transcript.filter(({ kind }) => kind === 'played')
    .map(({ text }) => text);

describe('a talk that becomes a conference', () => {
  test('goes on: the callee is moved, the caller follows from the action, which is told no duration', async () => {
    await moveToConference();
    expect(dial.done()).toMatchObject([{ DialCallStatus: 'completed', DialBridged: 'true' }]);
    expect(dial.done()[0]).not.toHaveProperty('DialCallDuration');
    expect(await conference()).toMatchObject({ status: 'in-progress', friendlyName: 'talk.1' });
    expect(seenAt(operator).talksWith).toBe('+44 7700 900002');
    expect(seenAt(customer).talksWith).toBe('+44 7700 900001');
    expect(await net.debuggerCodes()).toEqual([]);
  });

  test.each([
    ['callee', customer],
    ['caller', operator],
  ])(
    'ends for both when the %s hangs up who ends it, and the other goes on at their action',
    async (_, phone) => {
      const { parent, child } = await moveToConference();
      const { sid } = await conference();
      const [gone, left] = phone === customer ? [child, parent] : [parent, child];
      await net.twilio.calls(gone).update({ status: 'completed' });
      await net.pass(1);
      expect(await saidTo(left)).toEqual(['The conference is over']);
      expect(net.webhooks.parametersAt('/left')).toContainEqual(
        expect.objectContaining({ CallSid: left, DialCallStatus: 'answered' }),
      );
      expect(await net.twilio.conferences(sid).fetch()).toMatchObject({
        status: 'completed',
        reasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
        callSidEndingConference: gone,
      });
      expect(await net.twilio.conferences.list({ friendlyName: 'talk.1' })).toEqual([]);
    },
  );

  test('lets the other stay where nobody ends it, until the last one leaves', async () => {
    const { child, parent } = await moveToConference('beep="false"');
    const { sid } = await conference();
    await net.twilio.calls(child).update({ status: 'completed' });
    await net.pass(5);
    expect(seenAt(operator)).toMatchObject({ status: 'in-progress', talksWith: null });
    await net.twilio.calls(parent).update({ status: 'completed' });
    await net.pass(1);
    expect(await net.twilio.conferences(sid).fetch()).toMatchObject({
      status: 'completed',
      reasonConferenceEnded: 'last-participant-left',
    });
  });

  test('beeps unless told not to', async () => {
    await moveToConference('');
    expect(heardBy(customer)).toEqual([usualMusic]);
    await net.twilio.calls((await dial.legs()).parent.sid).update({ status: 'completed' });
    await net.pass(1);
    expect(heardBy(customer)).toEqual([usualMusic, 'beep']);
  });
});

describe('who waits for a conference', () => {
  const alone = (more: string) => dial.connect(inConference(more), 4);

  test.each([
    ['hears its music over and over', 'waitUrl="/wait"', Array(4).fill('Please wait')],
    ['hears nothing where it says so', 'waitUrl=""', []],
  ])('%s', async (_, more, said) => {
    net.webhooks.on('/wait', '<Say>Please wait</Say>');
    const sid = await alone(more);
    expect(await saidTo(sid)).toEqual(said);
    expect(await net.twilio.conferences.list({ status: 'init' })).toHaveLength(1);
    expect(await net.twilio.conferences.list()).toEqual([]);
  });

  test('is not let in where the music cannot be fetched, and goes on at the action', async () => {
    net.webhooks.on('/wait', { status: 500 });
    net.webhooks.on('/left', '<Say>The conference is over</Say>');
    const sid = await alone('waitUrl="/wait"');
    expect(await saidTo(sid)).toEqual(['The conference is over']);
    expect(await net.debuggerCodes()).toEqual([11200]);
  });

  test('may not be dialled for or asked there (13238)', async () => {
    net.webhooks.on('/wait', `<Dial>${customer}</Dial><Play>https://example.com/a.mp3</Play>`);
    await alone('waitUrl="/wait"');
    expect(await net.debuggerCodes()).toContain(13238);
    expect(heardBy(operator)).toContain('https://example.com/a.mp3');
  });

  test('waits on with another where neither starts it', async () => {
    await moveToConference('startConferenceOnEnter="false"');
    expect(await net.twilio.conferences.list({ status: 'init' })).toHaveLength(1);
    expect(seenAt(customer).talksWith).toBeNull();
    const [waiting] = await net.twilio.conferences.list({ status: 'init' });
    const { child } = await dial.legs();
    const held = net.twilio.conferences(waiting?.sid ?? '').participants(child.sid);
    await expect(held.update({ hold: true })).rejects.toMatchObject({ status: 400 });
  });
});

describe('a participant', () => {
  test('on hold hears the music and nobody, is heard by nobody, and comes back', async () => {
    const { child } = await moveToConference();
    net.webhooks.on('/hold', '<Say>One moment</Say>');
    const held = await participant(child);
    const url = net.webhooks.url('/hold');
    expect(await held.update({ hold: true, holdUrl: url })).toMatchObject({ hold: true });
    await net.pass(2);
    expect(net.webhooks.at('/hold')[0]?.method).toBe('GET');
    expect(await saidTo(child)).toContain('One moment');
    expect(seenAt(customer)).toMatchObject({ isHeld: true, talksWith: null });
    expect(seenAt(operator)).toMatchObject({ isHeld: false, talksWith: null });
    expect(await held.update({ hold: false })).toMatchObject({ hold: false });
    expect(seenAt(customer)).toMatchObject({ isHeld: false, talksWith: '+44 7700 900001' });
    const before = (await saidTo(child))?.length;
    await net.pass(5);
    expect((await saidTo(child))?.length).toBe(before);
  });

  test('on hold without a file hears the usual music, and hangs up as ever', async () => {
    const { child, parent } = await moveToConference();
    await (await participant(child)).update({ hold: true });
    await net.pass(2);
    expect(heardBy(customer)).toContain(usualMusic);
    await net.twilio.calls(child).update({ status: 'completed' });
    await net.pass(1);
    expect(await saidTo(parent)).toEqual(['The conference is over']);
  });

  test('that is muted is not heard', async () => {
    const { child } = await moveToConference();
    const muted = await participant(child);
    expect(await muted.update({ muted: true })).toMatchObject({ muted: true });
    expect(seenAt(operator).talksWith).toBeNull();
    expect(seenAt(customer).talksWith).toBe('+44 7700 900001');
  });

  test('is removed and goes on at the action; there are none when the conference is over', async () => {
    const { child } = await moveToConference();
    const removed = await participant(child);
    const { sid } = await conference();
    expect(await net.twilio.conferences(sid).participants.list()).toHaveLength(2);
    await removed.remove();
    await net.pass(1);
    expect(await saidTo(child)).toEqual(['The conference is over']);
    await expect(removed.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    await expect(removed.update({ hold: true })).rejects.toMatchObject({ status: 404 });
  });

  test('shows what of a request is not played (20001), and is not created by REST', async () => {
    const { child } = await moveToConference();
    await (await participant(child)).update({ announceUrl: 'https://example.com/a.mp3' });
    expect(await net.debuggerMessages()).toEqual([
      'AnnounceUrl of POST /Participants/{Sid} is not played',
    ]);
    const { sid } = await conference();
    const order = { from: operator, to: customer };
    await expect(net.twilio.conferences(sid).participants.create(order)).rejects.toMatchObject({
      status: 404,
    });
  });
});

test('a conference is ended by REST: everybody goes on', async () => {
  const { child, parent } = await moveToConference();
  const { sid } = await conference();
  await net.twilio.conferences(sid).update({ status: 'completed' });
  await net.pass(1);
  expect(await saidTo(child)).toEqual(['The conference is over']);
  expect(await saidTo(parent)).toEqual(['The conference is over']);
  expect(await net.twilio.conferences(sid).fetch()).toMatchObject({
    reasonConferenceEnded: 'conference-ended-via-api',
  });
});
