import { Match } from 'aws-cdk-lib/assertions';
import { functionsOf, synthesizedStack } from './synthesized-stack.ts';

const template = synthesizedStack({ stage: 'local' });

describe('the dial queue', () => {
  test('hands out one message at a time, and hides it six timeouts long', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1,
      EventSourceArn: { 'Fn::GetAtt': ['DialQueueF19DCF0A', 'Arn'] },
      MaximumBatchingWindowInSeconds: Match.absent(),
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 100 },
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description: Match.stringLikeRegexp('^Claims'),
      Timeout: 20,
    });
    template.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: 120,
      RedrivePolicy: {
        deadLetterTargetArn: { 'Fn::GetAtt': ['DialQueueDeadLetters381A8847', 'Arn'] },
        maxReceiveCount: 5,
      },
    });
  });

  test('is spoken to over TLS only, as are all queues', () => {
    const queues = Object.keys(template.findResources('AWS::SQS::Queue'));
    const policies = Object.values(template.findResources('AWS::SQS::QueuePolicy'));
    expect(policies).toHaveLength(queues.length);
    for (const { Properties } of policies) {
      expect(Properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
    }
  });
});

test.each(['Subscribers', 'Attempts'])(
  'desks follow the stream of %s at their own pace',
  (name) => {
    const [[id] = []] = Object.entries(template.findResources('AWS::DynamoDB::GlobalTable')).filter(
      ([it]) => it.startsWith(name),
    );
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [id, 'StreamArn'] },
      BatchSize: 25,
      MaximumBatchingWindowInSeconds: Match.absent(),
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  },
);

describe('the timers', () => {
  test('act for their group, not for a schedule', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: {
              StringEquals: {
                'aws:SourceAccount': { Ref: 'AWS::AccountId' },
                'aws:SourceArn': { 'Fn::GetAtt': ['Timers8BCB401C', 'Arn'] },
              },
            },
          }),
        ],
      },
    });
  });
});

test.each([
  ['rate(1 minute)', 'SweepsReconcileLive'],
  ['rate(6 hours)', 'SweepsPatrolLive'],
])('every sweep comes again by itself: %s', (rate, fn) => {
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: rate,
    State: 'ENABLED',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: Match.objectLike({
      Arn: { Ref: Match.stringLikeRegexp(`^${fn}`) },
      RetryPolicy: Match.objectLike({ MaximumRetryAttempts: 0 }),
    }),
  });
});

test('all functions run on Lambda’s Node 24 on arm64', () => {
  template.allResourcesProperties('AWS::Lambda::Function', {
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
  });
});

test('no function is deployed with an address of this machine', () => {
  expect(JSON.stringify(template.toJSON())).not.toMatch(/AWS_ENDPOINT_URL|TWILIO_BASE_URL/);
});

test('is told apart by plain words: CloudFormation shows others as question marks', () => {
  const production = synthesizedStack({ alarmEmail: 'calls@example.com', monthlyBudget: 50 });
  const text = JSON.stringify(production.toJSON());
  expect(text.match(/[^ -~]/g)).toBeNull();
  expect(production.toJSON().Description).toBe('Callback center, stage prod');
});

test('functions log as JSON, without Lambda’s own lines', () => {
  const own = functionsOf(template);
  template.resourcePropertiesCountIs(
    'AWS::Lambda::Function',
    { LoggingConfig: { LogFormat: 'JSON', SystemLogLevel: 'WARN' } },
    own.length,
  );
});
