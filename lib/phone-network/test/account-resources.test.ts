import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceNews } from '../src/devices/device-messages.ts';
import { accessToken, type TokenWish } from './access-tokens.ts';
import {
  accountSid,
  apiKeySecret,
  apiKeySid,
  authToken,
  customer,
  NetworkUnderTest,
  otherOwnNumber,
  ownNumber,
  twimlAppSid,
} from './network-under-test.ts';
import { refusal, refusedWith } from './refusals.ts';

const folder = mkdtempSync(join(tmpdir(), 'account-resources-'));
afterAll(() => rmSync(folder, { recursive: true }));

let net: NetworkUnderTest;
beforeEach(async () => {
  const dataFile = join(folder, `${process.hrtime.bigint()}.sqlite`);
  net = await new NetworkUnderTest({ dataFile }).start();
});
afterEach(() => net.stop());

const numberOf = async (phoneNumber: string) => {
  const [found] = await net.twilio.incomingPhoneNumbers.list({ phoneNumber });
  if (!found) throw new Error(`no number ${phoneNumber}`);
  return found;
};

/** What the SDK lists cannot change itself: it does not know its SID. */
const change = async (
  phoneNumber: string,
  to: Parameters<ReturnType<typeof net.twilio.incomingPhoneNumbers>['update']>[0] & object,
) => net.twilio.incomingPhoneNumbers((await numberOf(phoneNumber)).sid).update(to);

const dial = async (from: string, to: string) => {
  await net.request('POST', '/phones/dial', { from, to });
  await net.pass(1);
  return net.webhooks.received.map(({ path }) => path);
};

describe('numbers', () => {
  test('are listed as Twilio lists them, a page at a time', async () => {
    const numbers = await net.twilio.incomingPhoneNumbers.list({ pageSize: 1 });
    expect(numbers.map(({ phoneNumber }) => phoneNumber)).toEqual([ownNumber, otherOwnNumber]);
    expect(numbers[0]).toMatchObject({
      sid: expect.stringMatching(/^PN[0-9a-f]{32}$/),
      accountSid,
      voiceUrl: '',
      voiceMethod: 'POST',
      voiceApplicationSid: null,
      trunkSid: null,
      capabilities: { voice: true },
      dateCreated: new Date('2026-11-23T10:00:00Z'),
    });
  });

  test('take calls to the URL that they are given', async () => {
    const voiceUrl = net.webhooks.url('/new');
    const changed = await change(ownNumber, { voiceUrl, voiceMethod: 'GET' });
    expect(changed).toMatchObject({ voiceUrl, voiceMethod: 'GET' });
    await net.request('POST', '/phones/dial', { from: customer, to: ownNumber });
    await net.pass(1);
    expect(net.webhooks.received).toMatchObject([{ path: '/new', method: 'GET' }]);
  });

  test('a TwiML App takes the place of their own URLs, and a trunk that of both', async () => {
    const voiceUrl = net.webhooks.url('/app');
    const app = await net.twilio.applications.create({ friendlyName: 'Another', voiceUrl });
    const own = { voiceUrl: net.webhooks.url('/own'), voiceApplicationSid: app.sid };
    await change(ownNumber, own);
    expect(await dial(customer, ownNumber)).toEqual(['/app']);
    const trunked = await change(ownNumber, { trunkSid: `TK${'0'.repeat(32)}` });
    expect(trunked).toMatchObject({ voiceApplicationSid: null });
    expect(await dial(customer, ownNumber)).toEqual(['/app']);
  });

  test.each([
    [21402, { voiceUrl: 'nowhere' }],
    [21403, { voiceMethod: 'PUT' }],
    [21218, { voiceApplicationSid: `AP${'9'.repeat(32)}` }],
  ])('are refused with %i what Twilio refuses: %j', async (code, wrong) => {
    expect(await refusal(change(ownNumber, wrong))).toEqual(refusedWith(code));
    expect(await numberOf(ownNumber)).toMatchObject({ voiceUrl: '', voiceMethod: 'POST' });
  });

  test('what is set survives a restart', async () => {
    const voiceUrl = net.webhooks.url('/kept');
    await change(ownNumber, { voiceUrl });
    await net.restart();
    expect(await numberOf(ownNumber)).toMatchObject({ voiceUrl });
    expect(await dial(customer, ownNumber)).toEqual(['/kept']);
  });
});

