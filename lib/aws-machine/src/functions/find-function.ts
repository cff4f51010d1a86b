import { z } from 'zod';
import { parseProperties } from '../template/parse-properties.ts';
import type { Stack, StackResource } from '../template/stack.ts';

/** A function as something names it. */
export interface NamedFunction {
  name: string;
  /** With the alias or version that was named, if one was. */
  arn: string;
}

/** Weights are how a deployment shifts calls from one version to the next: here there is only one. */
const qualifiedProperties = z.strictObject({
  FunctionName: z.string(),
  FunctionVersion: z.string().optional(),
  Name: z.string().optional(),
  Description: z.string().optional(),
  CodeSha256: z.string().optional(),
});

/** Finds a function by its name or ARN, also by that of one of its aliases or versions. */
export function findFunction(stack: Stack, given: string): NamedFunction | undefined {
  const isMeant = ({ name, arn }: StackResource) => name === given || arn === given;
  const plain = stack.resources('AWS::Lambda::Function').find(isMeant);
  if (plain) return plain;
  const qualified = qualifiedFunctions(stack).find(isMeant);
  return qualified && { name: functionNameOf(qualified), arn: qualified.arn };
}

/** The ARNs of a function's aliases and versions. */
export function qualifiedArns(stack: Stack, functionName: string): string[] {
  return qualifiedFunctions(stack)
    .filter((it) => functionNameOf(it) === functionName)
    .map(({ arn }) => arn);
}

function qualifiedFunctions(stack: Stack): StackResource[] {
  return stack.resources('AWS::Lambda::Alias', 'AWS::Lambda::Version');
}

function functionNameOf(resource: StackResource): string {
  return parseProperties(qualifiedProperties, resource).FunctionName;
}
