import { createHash } from 'node:crypto';
import path from 'node:path';
import type { FunctionDefinition } from './function-definition.ts';

/** What the environment of every function shares. */
export interface EnvironmentSurroundings {
  region: string;
  /** Where the functions reach AWS. */
  endpoint: string;
  /** Where they manage the connections of the stack's WebSocket API, if it has one. */
  managementEndpoint: string | undefined;
  extraEnvironment: Record<string, string>;
}

/** Services whose endpoint a function is pointed at, as the AWS SDKs spell them. */
const services = ['DYNAMODB', 'DYNAMODB_STREAMS', 'EVENTBRIDGE', 'SCHEDULER', 'SQS', 'SSM'];

/**
 * The access key by which the proxy knows a function. Derived from the name, so that it is the
 * same in every run.
 */
export function functionAccessKeyId(functionName: string): string {
  const digest = createHash('sha256').update(functionName).digest('hex');
  return `LOCAL${digest.slice(0, 15).toUpperCase()}`;
}

/** All environment variables that a function sees: nothing of this process leaks into it. */
export function functionEnvironment(
  definition: FunctionDefinition,
  surroundings: EnvironmentSurroundings,
): Record<string, string> {
  const endpoints = services.map((service) => [
    `AWS_ENDPOINT_URL_${service}`,
    surroundings.endpoint,
  ]);
  return {
    AWS_REGION: surroundings.region,
    AWS_DEFAULT_REGION: surroundings.region,
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_ACCESS_KEY_ID: functionAccessKeyId(definition.name),
    AWS_SECRET_ACCESS_KEY: 'local',
    LAMBDA_TASK_ROOT: path.dirname(definition.handlerFile),
    TZ: 'UTC',
    ...Object.fromEntries(endpoints),
    ...(surroundings.managementEndpoint === undefined
      ? {}
      : { AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI: surroundings.managementEndpoint }),
    ...definition.environment,
    ...surroundings.extraEnvironment,
  };
}
