import { Stack, Tokenization, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { NodeFunction } from './node-function.ts';

/** A right on all resources below a prefix, because their names are made at run time. */
export function acknowledgeNames(fn: NodeFunction, resource: string, reason: string): void {
  acknowledgeResource(fn.role ?? fn, resource, reason);
}

/**
 * cdk-nag names the finding by the resource's text, with what is known at deployment only in angle
 * brackets.
 */
export function acknowledgeResource(scope: IConstruct, resource: string, reason: string): void {
  const text = Tokenization.reverseString(resource).mapTokens({
    mapToken: (token) => shown(Stack.of(scope).resolve(token)),
  });
  const finding = text.join({ join: (left, right) => `${left ?? ''}${right ?? ''}` });
  Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::${finding}]`, reason });
}

/** An AWS managed policy; its ARN is written out the same in every stack. */
export function acknowledgePolicy(scope: IConstruct, name: string, reason: string): void {
  const arn = `arn:<AWS::Partition>:iam::aws:policy/service-role/${name}`;
  Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM4[Policy::${arn}]`, reason });
}

function shown(expression: string | { Ref?: string; 'Fn::GetAtt'?: string[] }): string {
  if (typeof expression === 'string') return expression;
  return `<${expression.Ref ?? expression['Fn::GetAtt']?.join('.') ?? ''}>`;
}
