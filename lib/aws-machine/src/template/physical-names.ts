import type { Template, TemplateResource } from './template.ts';

const cdkHash = /[0-9A-F]{8}$/;

/** The property that gives a resource of this type its name. */
const nameProperties: Record<string, string> = {
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Events::ApiDestination': 'Name',
  'AWS::Events::Connection': 'Name',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::Scheduler::ScheduleGroup': 'Name',
  'AWS::ApiGatewayV2::Stage': 'StageName',
};

/**
 * Names for all resources: the explicit name, else the logical id without CDK's hash. Where two
 * logical ids of one type differ in their hash only, both keep it.
 */
export function physicalNames(
  template: Template,
  resolve: (value: unknown) => unknown,
): Map<string, string> {
  const resources = Object.entries(template.Resources);
  const shared = repeated(resources.map(([id, { Type }]) => `${Type} ${withoutHash(id)}`));
  return new Map(
    resources.map(([id, resource]) => {
      const fallback = shared.has(`${resource.Type} ${withoutHash(id)}`) ? id : withoutHash(id);
      return [id, explicitName(resource, resolve) ?? fallback];
    }),
  );
}

/** The logical id as a person would write it: CDK appends eight hexadecimal digits. */
export function withoutHash(logicalId: string): string {
  return logicalId.replace(cdkHash, '') || logicalId;
}

function repeated(values: string[]): Set<string> {
  return new Set(values.filter((value, index) => values.indexOf(value) !== index));
}

function explicitName(
  resource: TemplateResource,
  resolve: (value: unknown) => unknown,
): string | undefined {
  const property = nameProperties[resource.Type];
  const given = property && resource.Properties?.[property];
  return given === undefined || given === '' ? undefined : String(resolve(given));
}
