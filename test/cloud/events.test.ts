import { Match, type Template } from 'aws-cdk-lib/assertions';
import { readConfig } from '../../lib/cloud/stages/config.ts';
import { rightsOf, synthesizedStack } from './synthesized-stack.ts';

const crm = {
  name: 'Crm',
  url: 'https://crm.example.com/calls',
  secret: 'crm-token',
  events: ['call.talked', 'form.sent'],
};
const template = synthesizedStack({ events: { webhooks: [crm] } });
const without = synthesizedStack();

const queueOf = (prefix: string) =>
  Object.keys(template.findResources('AWS::SQS::Queue')).find((id) => id.startsWith(prefix));

test('a stage that asks for no events pays for none: neither a bus, nor a function, nor a stream', () => {
  without.resourceCountIs('AWS::Events::EventBus', 0);
  without.resourceCountIs('AWS::Events::Rule', 0);
  const streams = (of: Template) =>
    Object.values(of.findResources('AWS::DynamoDB::GlobalTable')).filter(
      ({ Properties }) => Properties.StreamSpecification,
    ).length;
  expect([streams(without), streams(template)]).toEqual([2, 5]);
});

test('events change nothing of the functions that make calls', () => {
  for (const name of ['EngineCallOperator', 'EngineFollowRow', 'WebhooksVoice', 'WebhooksEvents']) {
    expect(rightsOf(template, name)).toEqual(rightsOf(without, name));
  }
});

test('no stream has more readers than DynamoDB serves', () => {
  const mappings = Object.values(template.findResources('AWS::Lambda::EventSourceMapping'));
  const sources = mappings
    .filter(({ Properties }) => Properties.StartingPosition)
    .map(({ Properties }) => JSON.stringify(Properties.EventSourceArn));
  for (const source of sources)
    expect(sources.filter((it) => it === source).length).toBeLessThan(3);
});

test('what the function cannot tell comes again, for as long as the streams keep it', () => {
  const mappings = Object.values(template.findResources('AWS::Lambda::EventSourceMapping')).filter(
    ({ Properties }) => JSON.stringify(Properties.FunctionName).includes('EventsPublish'),
  );
  expect(mappings).toHaveLength(4);
  for (const { Properties } of mappings) {
    expect(Properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumBatchingWindowInSeconds: 1,
    });
    expect(Properties.FilterCriteria.Filters).toHaveLength(1);
    expect(Properties.MaximumRetryAttempts ?? -1).toBe(-1);
  }
});

test('it may put events on the bus, look up scripts, follow its streams, and nothing else', () => {
  expect([...rightsOf(template, 'EventsPublish').keys()].sort()).toEqual([
    'dynamodb:DescribeStream',
    'dynamodb:GetItem',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
    'events:PutEvents',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ]);
});

test('an address is called with the events that it wants, for a day, and then there are dead letters', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: { source: ['callback-center'], 'detail-type': crm.events },
    State: 'ENABLED',
    Targets: [
      Match.objectLike({
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [queueOf('EventsBusDeadLetters'), 'Arn'] } },
        RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
      }),
    ],
  });
  template.hasResourceProperties('AWS::Events::ApiDestination', {
    InvocationEndpoint: crm.url,
    HttpMethod: 'POST',
    InvocationRateLimitPerSecond: 300,
  });
});

test('its secret stays in Secrets Manager: the template names it', () => {
  template.hasResourceProperties('AWS::Events::Connection', {
    AuthorizationType: 'API_KEY',
    AuthParameters: {
      ApiKeyAuthParameters: {
        ApiKeyName: 'Authorization',
        ApiKeyValue: '{{resolve:secretsmanager:crm-token:SecretString:::}}',
      },
    },
  });
});

test.each([
  [{ webhooks: [{ ...crm, url: 'ftp://crm' }] }, 'url must be an https address, got ftp://crm'],
  [{ webhooks: [{ ...crm, url: 'http://localhost:1' }] }, 'EventBridge calls no other'],
  [{ webhooks: [{ ...crm, events: ['call.lost'] }] }, 'events must be of order.taken'],
  [{ webhooks: [crm, crm] }, 'every webhook needs a name of its own'],
  [{ webhooks: [{ ...crm, secret: undefined }] }, 'secret must be the name'],
  [{ tell: 'all' }, 'events.tell must be personal or impersonal, got all'],
  ['some', 'events must be none or an object, got some'],
])('%j is refused with a sentence', (events, sentence) => {
  expect(() => readConfig({ events })).toThrow(sentence);
});
