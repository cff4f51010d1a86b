import type { PlayedType } from './resource-types.ts';

interface KnownProperties {
  played: readonly string[];
  /** What changes nothing about what the functions do on one machine. */
  ignored?: readonly string[];
}

/** Of every type. */
const labels = ['Description', 'Tags'];

const table: KnownProperties = {
  played: [
    'AttributeDefinitions',
    'GlobalSecondaryIndexes',
    'KeySchema',
    'LocalSecondaryIndexes',
    'StreamSpecification',
    'TableName',
    'TimeToLiveSpecification',
  ],
  ignored: [
    'BillingMode',
    'DeletionProtectionEnabled',
    'PointInTimeRecoverySpecification',
    'Replicas',
    'SSESpecification',
  ],
};

const known: Record<PlayedType, KnownProperties> = {
  'AWS::ApiGatewayV2::Api': {
    played: ['ProtocolType', 'RouteSelectionExpression'],
    ignored: ['IpAddressType', 'Name'],
  },
  'AWS::ApiGatewayV2::Authorizer': {
    played: ['ApiId', 'AuthorizerType', 'IdentitySource', 'JwtConfiguration'],
    ignored: ['Name'],
  },
  'AWS::ApiGatewayV2::Integration': {
    played: [
      'ApiId',
      'IntegrationType',
      'IntegrationUri',
      'PayloadFormatVersion',
      'TimeoutInMillis',
    ],
  },
  'AWS::ApiGatewayV2::Route': {
    played: [
      'ApiId',
      'AuthorizationScopes',
      'AuthorizationType',
      'AuthorizerId',
      'RouteKey',
      'Target',
    ],
    ignored: ['OperationName'],
  },
  'AWS::ApiGatewayV2::Stage': {
    played: ['ApiId', 'StageName'],
    ignored: ['AccessLogSettings', 'AutoDeploy', 'DefaultRouteSettings', 'RouteSettings'],
  },
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::ApiDestination': {
    played: ['ConnectionArn', 'HttpMethod', 'InvocationEndpoint', 'Name'],
    ignored: ['InvocationRateLimitPerSecond'],
  },
  'AWS::Events::Connection': { played: ['AuthParameters', 'AuthorizationType', 'Name'] },
  'AWS::Events::EventBus': { played: ['Name'] },
  'AWS::Events::Rule': {
    played: ['EventBusName', 'EventPattern', 'Name', 'ScheduleExpression', 'State', 'Targets'],
  },
  'AWS::IAM::ManagedPolicy': {
    played: ['ManagedPolicyName', 'PolicyDocument', 'Roles'],
    ignored: ['Path'],
  },
  'AWS::IAM::Policy': { played: ['PolicyDocument', 'Roles'], ignored: ['PolicyName'] },
  'AWS::IAM::Role': {
    played: ['AssumeRolePolicyDocument', 'ManagedPolicyArns', 'Policies', 'RoleName'],
    ignored: ['Path'],
  },
  'AWS::Lambda::Alias': { played: ['FunctionName', 'FunctionVersion', 'Name'] },
  'AWS::Lambda::EventInvokeConfig': {
    played: ['DestinationConfig', 'FunctionName', 'MaximumRetryAttempts', 'Qualifier'],
    ignored: ['MaximumEventAgeInSeconds'],
  },
  'AWS::Lambda::EventSourceMapping': {
    played: [
      'BatchSize',
      'BisectBatchOnFunctionError',
      'DestinationConfig',
      'Enabled',
      'EventSourceArn',
      'FilterCriteria',
      'FunctionName',
      'FunctionResponseTypes',
      'MaximumBatchingWindowInSeconds',
      'MaximumRecordAgeInSeconds',
      'MaximumRetryAttempts',
      'ParallelizationFactor',
      'ScalingConfig',
      'StartingPosition',
    ],
  },
  'AWS::Lambda::Function': {
    played: ['Code', 'Environment', 'FunctionName', 'Handler', 'MemorySize', 'Role', 'Timeout'],
    ignored: [
      'Architectures',
      'LoggingConfig',
      'ReservedConcurrentExecutions',
      'Runtime',
      'TracingConfig',
    ],
  },
  'AWS::Lambda::Version': { played: ['FunctionName'], ignored: ['CodeSha256'] },
  'AWS::SQS::Queue': {
    played: [
      'ContentBasedDeduplication',
      'DelaySeconds',
      'FifoQueue',
      'MaximumMessageSize',
      'MessageRetentionPeriod',
      'QueueName',
      'ReceiveMessageWaitTimeSeconds',
      'RedrivePolicy',
      'VisibilityTimeout',
    ],
    ignored: ['KmsMasterKeyId', 'SqsManagedSseEnabled'],
  },
  'AWS::SSM::Parameter': { played: ['Name', 'Value'], ignored: ['Tier', 'Type'] },
  'AWS::Scheduler::Schedule': {
    played: [
      'EndDate',
      'FlexibleTimeWindow',
      'GroupName',
      'Name',
      'ScheduleExpression',
      'ScheduleExpressionTimezone',
      'StartDate',
      'State',
      'Target',
    ],
  },
  'AWS::Scheduler::ScheduleGroup': { played: ['Name'] },
};

/** Refuses what a resource says and nothing here listens to: the functions would miss it in AWS alone. */
export function assertKnownProperties(
  logicalId: string,
  type: PlayedType,
  properties: Readonly<Record<string, unknown>>,
): void {
  const { played, ignored = [] } = known[type];
  const stranger = Object.keys(properties).find(
    (name) => ![...played, ...ignored, ...labels].includes(name),
  );
  if (stranger === undefined) return;
  throw new Error(
    `The local cloud cannot play ${stranger} of ${logicalId} (${type}): support it in lib/aws-machine, ` +
      'or list it in template/resource-properties.ts if nothing depends on it.',
  );
}
