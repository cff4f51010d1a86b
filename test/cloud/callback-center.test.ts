import { Match } from 'aws-cdk-lib/assertions';
import { synthesizedStack } from './synthesized-stack.ts';

const template = synthesizedStack({ stage: 'local' });

describe('what must not be lost', () => {
  test.each(['Subscribers', 'Attempts', 'Directory'])(
    '%s outlives its stack and any second of 35 days',
    (name) => {
      const [[, table] = []] = Object.entries(
        template.findResources('AWS::DynamoDB::GlobalTable'),
      ).filter(([id]) => id.startsWith(name));
      expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
      expect(table?.Properties.Replicas).toEqual([
        expect.objectContaining({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ]);
    },
  );

  /** A changed logical id replaces the resource. */
  test('tables and queues keep their ids', () => {
    const ids = ['AWS::DynamoDB::GlobalTable', 'AWS::SQS::Queue'].flatMap((type) =>
      Object.keys(template.findResources(type)),
    );
    expect(ids.sort()).toEqual([
      'Attempts4DADFC67',
      'DialQueueDeadLetters381A8847',
      'DialQueueF19DCF0A',
      'Directory98167B95',
      'LocksF3C5D457',
      'SubscribersF56A45C7',
      'SubscribersUnfollowed43025C9E',
    ]);
  });
});

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

test('a row that cannot be followed blocks its shard for a while, not for a day', () => {
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    StartingPosition: 'TRIM_HORIZON',
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRecordAgeInSeconds: 900,
    MaximumRetryAttempts: 1000,
    DestinationConfig: {
      OnFailure: { Destination: { 'Fn::GetAtt': ['SubscribersUnfollowed43025C9E', 'Arn'] } },
    },
  });
});

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

  test('go with the stack', () => {
    for (const group of Object.values(template.findResources('AWS::Scheduler::ScheduleGroup'))) {
      expect(group.DeletionPolicy).toBe('Delete');
    }
  });
});

test.each([
  ['rate(1 minute)', 'SweepsReconcile0E6833BB'],
  ['rate(6 hours)', 'SweepsPatrol51C27891'],
])('every sweep comes again by itself: %s', (rate, fn) => {
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: rate,
    State: 'ENABLED',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: Match.objectLike({
      Arn: { 'Fn::GetAtt': [fn, 'Arn'] },
      RetryPolicy: Match.objectLike({ MaximumRetryAttempts: 0 }),
    }),
  });
});

describe('the public API', () => {
  const routes = (stack = template) =>
    Object.values(stack.findResources('AWS::ApiGatewayV2::Route')).map(
      ({ Properties }) => `${Properties.RouteKey} ${Properties.AuthorizationType}`,
    );

  test('asks for a token everywhere but at the webhooks, which Twilio signs', () => {
    expect(routes().sort()).toEqual([
      'ANY /api/{proxy+} JWT',
      'POST /events/{leg} NONE',
      'POST /voice/{step} NONE',
    ]);
  });

  test('has no console without a sign-in', () => {
    expect(routes(synthesizedStack()).filter((route) => route.includes('/api'))).toEqual([]);
  });

  test('answers Twilio before Twilio gives up', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description: Match.stringLikeRegexp('^Answers Twilio'),
      Timeout: 10,
    });
  });

  test('is known to Twilio by its own domain, where there is one', () => {
    const stack = synthesizedStack({ publicBaseUrl: 'https://calls.example.com' });
    stack.hasOutput('TwilioPhoneNumberVoiceUrl', {
      Value: 'https://calls.example.com/voice/inbound',
    });
    stack.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({ PUBLIC_BASE_URL: 'https://calls.example.com' }),
      },
    });
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
