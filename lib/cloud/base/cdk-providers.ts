import { DefaultStackSynthesizer, Stack, Validations } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledgePolicy, acknowledgeResource } from './findings.ts';

/** CDK's functions that bring files into a bucket and empty it, each once a stack. */
export const cdkProviders = {
  bringing: 'Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C',
  emptying: 'Custom::S3AutoDeleteObjectsCustomResourceProvider',
};

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

/** We can neither write these functions nor their roles. */
export function acknowledgeCdk(scope: Construct, bucket: IBucket): void {
  const stack = Stack.of(scope);
  const provider = stack.node.findChild(cdkProviders.bringing);
  const qualifier = DefaultStackSynthesizer.DEFAULT_QUALIFIER;
  const assets = `cdk-${qualifier}-assets-${stack.account}-${stack.region}`;
  Validations.of(provider).acknowledge(...findings.map((id) => ({ id, reason })));
  acknowledgePolicy(provider, 'AWSLambdaBasicExecutionRole', reason);
  acknowledgeResource(provider, `arn:${stack.partition}:s3:::${assets}/*`, reason);
  acknowledgeResource(provider, `${bucket.bucketArn}/*`, reason);
}
