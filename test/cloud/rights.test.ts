import { functionsOf, rightsOf, statementsOf, synthesizedStack } from './synthesized-stack.ts';

const template = synthesizedStack({ stage: 'local' });

const functions = [
  'EngineFollowRow',
  'EngineCallOperator',
  'SweepsReconcile',
  'SweepsPatrol',
  'WebhooksVoice',
  'WebhooksCallers',
  'WebhooksEvents',
  'WebhooksKeypad',
  'ConsoleApi',
  'ConsoleCalendar',
  'ConsoleSupervisorApi',
  'ConsoleOpenApi',
  'DeskNewsTellDesks',
  'DeskSocketsSocket',
  'EventsPublish',
];

test.each(functions)('%s may do nothing on every resource, and nothing by wildcard', (name) => {
  const statements = statementsOf(template, name);
  expect(statements).not.toHaveLength(0);
  for (const { Action, Resource } of statements) {
    expect([Action].flat().filter((action) => action.includes('*'))).toEqual([]);
    expect([Resource].flat()).not.toContain('*');
  }
});

test('every function has a role and a log of its own', () => {
  const all = Object.values(template.findResources('AWS::Lambda::Function'));
  const distinct = (property: (it: (typeof all)[number]['Properties']) => unknown) =>
    new Set(all.map(({ Properties }) => JSON.stringify(property(Properties)))).size;
  expect(functionsOf(template).sort()).toEqual([...functions].sort());
  expect(distinct(({ Role }) => Role)).toBe(functions.length);
  expect(distinct(({ LoggingConfig }) => LoggingConfig.LogGroup)).toBe(functions.length);
});

test('only who makes or takes calls may claim a row', () => {
  const claimers = functions.filter((name) =>
    rightsOf(template, name).get('dynamodb:PutItem')?.includes('Attempts'),
  );
  expect(claimers).toEqual(['EngineCallOperator', 'WebhooksCallers', 'ConsoleApi']);
});

test('only people may delete rows, and only supervisors erase attempts and forms, on request', () => {
  const deleters = (table: string) =>
    functions.filter((name) =>
      rightsOf(template, name).get('dynamodb:DeleteItem')?.includes(table),
    );
  expect(deleters('Attempts')).toEqual([]);
  expect(deleters('Subscribers')).toEqual(['ConsoleApi', 'ConsoleSupervisorApi']);
  for (const table of ['Attempts', 'Forms']) {
    const erasers = functions.filter((name) =>
      rightsOf(template, name).get('dynamodb:BatchWriteItem')?.includes(table),
    );
    expect(erasers).toEqual(['ConsoleSupervisorApi']);
  }
});

test('the reconciler neither claims nor dials', () => {
  const rights = rightsOf(template, 'SweepsReconcile');
  expect(rights.has('ssm:GetParameters')).toBe(false);
  expect(rights.get('dynamodb:PutItem')).toEqual(['Locks']);
});

test('who serves the line for call slots, counts or lists rows, or asks the gate may read many at once', () => {
  const readers = functions.filter((name) =>
    rightsOf(template, name).get('dynamodb:BatchGetItem')?.includes('Subscribers'),
  );
  expect(readers).toEqual([
    'EngineFollowRow',
    'EngineCallOperator',
    'SweepsReconcile',
    'SweepsPatrol',
    'WebhooksVoice',
    'WebhooksCallers',
    'WebhooksKeypad',
    'ConsoleApi',
    'ConsoleCalendar',
    'ConsoleSupervisorApi',
  ]);
});

test('only who follows rows may take timers away, and only timers', () => {
  const disarmers = functions.filter((name) =>
    rightsOf(template, name).has('scheduler:DeleteSchedule'),
  );
  expect(disarmers).toEqual(['EngineFollowRow']);
  const [resource] = rightsOf(template, 'EngineFollowRow').get('scheduler:DeleteSchedule') ?? [];
  expect(resource).toMatch(/^schedule\/CallbackCenterlocal-Timers-\w+\/\*$/);
});

test('the role of the timers may be handed to Scheduler only', () => {
  const [passing] = statementsOf(template, 'EngineFollowRow').filter(
    ({ Action }) => Action === 'iam:PassRole',
  );
  expect(passing?.Condition).toEqual({
    StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
  });
});

