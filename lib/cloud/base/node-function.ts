import path from 'node:path';
import { type Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  Architecture,
  Code,
  EventSourceMapping,
  type EventSourceMappingOptions,
  type IFunction,
  type IVersion,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** What all functions of a stack have in common. */
export interface FunctionDefaults {
  /** The folder with one bundle a function: `<name>/index.mjs`. */
  bundles: string;
  logRetentionDays: RetentionDays;
}

export interface NodeFunctionProps {
  defaults: FunctionDefaults;
  /** Of its handler and its bundle. */
  name: string;
  description: string;
  timeout: Duration;
  /** So many of the account's functions are kept for it, and it gets no more. */
  reservedConcurrency?: number | undefined;
}

const asIntended = [
  {
    id: 'Serverless-LambdaDLQ',
    reason:
      'What fails stays with who asked: queues, streams and sweeps have their own dead letters, ' +
      'telephones and pages ask again',
  },
  {
    id: 'Serverless-LambdaTracing',
    reason:
      'X-Ray asks for rights on every resource; the log names the attempt of every failure, and ' +
      'embedded metrics time what was promised',
  },
];

/**
 * Its own role may do nothing at first but write its own log. Every deployment that changes its code or
 * settings makes a version of it; whoever invokes it does so by the alias, which leads to one version,
 * or to two while calls are shifted from one to the next.
 */
export class NodeFunction extends LambdaFunction {
  /** What a deployment shifts. */
  readonly alias: Alias;

  constructor(
    scope: Construct,
    id: string,
    { defaults, name, description, timeout, reservedConcurrency }: NodeFunctionProps,
  ) {
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: defaults.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(role);
    super(scope, id, {
      description,
      timeout,
      role,
      logGroup,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      code: Code.fromAsset(path.join(defaults.bundles, name)),
      handler: 'index.handler',
      ...(reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: reservedConcurrency,
      }),
      // Lambda's own lines on each start and end were most of the log; our lines carry the request's id.
      loggingFormat: LoggingFormat.JSON,
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: { SERVICE_NAME: Stack.of(scope).stackName },
      // The way back from a deployment: the alias can be led to a version of before at any time.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
    const version = this.currentVersion as IVersion;
    this.alias = new Alias(this, 'Live', { aliasName: 'live', version });
    Validations.of(this).acknowledge(...asIntended);
  }

  /** What is invoked; its type predates `exactOptionalPropertyTypes`. */
  get live(): IFunction {
    return this.alias as IFunction;
  }

  /** Below the function as ever, so that mappings keep their ids, and with them their place in streams. */
  override addEventSourceMapping(
    id: string,
    options: EventSourceMappingOptions,
  ): EventSourceMapping {
    return new EventSourceMapping(this, id, { target: this.live, ...options });
  }

  /** Grants exactly these actions on these resources. */
  allow(actions: string[], ...resources: string[]): void {
    this.addToRolePolicy(new PolicyStatement({ actions, resources }));
  }
}
