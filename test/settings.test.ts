import {
  deskSocketSettings,
  dialQueueUrl,
  serviceName,
  tableSettings,
  timerSettings,
  twilioSettings,
  viewSettings,
  voicePlace,
} from '../lambdas/settings.ts';

const environment = {
  SERVICE_NAME: 'CallbackCenter-test',
  SUBSCRIBERS_TABLE: 'subscribers',
  ATTEMPTS_TABLE: 'attempts',
  LOCKS_TABLE: 'locks',
  DIRECTORY_TABLE: 'directory',
  DIAL_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/000000000000/dial',
  TIMER_GROUP: 'timers',
  TIMER_ROLE_ARN: 'arn:aws:iam::000000000000:role/timer',
  DIAL_QUEUE_ARN: 'arn:aws:sqs:eu-central-1:000000000000:dial',
  TIMER_DEAD_LETTERS_ARN: 'arn:aws:sqs:eu-central-1:000000000000:dead-letters',
  TWILIO_PARAMETERS: '/callback-center/prod/twilio',
  PUBLIC_BASE_URLS: 'https://calls.test',
  VIEWS_TABLE: 'views',
  CONNECTIONS_TABLE: 'connections',
  DESK_SOCKETS_URL: 'wss://desks.test/live',
  DESK_SOCKETS_CALLBACK_URL: 'https://desks.test/live',
};

test.each([
  [tableSettings, 'SUBSCRIBERS_TABLE'],
  [tableSettings, 'ATTEMPTS_TABLE'],
  [tableSettings, 'LOCKS_TABLE'],
  [tableSettings, 'DIRECTORY_TABLE'],
  [dialQueueUrl, 'DIAL_QUEUE_URL'],
  [serviceName, 'SERVICE_NAME'],
  [timerSettings, 'TIMER_GROUP'],
  [timerSettings, 'TIMER_ROLE_ARN'],
  [timerSettings, 'DIAL_QUEUE_ARN'],
  [timerSettings, 'TIMER_DEAD_LETTERS_ARN'],
  [twilioSettings, 'TWILIO_PARAMETERS'],
  [twilioSettings, 'PUBLIC_BASE_URLS'],
  [viewSettings, 'VIEWS_TABLE'],
  [viewSettings, 'SUBSCRIBERS_TABLE'],
  [deskSocketSettings, 'CONNECTIONS_TABLE'],
  [deskSocketSettings, 'DESK_SOCKETS_URL'],
  [deskSocketSettings, 'DESK_SOCKETS_CALLBACK_URL'],
] as const)('%p stops at the start without %s, and names it', (read, name) => {
  expect(read(environment)).toBeTruthy();
  for (const missing of [undefined, '']) {
    expect(() => read({ ...environment, [name]: missing })).toThrow(
      `the environment must set ${name}, got nothing`,
    );
  }
});

test('calls Twilio itself unless told otherwise', () => {
  expect(twilioSettings(environment).apiUrl).toBe('https://api.twilio.com');
  const local = { ...environment, TWILIO_BASE_URL: 'http://127.0.0.1:3000' };
  expect(twilioSettings(local).apiUrl).toBe('http://127.0.0.1:3000');
});

test.each([
  ['us1', 'https://api.twilio.com'],
  ['ie1', 'https://api.dublin.ie1.twilio.com'],
  ['au1', 'https://api.sydney.au1.twilio.com'],
])('calls Twilio in its region %s at %s', (TWILIO_REGION, url) => {
  expect(twilioSettings({ ...environment, TWILIO_REGION }).apiUrl).toBe(url);
});

test('reaches Twilio in the United States by the nearest edge, unless told otherwise', () => {
  expect(voicePlace({})).toEqual({ region: 'us1', edge: 'roaming' });
  expect(voicePlace({ TWILIO_REGION: 'au1', TWILIO_EDGE: 'sydney' })).toEqual({
    region: 'au1',
    edge: 'sydney',
  });
  expect(() => voicePlace({ TWILIO_REGION: 'de1' })).toThrow(
    'TWILIO_REGION must be one of us1, ie1, au1, got de1',
  );
});

test('an address has no slash at its end: paths are put behind it', () => {
  const slashed = { ...environment, PUBLIC_BASE_URLS: 'https://calls.test/base//' };
  expect(twilioSettings(slashed).publicBaseUrl).toBe('https://calls.test/base');
});

test.each(['calls.test', 'ftp://calls.test', '://', 'javascript:alert(1)'])(
  'refuses %s as a public address',
  (PUBLIC_BASE_URLS) => {
    expect(() => twilioSettings({ ...environment, PUBLIC_BASE_URLS })).toThrow(
      `PUBLIC_BASE_URLS must be an http(s) address, got ${PUBLIC_BASE_URLS}`,
    );
  },
);