test('credentials of Twilio are read by those who talk with Twilio', () => {
  const readers = functions.filter((name) => rightsOf(template, name).has('ssm:GetParameters'));
  expect(readers).toEqual([
    'EngineFollowRow',
    'EngineCallOperator',
    'WebhooksVoice',
    'WebhooksCallers',
    'WebhooksEvents',
    'WebhooksKeypad',
    'ConsoleApi',
  ]);
  expect(rightsOf(template, 'WebhooksVoice').get('ssm:GetParameters')).toEqual([
    'parameter/callback-center/local/twilio/account-sid',
    'parameter/callback-center/local/twilio/auth-token',
    'parameter/callback-center/local/twilio/auth-token-next',
  ]);
});

test('only who tells desks reaches into WebSockets, and only into our own', () => {
  const tellers = functions.filter((name) =>
    rightsOf(template, name).has('execute-api:ManageConnections'),
  );
  expect(tellers).toEqual([
    'SweepsReconcile',
    'WebhooksKeypad',
    'ConsoleApi',
    'ConsoleSupervisorApi',
    'DeskNewsTellDesks',
    'DeskSocketsSocket',
  ]);
  const [resource] =
    rightsOf(template, 'DeskNewsTellDesks').get('execute-api:ManageConnections') ?? [];
  expect(resource).toMatch(/\{"Ref":"DeskSockets\w+"\},"\/live\/POST\/@connections\/\*"/);
});

test('who opens sockets knows of desks and of nothing else', () => {
  const actions = [...rightsOf(template, 'DeskSocketsSocket')];
  const tables = actions.filter(([action]) => action.startsWith('dynamodb:'));
  expect(new Set(tables.flatMap(([, resources]) => resources))).toEqual(
    new Set(['DeskSocketsConnections']),
  );
});

test('what passes for browser phones are signed with is read by who gives them', () => {
  const readers = functions.filter((name) =>
    rightsOf(template, name)
      .get('ssm:GetParameters')
      ?.some((it) => it.endsWith('/api-key-secret')),
  );
  expect(readers).toEqual(['ConsoleApi']);
});

test('who describes the API reads nothing', () => {
  const rights = [...rightsOf(template, 'ConsoleOpenApi')];
  expect(rights.filter(([action]) => !action.startsWith('logs:'))).toEqual([]);
});

test('what supervisors do reaches no telephone and claims no row', () => {
  const rights = rightsOf(template, 'ConsoleSupervisorApi');
  expect(rights.has('ssm:GetParameters')).toBe(false);
  expect(rights.get('dynamodb:PutItem')).toEqual(['Directory', 'Locks', 'Subscribers', 'Views']);
});

test('forms are written by who takes them, and deleted by nobody', () => {
  const writers = functions.filter((name) =>
    rightsOf(template, name).get('dynamodb:PutItem')?.includes('Forms'),
  );
  expect(writers).toEqual(['WebhooksKeypad', 'ConsoleApi']);
  const deleters = functions.filter((name) =>
    rightsOf(template, name).get('dynamodb:DeleteItem')?.includes('Forms'),
  );
  expect(deleters).toEqual([]);
});

test('who asks by the keys of a phone changes forms and their rows, notes who said no or was a machine, and calls nobody', () => {
  const rights = rightsOf(template, 'WebhooksKeypad');
  const updated = ['Attempts', 'Forms', 'Subscribers'];
  expect(rights.get('dynamodb:UpdateItem')?.toSorted()).toEqual(updated);
  expect(rights.get('dynamodb:PutItem')?.toSorted()).toEqual(['Directory', 'Forms']);
  expect(rights.has('sqs:SendMessage')).toBe(false);
});

test('the test call may order its call and look up what became of the last one, and is not there unasked', () => {
  const testCall = { task: 'test', Id: 1 };
  const stack = synthesizedStack({ testCall });
  const rights = [...rightsOf(stack, 'SweepsTestCall')].filter(
    ([action]) => !action.startsWith('logs:'),
  );
  expect(rights).toEqual([
    ['dynamodb:GetItem', ['Subscribers']],
    ['dynamodb:UpdateItem', ['Subscribers']],
    ['dynamodb:Query', ['Attempts']],
    ['sqs:SendMessage', ['SweepsFailures']],
  ]);
  expect(functionsOf(template)).not.toContain('SweepsTestCall');
  expect(JSON.stringify(template.toJSON())).not.toMatch(/test.?call/i);
});
