import {
  CfnResource,
  CustomResourceProviderBase,
  DefaultStackSynthesizer,
  Stack,
  Validations,
} from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { acknowledgePolicy, acknowledgeResource } from './findings.ts';

const reason = 'CDK’s own function: it runs during deployments, on the pages’ bucket alone';

const findings = [
  'AwsSolutions-IAM5[Action::s3:Abort*]',
  'AwsSolutions-IAM5[Action::s3:DeleteObject*]',
  'AwsSolutions-IAM5[Action::s3:GetBucket*]',
  'AwsSolutions-IAM5[Action::s3:GetObject*]',
  'AwsSolutions-IAM5[Action::s3:List*]',
  'AwsSolutions-L1',
  'Serverless-LambdaDLQ',
  'Serverless-LambdaLatestVersion',
  'Serverless-LambdaTracing',
];

/** CDK's function that brings files into the bucket, known by its role: we can write neither of them. */
export function acknowledgeBringing(role: IRole, bucket: IBucket): void {
  const stack = Stack.of(role);
  const provider = role.node.scope ?? role;
  const qualifier =
    stack.synthesizer.bootstrapQualifier ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER;
  const assets = `cdk-${qualifier}-assets-${stack.account}-${stack.region}`;
  Validations.of(provider).acknowledge(...findings.map((id) => ({ id, reason })));
  acknowledgePolicy(provider, 'AWSLambdaBasicExecutionRole', reason);
  acknowledgeResource(provider, `arn:${stack.partition}:s3:::${assets}/*`, reason);
  acknowledgeResource(provider, `${bucket.bucketArn}/*`, reason);
}

/**
 * What `make` makes, and the functions of CDK's own that came into the stack for it. Those that another
 * construct brought along before are not ours to change.
 */
export function withFunctionsBrought<Made>(
  scope: IConstruct,
  make: () => Made,
): { made: Made; brought: CfnResource[] } {
  const before = providersIn(scope);
  const made = make();
  const brought = providersIn(scope).filter((it) => !before.includes(it));
  return { made, brought: brought.flatMap(functionsIn) };
}

function providersIn(scope: IConstruct): IConstruct[] {
  return Stack.of(scope).node.children.filter((it) => it instanceof CustomResourceProviderBase);
}

function functionsIn(provider: IConstruct): CfnResource[] {
  return provider.node.children
    .filter((it) => CfnResource.isCfnResource(it))
    .filter((it) => it.cfnResourceType === CfnFunction.CFN_RESOURCE_TYPE_NAME);
}
