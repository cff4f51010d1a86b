import {
  accountSchema,
  operatorSchema,
  type Task,
  taskSchema,
} from '../../../lambdas/domain/task/task.ts';

const least = {
  id: 'demo',
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: ['anna'],
};

/** What is wrong with a task, in the schema's words. */
function problems(given: Record<string, unknown>): string[] {
  const result = taskSchema.safeParse({ ...least, ...given });
  return result.success ? [] : result.error.issues.map(({ message }) => message);
}

/** The same for each cause. */
function every(value: number) {
  const causes = ['busy', 'declined', 'noAnswer', 'failed', 'operatorHungUp', 'voicemail'] as const;
  return Object.fromEntries(causes.map((it) => [it, value])) as Record<
    (typeof causes)[number],
    number
  >;
}

test('a task has the default settings where it names none', () => {
  expect(taskSchema.parse(least)).toEqual<Task>({
    ...least,
    attachCalls: true,
    afterDisconnect: 'finish',
    detectMachines: false,
    ringAheadSeconds: 15,
    operatorRingSeconds: 25,
    customerRingSeconds: 30,
    retrySeconds: {
      busy: 300,
      declined: 3600,
      noAnswer: 300,
      failed: 300,
      operatorHungUp: 300,
      voicemail: 3600,
    },
    operatorRetrySeconds: 300,
    releaseAfterMinutes: 15,
    wrapUpSeconds: 30,
    graceSeconds: 3600,
    maxAttempts: 15,
    retryGrowth: every(1),
    retryJitter: every(0),
    maxAttemptsPerDay: null,
    maxAttemptsPer24Hours: null,
    maxAttemptsPerWeek: null,
    maxAttemptsPerNumber: null,
    callingHours: null,
    holidays: [],
    legalHours: null,
    allowedCountries: null,
    allowedKinds: ['fixed', 'mobile', 'toll-free', 'voip', 'company'],
    whisper: '',
    language: 'en',
  });
});

test('one retry may be set, the others stay', () => {
  expect(taskSchema.parse({ ...least, retrySeconds: { busy: 60 } }).retrySeconds).toEqual({
    busy: 60,
    declined: 3600,
    noAnswer: 300,
    failed: 300,
    operatorHungUp: 300,
    voicemail: 3600,
  });
});

test.each([
  [{ abandoned: 60 }, 60],
  [{ abandoned: 60, operatorHungUp: 90 }, 90],
])('the former name of a retry is still read: %j', (retrySeconds, operatorHungUp) => {
  expect(taskSchema.parse({ ...least, retrySeconds }).retrySeconds).toEqual({
    busy: 300,
    declined: 3600,
    noAnswer: 300,
    failed: 300,
    operatorHungUp,
    voicemail: 3600,
  });
});

test.each([
  ['ringAheadSeconds', 121, 'ringAheadSeconds must be a whole number, 0–120, got 121'],
  ['operatorRingSeconds', 4, 'operatorRingSeconds must be a whole number, 5–600, got 4'],
  ['customerRingSeconds', 900, 'customerRingSeconds must be a whole number, 5–600, got 900'],
  ['customerRingSeconds', '30', 'customerRingSeconds must be a whole number, 5–600, got "30"'],
  ['wrapUpSeconds', 1.5, 'wrapUpSeconds must be a whole number, 0–900, got 1.5'],
  ['graceSeconds', null, 'graceSeconds must be a whole number, 60–86400, got null'],
  ['maxAttempts', 0, 'maxAttempts must be a whole number, 1–1000, got 0'],
  ['maxAttemptsPerDay', 101, 'maxAttemptsPerDay must be a whole number, 1–100, got 101'],
])('%s %p: the message says what was expected and what came', (name, value, message) => {
  expect(problems({ [name]: value })).toEqual([message]);
});

test('a retry that is out of its range is named with its cause', () => {
  expect(problems({ retrySeconds: { noAnswer: 0 } })).toEqual([
    'retrySeconds.noAnswer must be a whole number, 1–86400, got 0',
  ]);
});

test.each([
  [{ id: 'dé mo' }, 'a task id has 1–32 letters, digits, hyphens or underscores'],
  [{ id: 'd'.repeat(33) }, 'a task id has 1–32 letters, digits, hyphens or underscores'],
  [{ id: 'a.b' }, 'a task id has 1–32 letters, digits, hyphens or underscores'],
  [{ timeZone: 'Moscow' }, 'write an IANA time zone, such as Europe/London'],
  [{ timeZone: 'PST' }, 'write an IANA time zone, such as America/Los_Angeles'],
  [{ timeZone: 'EST' }, 'write an IANA time zone, such as America/New_York'],
  [{ country: 'gb' }, '“gb” is no country of ISO 3166: write GB'],
  [{ country: 'UK' }, '“UK” is no country of ISO 3166: write GB'],
  [{ country: 'XX' }, '“XX” is no country of ISO 3166: write two capital letters, such as GB'],
  [{ allowedCountries: ['GB', 'USA'] }, '“USA” is no country of ISO 3166: write US'],
  [{ callerId: '020 7946 0000' }, 'write callerId as +441234567890'],
  [{ callerId: 'client:anna' }, 'write callerId as +441234567890'],
])('%p: %s', (given, message) => {
  expect(problems(given)).toEqual([message]);
});

test.each([
  [['9:00', '18:00'], 'write a time as HH:mm'],
  [['09:00', '24:30'], 'write a time as HH:mm'],
  [
    ['22:00', '02:00'],
    'a window ends after it begins: hours over midnight are two, until 24:00 and from 00:00',
  ],
  [
    ['09:00', '09:00'],
    'a window ends after it begins: hours over midnight are two, until 24:00 and from 00:00',
  ],
])('calling hours %p: %s', (window, message) => {
  expect(problems({ callingHours: { '1': [window] } })).toEqual([message]);
});

test('calling hours may go on over midnight as two windows, and are of weekdays 1 to 7', () => {
  expect(
    problems({ callingHours: { '1': [['22:00', '24:00']], '2': [['00:00', '02:00']] } }),
  ).toEqual([]);
  expect(problems({ callingHours: { '0': [] } })).not.toEqual([]);
});

test.each(['+442079460991', 'client:anna', 'sip:102@office.sip.twilio.com'])(
  'an operator is reached at %s',
  (address) => {
    const anna = { id: 'anna', name: 'Anna', addresses: [address] };
    expect(operatorSchema.parse(anna)).toEqual({ ...anna, away: false, gone: false });
  },
);

test.each(['020 7946 0991', 'sip:102@Office.sip.twilio.com', 'anna', 'client:'])(
  'an operator’s address is canonical, which %s is not',
  (address) => {
    const { error } = operatorSchema.safeParse({ id: 'anna', name: 'Anna', addresses: [address] });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'write +441234567890, client:name or sip:user@domain',
    ]);
  },
);

test('an account starts one call a second, Twilio’s default', () => {
  expect(accountSchema.parse({})).toEqual({ callsPerSecond: 1 });
});
