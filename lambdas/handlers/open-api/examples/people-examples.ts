import { at, attempt } from './call-examples.ts';

const address = '+442079460991';
const operator = {
  id: 'anna',
  name: 'Anna',
  addresses: [address, 'client:anna'],
  at: address,
  away: false,
  gone: false,
  currentTask: 'demo',
  hasPin: true,
};

const newTask = {
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: ['anna'],
  script: 'callback',
  callingHours: { '1': [['09:00', '18:00']], '2': [['09:00', '18:00']] },
  cardUrl: 'https://crm.example.com/orders/{order}',
};

const account = {
  callsPerSecond: 1,
  tryAgainMinutes: 15,
  awayReasons: ['break', 'lunch'],
  allowedCountries: ['GB', 'IE'],
};

const secret = 'uJk3s9QmB2x7Vd0tYw5LrEa8HnCfZpG4oKi6TbXeNvM';

export const peopleExamples = {
  Me: {
    role: 'operator',
    id: 'anna',
    operator: {
      id: 'anna',
      name: 'Anna',
      away: false,
      addresses: operator.addresses,
      at: address,
      currentTask: 'demo',
    },
    tasks: [
      {
        id: 'demo',
        title: 'Demo',
        timeZone: 'Europe/London',
        country: 'GB',
        language: 'en',
        wrapUpSeconds: 30,
        attachCalls: true,
      },
    ],
    awayReasons: ['break', 'lunch'],
    now: at.order,
  },
  MyState: { away: true, awayReason: 'lunch' },
  AwayWish: { away: true },
  DeskNote: { text: 'The warehouse is closed until noon: promise nothing before' },
  Operator: operator,
  OperatorBody: { name: 'Anna', addresses: operator.addresses, pin: '471100' },
  StateList: {
    spans: [
      { state: 'available', from: at.order, until: at.end },
      { state: 'away', reason: 'lunch', from: at.end },
    ],
  },
  Board: {
    calls: [attempt],
    operators: [{ id: 'anna', name: 'Anna', state: 'free', since: at.end, online: true }],
    now: at.end,
  },
  SocketTicket: { url: `wss://calls.example.com/?ticket=${secret}` },
  PhonePass: {
    token: 'eyJ0eXAi.eyJncmFu.c2ln',
    identity: 'anna',
    expiresAt: at.end,
    edge: 'roaming',
  },
  CalendarLink: { madeAt: at.order },
  NewCalendarLink: { path: `/calendar/operators/anna/${secret}.ics`, madeAt: at.order },
  Task: { id: 'demo', ...newTask },
  TaskBody: newTask,
  Pause: { reason: 'The shop is closed today' },
  Account: account,
  AccountBody: account,
  AuditQuery: { from: '2026-11-23', to: '2026-11-23', timeZone: 'Europe/London', task: 'demo' },
  AuditList: {
    entries: [
      {
        at: at.order,
        by: 'boss',
        role: 'supervisor',
        act: 'POST /api/promises/move',
        on: {},
        tasks: ['demo'],
        rows: [{ task: 'demo', Id: 17 }],
        count: 1,
      },
    ],
  },
  PageError: {
    page: 'desk',
    name: 'TypeError',
    stack: [{ file: 'desk-1a2b3c.js', line: 1, column: 4096 }],
  },
  Problem: { error: 'there is no task sales' },
};
