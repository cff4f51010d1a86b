import { DialUnderTest } from './dial-under-test.ts';
import { accountSid, authToken, customer, type NetworkUnderTest } from './network-under-test.ts';

let dial: DialUnderTest;
let net: NetworkUnderTest;
beforeEach(async () => {
  dial = await new DialUnderTest().start();
  net = dial.net;
  net.webhooks.on('/recorded', '');
});
afterEach(() => net.stop());

const news =
  'recordingStatusCallback="/recorded" recordingStatusCallbackMethod="POST" recordingStatusCallbackEvent="completed absent"';
const recorded = `<Dial action="/done" record="record-from-answer-dual" ${news}><Number>${customer}</Number></Dial>`;
const plain = `<Dial action="/done"><Number>${customer}</Number></Dial>`;

const told = () => net.webhooks.parametersAt('/recorded');
const parent = async () => (await dial.legs()).parent.sid;

describe('a recorded Dial', () => {
  test('tells of its recording when the talk is over, with the leg that dialled', async () => {
    net.phone(customer, { hangUpAfterSeconds: 20 });
    await dial.connect(recorded, 60);
    expect(told()).toMatchObject([
      {
        CallSid: await parent(),
        RecordingStatus: 'completed',
        RecordingDuration: '20',
        RecordingChannels: '2',
        RecordingSource: 'DialVerb',
      },
    ]);
    expect(dial.done()[0]?.RecordingUrl).toContain(told()[0]?.RecordingSid);
  });

  test('is absent where nobody could say a word', async () => {
    net.phone(customer, { hangUpAfterSeconds: 0 });
    await dial.connect(recorded, 60);
    expect(told()).toMatchObject([{ RecordingStatus: 'absent', ErrorCode: '16101' }]);
  });

  test('without an answer records nothing', async () => {
    net.phone(customer, { answer: 'busy' });
    await dial.connect(recorded, 60);
    expect(told()).toEqual([]);
    expect(await net.twilio.calls(await parent()).recordings.list()).toEqual([]);
  });

  test('is paused and goes on: the pause is silence in a file of the whole length', async () => {
    net.phone(customer, { hangUpAfterSeconds: 20 });
    await dial.connect(recorded, 5);
    const { recordings } = net.twilio.calls(await parent());
    const current = recordings('Twilio.CURRENT');
    expect(await current.update({ status: 'paused' })).toMatchObject({ status: 'paused' });
    await net.pass(4);
    expect(await current.update({ status: 'in-progress' })).toMatchObject({
      status: 'in-progress',
    });
    await net.pass(60);
    expect(told()).toMatchObject([{ RecordingStatus: 'completed', RecordingDuration: '20' }]);
    await expect(current.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  test('is shorter by its pauses where they are skipped', async () => {
    net.phone(customer, { hangUpAfterSeconds: 20 });
    await dial.connect(recorded, 5);
    const current = net.twilio.calls(await parent()).recordings('Twilio.CURRENT');
    await current.update({ status: 'paused', pauseBehavior: 'skip' });
    await net.pass(4);
    await current.update({ status: 'in-progress' });
    await net.pass(60);
    expect(told()).toMatchObject([{ RecordingDuration: '16' }]);
  });

  test.each([
    ['lost', { lose: 1 }, 0],
    ['repeated', { repeat: 1 }, 2],
  ])('may have its callback %s', async (_, rule, times) => {
    net.network.setFaults({ recordings: [rule] });
    await dial.connect(recorded, 60);
    expect(told()).toHaveLength(times);
  });
});

describe('a recording by request', () => {
  test('begins during a talk and ends with it', async () => {
    net.phone(customer, { hangUpAfterSeconds: 20 });
    await dial.connect(plain, 10);
    const { recordings } = net.twilio.calls(await parent());
    const begun = await recordings.create({
      recordingChannels: 'dual',
      recordingStatusCallback: net.webhooks.url('/recorded'),
      recordingStatusCallbackEvent: ['completed', 'absent'],
    });
    expect(begun).toMatchObject({ status: 'in-progress', source: 'StartCallRecordingAPI' });
    await net.pass(60);
    expect(told()).toMatchObject([{ RecordingSid: begun.sid, RecordingStatus: 'completed' }]);
  });

  test('is refused for a call that is over (21220)', async () => {
    await dial.connect(plain, 60);
    const { recordings } = net.twilio.calls(await parent());
    await expect(recordings.create()).rejects.toMatchObject({ status: 400, code: 21220 });
  });
});

describe('what is kept', () => {
  const media = (sid: string, headers: Record<string, string>) =>
    fetch(`${net.baseUrl}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}.mp3`, { headers });
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64');

  test('is a WAV for those who sign in, until it is deleted', async () => {
    net.phone(customer, { hangUpAfterSeconds: 3 });
    await dial.connect(recorded, 60);
    const sid = told()[0]?.RecordingSid ?? '';
    expect((await media(sid, {})).status).toBe(401);
    const answer = await media(sid, { authorization: `Basic ${basic}` });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
    expect(bytes.readUInt16LE(22)).toBe(2);
    expect(await net.twilio.recordings(sid).fetch()).toMatchObject({ sid, status: 'completed' });
    await net.twilio
      .calls(await parent())
      .recordings(sid)
      .remove();
    await expect(net.twilio.recordings(sid).fetch()).rejects.toMatchObject({ status: 404 });
    expect((await media(sid, { authorization: `Basic ${basic}` })).status).toBe(404);
  });
});
