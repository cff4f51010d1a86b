import { readConfig } from '../../lib/cloud/stages/config.ts';

const configFor = (given: Record<string, unknown>) => readConfig(given);

const account = '123456789012';
const certificateIn = (region: string) => `arn:aws:acm:${region}:${account}:certificate/0a1b`;

test('a stack that names no stage is production, with a console of its own', () => {
  expect(configFor({})).toEqual({
    stage: 'prod',
    console: 'hosted',
    monitoring: 'full',
    callsAtOnce: 100,
    events: 'none',
    keepStoriesDays: 400,
    logRetentionDays: 90,
    sipDomains: [],
    twilioRegion: 'us1',
    twilioEdge: 'roaming',
    newTasks: 'safe',
    publicBaseUrls: [],
    runbookUrl: 'lib/cloud/runbook.md',
    secondFactor: 'optional',
    shift: 'canary',
  });
});

test('the command line overrides the stage’s own configuration', () => {
  const given = { stage: 'staging', callsAtOnce: '3', logRetentionDays: '7', console: 'none' };
  expect(configFor(given)).toMatchObject({
    stage: 'staging',
    console: 'none',
    callsAtOnce: 3,
    logRetentionDays: 7,
  });
});

test('domains bring their certificates', () => {
  const given = {
    region: 'eu-west-2',
    apiDomain: 'calls.example.com',
    apiCertificateArn: certificateIn('eu-west-2'),
    consoleDomain: 'desk.example.com',
    consoleCertificateArn: certificateIn('us-east-1'),
  };
  expect(configFor(given)).toMatchObject({
    apiDomain: {
      domainName: 'calls.example.com',
      certificateArn: certificateIn('eu-west-2'),
    },
    consoleDomain: {
      domainName: 'desk.example.com',
      certificateArn: certificateIn('us-east-1'),
    },
  });
});

test('a sign-in of one’s own is an issuer with an audience', () => {
  const signIn = { issuer: 'https://id.example.com', audience: 'c1' };
  const given = { console: 'api', signInIssuer: signIn.issuer, signInAudience: 'c1' };
  expect(configFor(given).signIn).toEqual(signIn);
});

test('its issuer is taken letter by letter', () => {
  const given = {
    console: 'api',
    signInIssuer: 'https://tenant.eu.auth0.com/',
    signInAudience: 'c1',
  };
  expect(configFor(given).signIn?.issuer).toBe('https://tenant.eu.auth0.com/');
});

test.each([
  [
    { stage: 'pord' },
    'stage must be one of prod, staging, got pord; a new one is a file in lib/cloud/stages, listed in lib/cloud/stages/config.ts',
  ],
  [
    { stage: 'local' },
    'stage must be one of prod, staging, got local; a new one is a file in lib/cloud/stages, listed in lib/cloud/stages/config.ts',
  ],
  [{ monthlyBudget: 'much' }, 'monthlyBudget must be 1-1000000, got much'],
  [{ voiceConcurrency: 0 }, 'voiceConcurrency must be 1-900, got 0'],
  [{ callsAtOnce: 'many' }, 'callsAtOnce must be 2–1000, got many'],
  [{ callsAtOnce: 1 }, 'callsAtOnce must be 2–1000, got 1'],
  [{ callsAtOnce: 2.5 }, 'callsAtOnce must be 2–1000, got 2.5'],
  [{ account: '12345' }, 'account must be twelve digits, got 12345'],
  [{ region: 'London' }, 'region must be one like eu-west-2, got London'],
  [
    { publicBaseUrl: 'http://calls.example.com' },
    'publicBaseUrl must be an https address without a slash at the end, got http://calls.example.com',
  ],
  [
    { publicBaseUrl: 'https://calls.example.com/' },
    'publicBaseUrl must be an https address without a slash at the end, got https://calls.example.com/',
  ],
  [
    { publicBaseUrl: 'https://my_calls.example.com' },
    'publicBaseUrl must be an https address without a slash at the end, got https://my_calls.example.com',
  ],
  [{ alarmEmail: 'anna' }, 'alarmEmail must be an e-mail address, got anna'],
  [{ console: 'yes' }, 'console must be hosted, api or none, got yes'],
  [
    { signInDomainPrefix: 'my-cognito' },
    'signInDomainPrefix must be 1–63 small letters, digits or hyphens, without aws, amazon or cognito, got my-cognito',
  ],
  [
    { signInIssuer: 'https://example.com' },
    'signInIssuer and signInAudience belong together: give both, or neither',
  ],
  [
    { signInIssuer: 'https://example.com', signInAudience: 'c1' },
    'console hosted needs signIn.authorize and signIn.token, the addresses to which the pages go',
  ],
  [
    { console: 'api' },
    'console api needs signIn: pages that you serve yourself bring their own identity provider',
  ],
  [
    { apiDomain: 'calls.example.com' },
    'apiDomain needs certificateArn, the ARN of its certificate in the region of the stack, got nothing',
  ],
  [
    {
      region: 'eu-west-2',
      apiDomain: 'a.example.com',
      apiCertificateArn: certificateIn('eu-west-1'),
    },
    'apiDomain needs a certificate in eu-west-2, got one in eu-west-1',
  ],
  [
    { consoleDomain: 'desk.example.com', consoleCertificateArn: certificateIn('eu-west-2') },
    `consoleDomain needs certificateArn, the ARN of its certificate in us-east-1 (CloudFront takes no other region), got ${certificateIn('eu-west-2')}`,
  ],
  [
    {
      console: 'none',
      consoleDomain: 'desk.example.com',
      consoleCertificateArn: certificateIn('us-east-1'),
    },
    'consoleDomain needs console hosted, got none',
  ],
  [
    {
      publicBaseUrl: 'https://calls.example.com',
      apiDomain: 'calls.example.com',
      apiCertificateArn: certificateIn('eu-west-2'),
    },
    'publicBaseUrl and apiDomain exclude each other: the domain is the public address',
  ],
])('refuses %j with a sentence', (given, sentence) => {
  expect(() => configFor(given)).toThrow(new Error(sentence));
});

test('names the retentions that CloudWatch knows', () => {
  expect(() => configFor({ logRetentionDays: 8 })).toThrow(
    /^logRetentionDays must be one of 1, 3, 5, 7, 14, .*, got 8$/,
  );
});

test('a name that is no setting is refused, and CDK’s own are let through', () => {
  expect(() => configFor({ alarmEmial: 'anna@example.com' })).toThrow(
    /^-c alarmEmial is no setting; there are stage, account, region, /,
  );
  expect(configFor({ '@aws-cdk/core:x': true, 'aws:cdk:bundling-stacks': [] }).stage).toBe('prod');
});
