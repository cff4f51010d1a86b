import { Match } from 'aws-cdk-lib/assertions';
import { synthesizedStack } from './synthesized-stack.ts';

const template = synthesizedStack();

const queueOf = (prefix: string) =>
  Object.keys(template.findResources('AWS::SQS::Queue')).find((id) => id.startsWith(prefix));

test('dead letters are kept as long as SQS keeps anything', () => {
  const all = Object.entries(template.findResources('AWS::SQS::Queue'));
  const dead = all.filter(([, { Properties }]) => Properties.RedrivePolicy === undefined);
  expect(dead.length).toBe(all.length - 1);
  for (const [, { Properties }] of dead) {
    expect(Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
  }
});

test('no stream gives a record up: what is written while a function is broken is kept for a day', () => {
  const mappings = Object.values(template.findResources('AWS::Lambda::EventSourceMapping'));
  const ofStreams = mappings.filter(({ Properties }) => Properties.StartingPosition);
  expect(ofStreams).toHaveLength(3);
  for (const { Properties } of ofStreams) {
    expect(Properties.MaximumRecordAgeInSeconds ?? -1).toBe(-1);
    expect(Properties.MaximumRetryAttempts ?? -1).toBe(-1);
    expect(Properties.DestinationConfig).toBeUndefined();
  }
});

test('a sweep that fails, or cannot be started, leaves word', () => {
  const failures = { 'Fn::GetAtt': [queueOf('SweepsFailures'), 'Arn'] };
  const sweeps = Object.values(template.findResources('AWS::Scheduler::Schedule'));
  expect(sweeps).toHaveLength(2);
  for (const { Properties } of sweeps) {
    expect(Properties.Target.DeadLetterConfig.Arn).toEqual(failures);
  }
  const invokes = Object.values(template.findResources('AWS::Lambda::EventInvokeConfig'));
  expect(invokes).toHaveLength(2);
  for (const { Properties } of invokes) {
    expect(Properties.MaximumRetryAttempts).toBe(0);
    expect(Properties.DestinationConfig.OnFailure.Destination).toEqual(failures);
  }
});

test('a timer that Scheduler cannot deliver leaves its message, by the right of its own role', () => {
  const queue = { 'Fn::GetAtt': [queueOf('TimersDeadLetters'), 'Arn'] };
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ TIMER_DEAD_LETTERS_ARN: queue }) },
  });
  const [[, policy] = []] = Object.entries(template.findResources('AWS::IAM::Policy')).filter(
    ([id]) => id.startsWith('TimersRoleDefaultPolicy'),
  );
  const [statement] = policy?.Properties.PolicyDocument.Statement ?? [];
  expect(statement).toMatchObject({ Action: 'sqs:SendMessage' });
  expect(statement.Resource).toContainEqual(queue);
});

test('calls are prepared at a pace of the queue’s own, which no reserved concurrency undercuts', () => {
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    ScalingConfig: { MaximumConcurrency: 100 },
  });
  for (const { Properties } of Object.values(template.findResources('AWS::Lambda::Function'))) {
    expect(Properties.ReservedConcurrentExecutions).toBeUndefined();
  }
});
