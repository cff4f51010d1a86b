import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { parseProperties } from '../template/parse-properties.ts';
import type { Stack, StackResource } from '../template/stack.ts';
import { qualifiedArns } from './find-function.ts';

/** A Lambda function of the stack, ready to be started from its bundle. */
export interface FunctionDefinition {
  logicalId: string;
  name: string;
  arn: string;
  roleArn: string;
  handlerFile: string;
  handlerExport: string;
  timeoutSeconds: number;
  memoryMegabytes: number;
  environment: Record<string, string>;
  /** What others invoke: the function itself first, then its aliases and versions. */
  targets: InvocationTarget[];
}

export interface InvocationTarget {
  arn: string;
  /** `$LATEST`, the name of an alias, or the number of a version. */
  qualifier: string;
  /** How often an asynchronous invocation that failed is tried again. */
  asyncRetries: number;
  /** The queue that is told of one that was given up. */
  asyncFailuresArn: string | undefined;
}

const latest = '$LATEST';

const functionProperties = z.object({
  Code: z.strictObject({ S3Bucket: z.string().optional(), S3Key: z.string() }),
  Handler: z.string(),
  Role: z.string(),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
});

const invokeConfigProperties = z.object({
  FunctionName: z.string(),
  Qualifier: z.string(),
  /** Lambda's default is two. */
  MaximumRetryAttempts: z.coerce.number().default(2),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
    .optional(),
});

/** All functions of the stack that run on Node; others serve resources that are not played. */
export function functionDefinitions(stack: Stack): FunctionDefinition[] {
  const onNode = stack
    .resources('AWS::Lambda::Function')
    .filter(({ properties }) => String(properties.Runtime).startsWith('nodejs'));
  return onNode.map((resource) => functionDefinition(stack, resource));
}

function functionDefinition(stack: Stack, resource: StackResource): FunctionDefinition {
  const { logicalId, name, arn } = resource;
  const parsed = parseProperties(functionProperties, resource);
  const [module, handlerExport] = parsed.Handler.split('.');
  return {
    logicalId,
    name,
    arn,
    roleArn: parsed.Role,
    handlerFile: handlerFile(stack, { name, objectKey: parsed.Code.S3Key, module: module ?? '' }),
    handlerExport: handlerExport ?? 'handler',
    timeoutSeconds: parsed.Timeout,
    memoryMegabytes: parsed.MemorySize,
    environment: parsed.Environment?.Variables ?? {},
    targets: [arn, ...qualifiedArns(stack, name)].map((it) => invocationTarget(stack, name, it)),
  };
}

function handlerFile(
  stack: Stack,
  code: { name: string; objectKey: string; module: string },
): string {
  const folder = stack.assetFolder(code.objectKey);
  const candidates = ['.mjs', '.js', '.cjs'].map((ending) =>
    path.join(folder ?? '', `${code.module}${ending}`),
  );
  const file = candidates.find((candidate) => existsSync(candidate));
  if (folder && file) return file;
  throw new Error(
    `The code of function ${code.name} must be an asset folder with ${code.module}.mjs or ` +
      `${code.module}.js, got ${folder ?? code.objectKey}`,
  );
}

/** Each alias and version has a configuration of its own: the function's does not count for them. */
function invocationTarget(stack: Stack, functionName: string, arn: string): InvocationTarget {
  const [, , , , , , , qualifier = latest] = arn.split(':');
  const configs = stack
    .resources('AWS::Lambda::EventInvokeConfig')
    .map((resource) => parseProperties(invokeConfigProperties, resource));
  const config =
    configs.find((it) => it.FunctionName === functionName && it.Qualifier === qualifier) ??
    invokeConfigProperties.parse({ FunctionName: functionName, Qualifier: qualifier });
  return {
    arn,
    qualifier,
    asyncRetries: config.MaximumRetryAttempts,
    asyncFailuresArn: config.DestinationConfig?.OnFailure?.Destination,
  };
}