describe('TwiML Apps', () => {
  test('the one from the start is asked by browser phones, and can be changed', async () => {
    net.network.configureApp({ voiceUrl: net.webhooks.url('/first') });
    const app = net.twilio.applications(twimlAppSid);
    expect(await app.fetch()).toMatchObject({ voiceUrl: net.webhooks.url('/first') });
    await app.update({ voiceUrl: net.webhooks.url('/second') });
    expect(await dial('client:anna', customer)).toEqual(['/second']);
  });

  test('are found by name, and removed', async () => {
    const app = await net.twilio.applications.create({ friendlyName: 'Mine' });
    const named = () => net.twilio.applications.list({ friendlyName: 'Mine' });
    expect(await named()).toMatchObject([{ sid: app.sid, voiceUrl: '' }]);
    expect(await net.twilio.applications(app.sid).remove()).toBe(true);
    expect(await named()).toEqual([]);
    expect(await refusal(net.twilio.applications(app.sid).fetch())).toEqual(
      refusedWith(20404, 404),
    );
  });
});

describe('API keys', () => {
  const makeKey = () => net.twilio.newKeys.create({ friendlyName: 'Console' });
  const withKey = ({ sid, secret }: { sid: string; secret: string }) =>
    net.sdk({ accountSid: sid, authToken: secret }, accountSid);

  test('show their secret once', async () => {
    const { sid, secret } = await makeKey();
    expect(secret).toMatch(/^[0-9a-f]{32}$/);
    const shown = JSON.stringify(await net.twilio.keys.list());
    expect(shown).toContain(sid);
    expect(shown).not.toContain(secret);
    expect(JSON.stringify(await net.twilio.keys(sid).fetch())).not.toContain(secret);
  });

  test('are let in with their secret, but not to the keys', async () => {
    const sdk = withKey(await makeKey());
    expect(await sdk.applications.list()).toEqual([]);
    expect(await refusal(sdk.keys.list())).toEqual(refusedWith(20003, 401));
  });

  test('that are removed are not let in any more', async () => {
    const key = await makeKey();
    await net.twilio.keys(key.sid).remove();
    expect(await refusal(withKey(key).applications.list())).toEqual(refusedWith(20003, 401));
  });

  test.each(['the first', 'a new one', 'a new one after a restart'])(
    'sign the tokens of browser phones: %s',
    async (which) => {
      const made = await makeKey();
      if (which === 'a new one after a restart') await net.restart();
      const key = which === 'the first' ? apiKeySid : made.sid;
      const secret = which === 'the first' ? apiKeySecret : made.secret;
      expect(await newsFor({ key, secret })).toMatchObject([{ tells: 'identified' }]);
      expect(await newsFor({ key, secret: 'another' })).toMatchObject([
        { tells: 'refused', code: 20101 },
        { tells: 'unregistered' },
      ]);
    },
  );

  const newsFor = async (wish: TokenWish): Promise<DeviceNews[]> => {
    const news: DeviceNews[] = [];
    const line = net.network.openDeviceLine((it) => news.push(it));
    await line.obey({ do: 'identify', token: await accessToken(wish) });
    line.leave();
    return news;
  };
});

