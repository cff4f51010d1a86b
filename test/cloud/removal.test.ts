import { synthesizedStack } from './synthesized-stack.ts';

const template = synthesizedStack();
const resources: Record<
  string,
  {
    Type: string;
    DeletionPolicy?: string;
    UpdateReplacePolicy?: string;
    Properties?: Record<string, unknown>;
  }
> = template.toJSON().Resources;

/** Types whose loss is the loss of what people wrote, or of messages. */
const stateful = [
  'AWS::Cognito::UserPool',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
];

/** Versions of functions apart: they go with their function. */
const kept = Object.entries(resources)
  .filter(([, { DeletionPolicy }]) => DeletionPolicy?.startsWith('Retain'))
  .filter(([, { Type }]) => Type !== 'AWS::Lambda::Version')
  .map(([id]) => id);

/** A changed logical id replaces the resource: with it go its content and its name. */
test('what holds something keeps its id', () => {
  const ids = Object.entries(resources).filter(([, { Type }]) => stateful.includes(Type));
  expect(ids.map(([id]) => id).sort()).toEqual([
    'Attempts4DADFC67',
    'DeskSocketsConnectionsAC40FC85',
    'DialQueueDeadLetters381A8847',
    'DialQueueF19DCF0A',
    'Directory98167B95',
    'Forms57B7C46A',
    'LocksF3C5D457',
    'PeopleE38C8D03',
    'SiteBucket978D4AEB',
    'SubscribersF56A45C7',
    'SweepsFailures38BE81D9',
    'TimersDeadLettersBB155020',
    'ViewsC0DDE3FE',
  ]);
});

test('a destroyed stack keeps what people wrote, who they are, and the account’s logging; nothing else', () => {
  expect(kept.sort()).toEqual([
    'Attempts4DADFC67',
    'DeskSocketsGatewayLoggingFAA7B3E9',
    'DeskSocketsGatewayLoggingRole008C1BBB',
    'Directory98167B95',
    'Forms57B7C46A',
    'PeopleE38C8D03',
    'Peoplelead8701D4A5',
    'Peopleoperator587D5FD3',
    'Peoplesupervisor674714D4',
    'Peopleviewer4B5049FB',
    'SubscribersF56A45C7',
  ]);
});

test.each(['Subscribers', 'Attempts', 'Directory', 'Forms'])(
  '%s refuses deletion, and goes back to any second of 35 days',
  (name) => {
    const [, table] =
      Object.entries(resources).find(
        ([id, { Type }]) => Type === 'AWS::DynamoDB::GlobalTable' && id.startsWith(name),
      ) ?? [];
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(table?.Properties?.Replicas).toEqual([
      expect.objectContaining({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    ]);
  },
);

test('people cannot be deleted by accident', () => {
  template.hasResourceProperties('AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE' });
});

/** A schedule group is kept unless told otherwise, and its schedules would go on firing. */
test('no schedule outlives the stack', () => {
  const groups = Object.values(template.findResources('AWS::Scheduler::ScheduleGroup'));
  expect(groups.length).toBeGreaterThan(0);
  for (const { DeletionPolicy } of groups) expect(DeletionPolicy).toBe('Delete');
});

test('the pages’ bucket is emptied, so that it can be deleted', () => {
  template.hasResource('Custom::S3AutoDeleteObjects', {});
});

test('every log ends: none is kept for ever, none outlives the stack', () => {
  const logs = Object.values(template.findResources('AWS::Logs::LogGroup'));
  for (const { Properties, DeletionPolicy } of logs) {
    expect(Properties.RetentionInDays).toBe(90);
    expect(DeletionPolicy).toBe('Delete');
  }
});

test('no function writes a log that Lambda would make for it', () => {
  for (const [id, { Properties }] of Object.entries(
    template.findResources('AWS::Lambda::Function'),
  )) {
    expect([id, Properties.LoggingConfig?.LogGroup]).toEqual([id, expect.anything()]);
  }
});
