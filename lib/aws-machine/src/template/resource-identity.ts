/** Where the played stack lives. */
export interface Place {
  region: string;
  accountId: string;
  stackName: string;
  /** URL under which functions reach a queue. */
  queueUrl(name: string): string;
}

/** How clients speak to an API: requests, or a WebSocket. */
export type ApiScheme = 'https' | 'wss';

/** ARN of a resource, in the shape that its type has in AWS. */
export function resourceArn(type: string, name: string, place: Place): string {
  const { region, accountId } = place;
  switch (type) {
    case 'AWS::DynamoDB::GlobalTable':
    case 'AWS::DynamoDB::Table':
      return `arn:aws:dynamodb:${region}:${accountId}:table/${name}`;
    case 'AWS::Events::EventBus':
      return `arn:aws:events:${region}:${accountId}:event-bus/${name}`;
    case 'AWS::Events::Rule':
      return `arn:aws:events:${region}:${accountId}:rule/${name}`;
    case 'AWS::Events::Connection':
      return `arn:aws:events:${region}:${accountId}:connection/${name}/local`;
    case 'AWS::Events::ApiDestination':
      return `arn:aws:events:${region}:${accountId}:api-destination/${name}/local`;
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${accountId}:role/${name}`;
    case 'AWS::IAM::ManagedPolicy':
      return `arn:aws:iam::${accountId}:policy/${name}`;
    case 'AWS::Lambda::Alias':
    case 'AWS::Lambda::Function':
    case 'AWS::Lambda::Version':
      return `arn:aws:lambda:${region}:${accountId}:function:${name}`;
    case 'AWS::SQS::Queue':
      return `arn:aws:sqs:${region}:${accountId}:${name}`;
    case 'AWS::Scheduler::ScheduleGroup':
      return `arn:aws:scheduler:${region}:${accountId}:schedule-group/${name}`;
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${name}`;
    case 'AWS::SNS::Topic':
      return `arn:aws:sns:${region}:${accountId}:${name}`;
    default:
      return `arn:aws:${service(type)}:${region}:${accountId}:${name}`;
  }
}

const referredToByArn = [
  'AWS::IAM::ManagedPolicy',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Version',
  'AWS::SNS::Topic',
];

/** Nothing is ever deployed a second time here. */
export const onlyVersion = '1';

/** What `Ref` gives for a resource. */
export function reference(type: string, name: string, place: Place): string {
  if (type === 'AWS::SQS::Queue') return place.queueUrl(name);
  if (type === 'AWS::ApiGatewayV2::Api') return apiId(name);
  if (referredToByArn.includes(type)) return resourceArn(type, name, place);
  if (type === 'AWS::Cognito::UserPool') return `${place.region}_${name}`;
  return name;
}

/** What `Fn::GetAtt` gives; attributes of resources that are not played get a recognizable text. */
export function attribute(request: {
  type: string;
  name: string;
  attribute: string;
  place: Place;
  /** `https` or `wss`, for an API. */
  scheme: ApiScheme;
}): string {
  const { type, name, place } = request;
  const arn = resourceArn(type, name, place);
  switch (request.attribute) {
    case 'Arn':
      return arn;
    case 'StreamArn':
      return `${arn}/stream/local`;
    case 'ApiEndpoint':
      return `${request.scheme}://${apiHost(name, place)}`;
    case 'ApiId':
      return apiId(name);
    case 'QueueName':
      return name;
    case 'QueueUrl':
      return place.queueUrl(name);
    case 'Version':
      return onlyVersion;
    default:
      return `${reference(type, name, place)}.${request.attribute}`;
  }
}

export function apiId(name: string): string {
  return name.toLowerCase();
}

/** The host that AWS would give the API. Addresses with it become local ones after resolving. */
export function apiHost(name: string, place: Place): string {
  return `${apiId(name)}.execute-api.${place.region}.amazonaws.com`;
}

function service(type: string): string {
  return (type.split('::')[1] ?? type).toLowerCase();
}