describe('SIP domains', () => {
  const domainName = 'Example-Office.sip.twilio.com';
  const create = (name = domainName) =>
    net.twilio.sip.domains.create({ domainName: name, voiceUrl: net.webhooks.url('/desk') });
  const list = () => net.twilio.sip.credentialLists.create({ friendlyName: 'Desks' });

  test('take the calls of their desk phones', async () => {
    const { sid } = await create();
    expect(await net.twilio.sip.domains(sid).fetch()).toMatchObject({
      domainName: domainName.toLowerCase(),
      sipRegistration: false,
      authType: '',
    });
    expect(await dial(`sip:102@${domainName.toLowerCase()}`, customer)).toEqual(['/desk']);
    expect(net.webhooks.parametersAt('/desk')).toMatchObject([{ SipDomainSid: sid }]);
  });

  test('one name is one domain in all accounts', async () => {
    await net.request('PUT', '/phones/settings', { takenSipDomains: ['taken.sip.twilio.com'] });
    await create();
    for (const name of [domainName, 'taken.sip.twilio.com', 'office.example.com'])
      expect(await refusal(create(name))).toEqual(refusedWith(21232));
  });

  test('are changed, but not to a name that is taken', async () => {
    const { sid } = await create();
    await create('other.sip.twilio.com');
    const domain = net.twilio.sip.domains(sid);
    const changed = await domain.update({ sipRegistration: true, voiceStatusCallbackUrl: '' });
    expect(changed).toMatchObject({ sipRegistration: true, voiceStatusCallbackUrl: '' });
    const taken = domain.update({ domainName: 'other.sip.twilio.com' });
    expect(await refusal(taken)).toEqual(refusedWith(21232));
  });

  test('are mapped to credential lists, for calls and registrations apart', async () => {
    const domain = net.twilio.sip.domains((await create()).sid);
    const credentialListSid = (await list()).sid;
    const { calls, registrations } = domain.auth;
    await calls.credentialListMappings.create({ credentialListSid });
    expect(await calls.credentialListMappings.list()).toMatchObject([
      { sid: credentialListSid, friendlyName: 'Desks', accountSid },
    ]);
    expect(await registrations.credentialListMappings.list()).toEqual([]);
    expect(await domain.fetch()).toMatchObject({ authType: 'CREDENTIAL_LIST' });
    const unknown = { credentialListSid: `CL${'0'.repeat(32)}` };
    const mapping = registrations.credentialListMappings.create(unknown);
    expect(await refusal(mapping)).toEqual(refusedWith(20404, 404));
  });

  test('credentials belong to their list, and never show the password', async () => {
    const one = net.twilio.sip.credentialLists((await list()).sid).credentials;
    const other = net.twilio.sip.credentialLists((await list()).sid).credentials;
    const made = await one.create({ username: '102', password: 'IWasAtSignal2018' });
    expect(await one.list()).toMatchObject([{ sid: made.sid, username: '102' }]);
    expect(await other.list()).toEqual([]);
    const body = await (await net.request('GET', '/local/phones')).text();
    expect(JSON.stringify(made) + body).not.toContain('IWasAtSignal2018');
  });

  test.each(['short1A', 'nodigitsinthisONE', 'nocapitals12345'])(
    'the weak password %s is refused',
    async (password) => {
      const { credentials } = net.twilio.sip.credentialLists((await list()).sid);
      const weak = credentials.create({ username: '102', password });
      expect(await refusal(weak)).toEqual(refusedWith(20001));
    },
  );

  test('a list goes with its credentials', async () => {
    const { sid } = await list();
    const ofList = () => net.twilio.sip.credentialLists(sid);
    await ofList().credentials.create({ username: '102', password: 'IWasAtSignal2018' });
    await ofList().remove();
    await net.restart();
    expect(await net.twilio.sip.credentialLists.list()).toEqual([]);
    expect(await refusal(ofList().credentials.list())).toEqual(refusedWith(20404, 404));
  });
});

test('a stranger sees nothing of the account', async () => {
  const stranger = net.sdk({ accountSid, authToken: `${authToken}x` });
  for (const look of [stranger.incomingPhoneNumbers.list(), stranger.keys.list()])
    expect(await refusal(look)).toEqual(refusedWith(20003, 401));
});
