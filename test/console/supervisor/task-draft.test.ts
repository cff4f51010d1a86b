import { taskSchema } from '../../../lambdas/domain/task/task.ts';

type Drafts = typeof import('../../../lambdas/console/supervisor/tasks/drafts/task-draft.ts');

let drafts: Drafts;
beforeAll(async () => {
  // The page's document, as far as the language writes to it.
  Object.assign(globalThis, { document: { documentElement: {} } });
  drafts = await import('../../../lambdas/console/supervisor/tasks/drafts/task-draft.ts');
});

const task = taskSchema.parse({
  id: 'demo',
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: ['anna', 'ivan'],
  callingHours: { '1': [['09:00', '18:00']], '6': [['10:00', '24:00']] },
  retrySeconds: { busy: 60 },
  maxAttemptsPerDay: 3,
  maxAttemptsPer24Hours: 4,
  maxAttemptsPerWeek: 5,
  maxAttemptsPerNumber: 9,
  retryGrowth: { busy: 2 },
  retryJitter: { noAnswer: 0.25 },
  holidays: ['2026-12-25', '2026-12-26'],
  holidayNames: { '2026-12-25': 'Christmas Day' },
  legalHours: { '7': [['08:00', '21:00']] },
  wishColumn: 'wish',
  releaseAfterMinutes: null,
  allowedCountries: ['GB', 'IE'],
  allowedKinds: ['mobile'],
  allowUnregisteredOperators: true,
  attachUnknownCallers: false,
  script: 'callback',
  voice: 'Polly.Amy',
  detectMachines: true,
  recording: 'notice',
  recordingNotice: { en: 'We record.' },
  keepRecordingsDays: 30,
  voicemailText: { ru: 'Перезвоните нам.' },
  voicemailSound: 'https://example.com/message.mp3',
  holdMusic: 'https://example.com/music.mp3',
  requiresForm: true,
  mostWrapUpSeconds: 900,
  cardColumns: ['имя', 'order'],
  cardUrl: 'https://crm.example.com/orders/{order}',
  apologyText: { en: 'Sorry', ru: 'Простите' },
});

test('a task that is not changed in the form is stored as it was', () => {
  const body = drafts.bodyOf(drafts.draftOf(task));
  expect(taskSchema.parse({ ...body, id: 'demo' })).toEqual(task);
});

test('whether it is paused is not the form’s to say', () => {
  const paused = { ...task, paused: 'Holiday' };
  expect(drafts.bodyOf(drafts.draftOf(paused))).not.toHaveProperty('paused');
});

test('what is empty is left out, or sets no limit', () => {
  const limits = { ...drafts.draftOf(task).limits, maxAttemptsPerDay: '' };
  const empty = { script: '', voice: ' ', limits, releaseAfterMinutes: ' ' };
  const body = drafts.bodyOf({ ...drafts.draftOf(task), ...empty, hours: undefined });
  expect(body).toMatchObject({
    maxAttemptsPerDay: null,
    releaseAfterMinutes: null,
    callingHours: null,
  });
  expect(body).not.toHaveProperty('script');
  expect(body).not.toHaveProperty('voice');
});

test('what is no number is the server’s to refuse', () => {
  const draft = drafts.draftOf(task);
  const numbers = { ...draft.numbers, ringAheadSeconds: 'soon', 'retrySeconds.busy': '1,5' };
  const body = drafts.bodyOf({ ...draft, numbers });
  expect(body).toMatchObject({ ringAheadSeconds: 'soon', retrySeconds: { busy: 1.5 } });
});

test('a new task begins with careful rules, and else with the domain’s own defaults', () => {
  const given = { title: 'Demo', country: 'GB', callerId: '+442079460000', timeZone: 'UTC' };
  const body = drafts.bodyOf({ ...drafts.newDraft(), ...given });
  const least = taskSchema.parse({ ...given, id: 'demo', operators: [] });
  expect(taskSchema.parse({ ...body, id: 'demo' })).toEqual({
    ...least,
    allowUnregisteredOperators: false,
    attachUnknownCallers: false,
    callingHours: Object.fromEntries(
      ['1', '2', '3', '4', '5'].map((it) => [it, [['09:00', '20:00']]]),
    ),
    maxAttempts: 5,
    maxAttemptsPerDay: 3,
  });
});

test('a preset changes hours and limits, and nothing else', () => {
  const draft = drafts.draftOf(task);
  const legalHours = { '7': [['09:00', '20:00'] as [string, string]] };
  const rules = { callingHours: {}, legalHours, maxAttemptsPerWeek: 2 };
  const body = drafts.bodyOf({ ...draft, ...drafts.withPreset(draft, rules) });
  const limits = {
    maxAttemptsPerDay: null,
    maxAttemptsPer24Hours: null,
    maxAttemptsPerNumber: null,
  };
  expect(taskSchema.parse({ ...body, id: 'demo' })).toEqual({ ...task, ...rules, ...limits });
});
