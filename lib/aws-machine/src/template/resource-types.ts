/** Resource types that the local cloud plays. */
const playedTypes = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::ApiDestination',
  'AWS::Events::Connection',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Version',
  'AWS::SQS::Queue',
  'AWS::SSM::Parameter',
  'AWS::Scheduler::Schedule',
  'AWS::Scheduler::ScheduleGroup',
] as const;

export type PlayedType = (typeof playedTypes)[number];

/**
 * Resource types that change nothing about what the functions do on one machine: observation,
 * delivery of static files, sign-in (tokens are issued locally), permissions of AWS services, and how
 * the next version of a function takes over (here at once).
 */
const ignoredTypes = [
  'AWS::ApiGateway::Account',
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::Budgets::Budget',
  'AWS::CDK::Metadata',
  'AWS::CertificateManager::Certificate',
  'AWS::CloudFormation::CustomResource',
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::Events::EventBusPolicy',
  'AWS::IAM::ServiceLinkedRole',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Permission',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
];

const ignoredFamilies = [
  'AWS::ApplicationInsights::',
  'AWS::CloudFront::',
  'AWS::CloudWatch::',
  'AWS::Cognito::',
  'AWS::KMS::',
  'AWS::Logs::',
  'AWS::ResourceGroups::',
  'AWS::Route53::',
  'AWS::WAFv2::',
  'Custom::',
];

export function isPlayed(type: string): type is PlayedType {
  return (playedTypes as readonly string[]).includes(type);
}

/** Refuses a resource that the functions would miss, naming it. */
export function assertKnown(logicalId: string, type: string): void {
  if (isPlayed(type) || ignoredTypes.includes(type)) return;
  if (ignoredFamilies.some((family) => type.startsWith(family))) return;
  throw new Error(
    `The local cloud cannot play ${logicalId} (${type}): support it in lib/aws-machine, ` +
      'or list it in template/resource-types.ts if nothing depends on it.',
  );
}
