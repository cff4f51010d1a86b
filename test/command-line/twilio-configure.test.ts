import { GetParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import twilio, { type Twilio } from 'twilio';
import { repeatRule } from '../../lambdas/ports/calls/voice-paths.ts';
import { twilioConfigureCommand } from '../../lib/command-line/twilio/configure-command.ts';
import { MovedRequests } from '../../lib/command-line/twilio/moved-requests.ts';
import { describedSystem, outsideKey } from './described-system.ts';
import { runHere, type Where } from './run-here.ts';

const { running, describe: describeSystem, pretend } = describedSystem();
const domain = 'office.sip.twilio.com';
const ownNumber = '+442079460000';
const nothingToDo = 'Nothing to do: all is set.';

let client: Twilio;
beforeAll(async () => {
  const { baseUrl, accountSid, authToken } = (await describeSystem()).twilio;
  client = new twilio.Twilio(accountSid, authToken, { httpClient: new MovedRequests(baseUrl) });
});

function run(words: string[] = [], where: Where & { url?: string } = {}) {
  const url = where.url ?? running().description.webhooks;
  return runHere(twilioConfigureCommand, ['--url', url, ...words], where);
}

const numberNow = async () => (await client.incomingPhoneNumbers.list())[0];

const setNumber = async (to: { voiceUrl: string }) =>
  client.incomingPhoneNumbers((await numberNow())?.sid ?? '').update(to);

async function putOperator(id: string, body: object): Promise<void> {
  const token = await running().token({ role: 'supervisor' });
  await running().request(`/api/operators/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ name: id, ...body }),
  });
}

async function parameterStore() {
  const { endpoint, region, outputs } = (await describeSystem()).aws;
  const ssm = new SSMClient({ endpoint, region, credentials: outsideKey });
  const path = outputs.TwilioParameters ?? '';
  return {
    path,
    async read(name: string, below = path): Promise<string | undefined> {
      const get = new GetParametersCommand({ Names: [`${below}/${name}`] });
      return (await ssm.send(get)).Parameters?.[0]?.Value;
    },
    async write(name: string, Value: string): Promise<void> {
      const put = {
        Name: `${path}/${name}`,
        Value,
        Type: 'SecureString',
        Overwrite: true,
      } as const;
      await ssm.send(new PutParameterCommand(put));
    },
  };
}

test('a system that has just started is set already', async () => {
  const ran = await run();
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toContain(nothingToDo);
});

describe('a number that is set otherwise', () => {
  const elsewhere = 'https://example.com/elsewhere';
  beforeEach(() => setNumber({ voiceUrl: elsewhere }));

  test('is only shown where there is nobody to ask', async () => {
    const ran = await run();
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(
      `Phone number ${ownNumber}\n  A call comes in (voice URL): ${elsewhere} → ${running().description.webhooks}/voice/inbound${repeatRule}\n\n`,
    );
    expect(ran.stderr).toBe('Nothing was changed: say --yes to do it.\n');
    expect(await numberNow()).toMatchObject({ voiceUrl: elsewhere });
  });

  test.each(['n\n', '\n', ''])('stays when the answer is %j', async (answers) => {
    const ran = await run([], { answers });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('Nothing was changed.');
    expect(await numberNow()).toMatchObject({ voiceUrl: elsewhere });
  });

  test.each([
    ['a yes', [], 'y\n'],
    ['--yes', ['--yes'], undefined],
    ['its name and --yes', ['--number', ownNumber, '--yes'], undefined],
  ])('is set after %s, once', async (_, words, answers) => {
    const ran = await run(words, answers === undefined ? {} : { answers });
    expect(ran.code).toBe(0);
    const { webhooks } = running().description;
    expect(await numberNow()).toMatchObject({
      voiceUrl: `${webhooks}/voice/inbound${repeatRule}`,
      voiceFallbackUrl: `${webhooks}/sorry-en.xml${repeatRule}`,
      voiceFallbackMethod: 'GET',
      statusCallback: `${webhooks}/events/inbound${repeatRule}`,
    });
    expect((await run()).stdout).toContain(nothingToDo);
  });

  test('is left alone by a stop before the first step', async () => {
    const ran = await run(['--yes'], { signal: AbortSignal.abort() });
    expect(ran.code).toBe(130);
    expect(ran.stderr).toBe('Stopped after 0 of 1. The same command goes on from there.\n');
    expect(await numberNow()).toMatchObject({ voiceUrl: elsewhere });
    await run(['--yes']);
  });
});

test('what takes the place of a number’s URLs is taken away', async () => {
  const app = await client.applications.create({ friendlyName: 'Another' });
  const { sid = '' } = (await numberNow()) ?? {};
  await client.incomingPhoneNumbers(sid).update({ voiceApplicationSid: app.sid });
  const ran = await run(['--yes']);
  expect(ran.stdout).toContain(`TwiML App in place of the URLs: ${app.sid} → none`);
  expect(await numberNow()).toMatchObject({ voiceApplicationSid: null });
});

test('a TwiML App that is gone is made anew and stored', async () => {
  const store = await parameterStore();
  const before = (await store.read('twiml-app-sid')) ?? '';
  await client.applications(before).remove();
  const ran = await run(['--yes']);
  expect(ran.stdout).toContain('TwiML App “Callback center local browser phones” (new)');
  const sid = (await store.read('twiml-app-sid')) ?? '';
  expect(sid).not.toBe(before);
  expect(await client.applications(sid).fetch()).toMatchObject({
    voiceUrl: `${running().description.webhooks}/voice/browser${repeatRule}`,
  });
  expect((await run()).stdout).toContain(nothingToDo);
});

test('a TwiML App that was made and never stored is found again', async () => {
  const store = await parameterStore();
  const sid = await store.read('twiml-app-sid');
  await store.write('twiml-app-sid', `AP${'0'.repeat(32)}`);
  await run(['--yes']);
  expect(await store.read('twiml-app-sid')).toBe(sid);
});

test('an API key that Twilio does not know is made anew; its secret is stored and not shown', async () => {
  const store = await parameterStore();
  const before = (await store.read('api-key-sid')) ?? '';
  await client.keys(before).remove();
  const ran = await run(['--yes']);
  const secret = (await store.read('api-key-secret')) ?? '';
  expect(ran.stdout).toContain(`Parameter ${store.path}/api-key-sid: ${before} → the new key`);
  expect(ran.stdout + ran.stderr).not.toContain(secret);
  const sid = (await store.read('api-key-sid')) ?? '';
  expect(await client.keys(sid).fetch()).toMatchObject({
    friendlyName: 'Callback center local browser phones',
  });
  expect((await run()).stdout).toContain(nothingToDo);
});

describe('desk phones', () => {
  const passwords = ({ stdout }: { stdout: string }) =>
    [...stdout.matchAll(/user (\S+), domain (\S+), password (\S+)/g)].map(([, ...it]) => it);
  const listSid = async () => (await client.sip.credentialLists.list())[0]?.sid ?? '';
  const usernames = async () =>
    (await client.sip.credentialLists(await listSid()).credentials.list()).map(
      ({ username }) => username,
    );

  beforeAll(() => putOperator('olga', { addresses: [`sip:102@${domain}`] }));

  test('have a list that the domain lets in, and a password that is shown once', async () => {
    const ran = await run(['--yes']);
    expect(passwords(ran)).toEqual([['102', domain, expect.stringMatching(/^\w{20}$/)]]);
    expect(ran.stdout).toContain('Desk phone 102 of olga\n  Password: none → a new one\n');
    const [found] = await client.sip.domains.list();
    const { calls, registrations } = client.sip.domains(found?.sid ?? '').auth;
    const mapped = [
      await calls.credentialListMappings.list(),
      await registrations.credentialListMappings.list(),
    ];
    for (const lists of mapped) expect(lists).toMatchObject([{ sid: await listSid() }]);
    expect(await usernames()).toEqual(['102']);
    expect((await run()).stdout).toContain(nothingToDo);
  });

  test('get another password when the first was lost', async () => {
    const ran = await run(['--new-password', '102', '--yes']);
    expect(passwords(ran)).toEqual([['102', domain, expect.stringMatching(/^\w{20}$/)]]);
    expect(await usernames()).toEqual(['102']);
  });

  test('of who is gone are not let in any more', async () => {
    await putOperator('pavel', { addresses: [`sip:103@${domain}`] });
    await run(['--yes']);
    expect(await usernames()).toEqual(['102', '103']);
    await putOperator('pavel', { addresses: [`sip:103@${domain}`], gone: true });
    expect((await run(['--yes'])).stdout).toContain('Credential: 103 → none');
    expect(await usernames()).toEqual(['102']);
  });

  test('find a domain of another name, made for them', async () => {
    expect((await run(['--sip-domain', 'second', '--yes'])).code).toBe(0);
    const second = (await client.sip.domains.list()).find(
      ({ domainName }) => domainName === 'second.sip.twilio.com',
    );
    expect(second).toMatchObject({
      sipRegistration: true,
      voiceUrl: `${running().description.webhooks}/voice/desk-phone${repeatRule}`,
      authType: 'CREDENTIAL_LIST',
    });
    expect((await run(['--sip-domain', 'second'])).stdout).toContain(nothingToDo);
  });

  test.each([
    [['--sip-domain', 'a b'], '--sip-domain must be letters'],
    [['--sip-domain', 'taken', '--yes'], 'The name of the SIP domain is taken'],
    [['--new-password', '999'], `No operator is reached at sip:999@${domain}; there is 102.`],
  ])('%j is a mistake', async (words, sentence) => {
    await running().request('/phones/settings', {
      method: 'PUT',
      body: '{"takenSipDomains": ["taken.sip.twilio.com"]}',
    });
    const ran = await run(words);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(sentence);
    expect(ran.stderr).not.toContain('    at ');
  });
});

describe('the account', () => {
  const other = '/callback-center/another/twilio';
  const elsewhere = () =>
    pretend(({ aws }) => {
      aws.outputs.TwilioParameters = other;
    });
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test('must be known', async () => {
    const ran = await run([], { url: await elsewhere() });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(`Which Twilio account? Put its SID and auth token`);
  });

  test('may come from the environment, and is stored for the functions', async () => {
    const { twilio: account } = await describeSystem();
    process.env.TWILIO_ACCOUNT_SID = account.accountSid;
    process.env.TWILIO_AUTH_TOKEN = account.authToken;
    const ran = await run(['--yes'], { url: await elsewhere() });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(`Parameter ${other}/auth-token: none → as in the environment`);
    expect(ran.stdout + ran.stderr).not.toContain(account.authToken);
    const store = await parameterStore();
    expect(await store.read('auth-token', other)).toBe(account.authToken);
    expect(await store.read('account-sid', other)).toBe(account.accountSid);
  });

  test('with wrong credentials is told in a sentence; during a rotation the next ones count', async () => {
    const store = await parameterStore();
    const { authToken } = (await describeSystem()).twilio;
    await store.write('auth-token', 'old');
    const ran = await run();
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/^Twilio does not take the credentials .*\(Twilio error 20003\)\n$/);
    await store.write('auth-token-next', authToken);
    expect((await run()).stdout).toContain(nothingToDo);
    await store.write('auth-token', authToken);
  });

  test('has only its own numbers', async () => {
    const ran = await run(['--number', '+12025550101']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toBe(`+12025550101 is not a number of this account. It has ${ownNumber}.\n`);
  });
});

test('a Twilio that does not answer is an outage, in a sentence', async () => {
  const url = await pretend(({ twilio: account }) => {
    account.baseUrl = 'http://127.0.0.1:1';
  });
  expect(await run([], { url })).toMatchObject({
    code: 2,
    stderr: 'Twilio gave no answer (ECONNREFUSED). Run the same command again.\n',
  });
});

test('a system without the outputs is told apart', async () => {
  const url = await pretend(({ aws }) => {
    aws.outputs = {};
  });
  expect((await run([], { url })).stderr).toMatch(
    /^The system at .* has no output TwilioParameters/,
  );
});

test('--help tells how it is used', async () => {
  const ran = await run(['--help']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toContain('npm run twilio:configure -- [options]');
});
