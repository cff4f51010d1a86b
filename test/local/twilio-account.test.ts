import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTwilioAccount } from '../../lib/local/twilio-account.ts';

let file: string;
beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'account-')), 'twilio-account.json');
});

test('a new account has everything that calls and browser phones need', async () => {
  expect(await openTwilioAccount(file)).toEqual({
    account: {
      accountSid: expect.stringMatching(/^AC[\da-f]{32}$/),
      authToken: expect.stringMatching(/^[\da-f]{32}$/),
      numbers: ['+442079460000'],
    },
    access: {
      apiKeySid: expect.stringMatching(/^SK[\da-f]{32}$/),
      apiKeySecret: expect.stringMatching(/^[\da-f]{32}$/),
      twimlAppSid: expect.stringMatching(/^AP[\da-f]{32}$/),
      sipDomain: 'office.sip.twilio.com',
    },
  });
});

test('the account is the same at every start, and for nobody else to read', async () => {
  const first = await openTwilioAccount(file);
  expect(await openTwilioAccount(file)).toEqual(first);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('the file of an earlier version keeps its credentials and gets what it lacks, once', async () => {
  const earlier = { accountSid: 'AC1', authToken: 'secret' };
  writeFileSync(file, JSON.stringify(earlier));
  const opened = await openTwilioAccount(file);
  expect(opened.account).toMatchObject(earlier);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    ...earlier,
    apiKeySid: opened.access.apiKeySid,
    apiKeySecret: opened.access.apiKeySecret,
    twimlAppSid: opened.access.twimlAppSid,
  });
  expect(await openTwilioAccount(file)).toEqual(opened);
});
