/** A talk, told in every shape that the API has for it. The numbers are kept for fiction. */
export const at = {
  order: '2026-11-23T10:00:00.000Z',
  ring: '2026-11-23T10:29:45.000Z',
  due: '2026-11-23T10:30:00.000Z',
  answer: '2026-11-23T10:30:04.000Z',
  end: '2026-11-23T10:32:10.000Z',
  next: '2026-11-25T12:00:00.000Z',
} as const;

const id = 'demo.17.mgd5x2k0-0001';
const script = { id: 'callback', version: 1 };
const answers = { result: 'call-again', comment: 'After lunch, please' };
const run = { visits: [{ step: 'talk', answers, left: true }] };

export const attempt = {
  id,
  task: 'demo',
  Id: 17,
  origin: 'callback',
  operator: { id: 'anna', address: '+442079460991' },
  customer: '+447700900123',
  dueAt: at.due,
  promisedFor: at.due,
  claimedAt: at.ring,
  state: 'over',
  legs: {
    operator: { state: 'ended', at: at.end, endedAs: 'completed' },
    customer: { state: 'ended', at: at.end, endedAs: 'completed' },
  },
  bridgedAt: at.answer,
  outcome: 'reached',
  facts: [
    { kind: 'operatorReady', at: '2026-11-23T10:29:53.000Z' },
    { kind: 'customerAnswered', at: at.answer },
    { kind: 'settled', at: at.end, outcome: 'reached' },
  ],
};

export const form = {
  attempt: id,
  script,
  surface: 'screen',
  run,
  revision: 3,
  openedAt: at.ring,
  sentAt: at.end,
  by: 'anna',
  answers,
  promisedFor: at.next,
};

const { run: _, revision: __, ...sent } = form;
const past = { ...attempt, form, operatorName: 'Anna', name: 'Zoë Smith' };

const storedScript = {
  ...script,
  title: { en: 'Callback', ru: 'Перезвон' },
  start: 'talk',
  steps: [
    {
      id: 'talk',
      title: { en: 'Talk', ru: 'Разговор' },
      fields: [{ id: 'comment', type: 'text', label: { en: 'Comment', ru: 'Комментарий' } }],
      next: 'end',
    },
  ],
};
const { id: ___, version: ____, ...newScript } = storedScript;

const span = { task: 'demo', from: '2026-11-23', to: '2026-11-23', timeZone: 'Europe/London' };

const card = {
  attempt,
  row: { tel: '+44 7700 900123', status: 11, order: 'A-1042' },
  name: 'Zoë Smith',
  task: {
    id: 'demo',
    title: 'Demo',
    timeZone: 'Europe/London',
    country: 'GB',
    afterDisconnect: 'finish',
    wrapUpSeconds: 30,
  },
  url: 'https://crm.example.com/orders/A-1042',
  zone: 'Europe/London',
  clock: { zones: ['Europe/London'], from: 'number' },
  history: [past],
  script: storedScript,
  form,
};

const sums = {
  outcomes: { reached: 40, 'customer-busy': 2 },
  talkSeconds: 5040,
  onTime: 41,
  late: 1,
  delays: { operators: 1 },
};
const lateness = { count: 42, p50: 3, p95: 40, p99: 260, max: 310 };

export const callExamples = {
  Attempt: attempt,
  CallWish: { task: 'demo', Id: 17 },
  CallPlaced: { attempt },
  Card: card,
  MyCalls: { calls: [attempt] },
  MyHistory: { attempts: [past] },
  Deferral: { minutes: 5 },
  WrapUp: { freeAt: '2026-11-23T10:32:40.000Z', latestAt: '2026-11-23T10:42:10.000Z' },
  RecordingWish: { state: 'paused' },
  HoldWish: { isOn: true },
  CallQuery: { ...span, operator: 'anna', updatedSince: at.due },
  CallList: { calls: [past] },
  Draft: { revision: 0, run },
  Submission: { run },
  Form: form,
  OpenForm: { form, script: storedScript },
  FormQuery: { ...span, script: 'callback', updatedSince: at.due },
  FormList: { forms: [{ ...sent, task: 'demo', Id: 17, operator: 'anna' }] },
  Script: newScript,
  StoredScript: storedScript,
  FiguresQuery: { ...span, by: 'hour' },
  Figures: {
    slots: [{ ...sums, from: at.order }],
    totals: sums,
    lateness: { operator: lateness, customer: lateness },
    histogram: [
      { upTo: 1000, count: 41 },
      { upTo: null, count: 1 },
    ],
    operators: [{ ...sums, operator: 'anna' }],
    answers: [{ script: 'callback', field: 'result', value: 'call-again', count: 12 }],
    daysLeft: 0,
  },
};
