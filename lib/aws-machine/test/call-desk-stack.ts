/** A small stack with everything that the local cloud plays, synthesized for its tests. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { HttpApi, WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import {
  HttpLambdaIntegration,
  WebSocketLambdaIntegration,
} from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, type ITable, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  Code,
  FilterCriteria,
  FilterRule,
  type IFunction,
  type IVersion,
  Function as LambdaFunction,
  Runtime,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import {
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { build } from 'esbuild';

export interface Synthesized {
  assembly: string;
  stackName: string;
}

const issuer = 'https://issuer.example';
const audience = 'desk';

const handlers = {
  auditor: new URL('./handlers/auditor.ts', import.meta.url),
  clerk: new URL('./handlers/clerk.ts', import.meta.url),
  desk: new URL('./handlers/desk.ts', import.meta.url),
  dialler: new URL('./handlers/dialler.ts', import.meta.url),
  follower: new URL('./handlers/follower.ts', import.meta.url),
  reception: new URL('./handlers/reception.ts', import.meta.url),
  sleeper: new URL('./handlers/sleeper.ts', import.meta.url),
};

export async function synthesizeCallDesk(): Promise<Synthesized> {
  const folder = mkdtempSync(path.join(tmpdir(), 'call-desk-'));
  await bundleHandlers(path.join(folder, 'build'));
  const assembly = path.join(folder, 'cdk.out');
  const app = new App({
    outdir: assembly,
    builtinCloudFormationValidation: false,
    treeMetadata: false,
    analyticsReporting: false,
  });
  buildStack(new Stack(app, 'CallDesk'), path.join(folder, 'build'));
  app.synth();
  return { assembly, stackName: 'CallDesk' };
}

async function bundleHandlers(outdir: string): Promise<void> {
  mkdirSync(outdir, { recursive: true });
  const entryPoints = Object.fromEntries(
    Object.entries(handlers).map(([name, url]) => [`${name}/index`, fileURLToPath(url)]),
  );
  await build({
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: {
      js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
}

interface House {
  stack: Stack;
  code: string;
}

interface Stores {
  rows: TableV2;
  deadLetters: Queue;
  dials: Queue;
  timers: ScheduleGroup;
}

function buildStack(stack: Stack, code: string): void {
  const house = { stack, code };
  const stores = buildStores(stack);
  buildClerk(house, stores);
  buildFollowers(house, stores);
  buildAuditor(house, stores);
  buildSweeper(house, stores);
  buildDesk(house);
  buildReception(house);
}

function buildStores(stack: Stack): Stores {
  const rows = new TableV2(stack, 'Rows', {
    partitionKey: { name: 'task', type: AttributeType.STRING },
    sortKey: { name: 'Id', type: AttributeType.NUMBER },
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    timeToLiveAttribute: 'expires',
    globalSecondaryIndexes: [
      { indexName: 'byTel', partitionKey: { name: 'tel', type: AttributeType.STRING } },
    ],
  });
  const deadLetters = new Queue(stack, 'DeadLetters');
  const dials = new Queue(stack, 'Dials', {
    visibilityTimeout: Duration.seconds(1),
    enforceSSL: true,
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 2 },
  });
  const timers = new ScheduleGroup(stack, 'Timers', {
    scheduleGroupName: 'Timers',
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return { rows, deadLetters, dials, timers };
}

function buildFunction(
  { stack, code }: House,
  id: string,
  { seconds, environment = {} }: { seconds: number; environment?: Record<string, string> },
): LambdaFunction {
  return new LambdaFunction(stack, id, {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromAsset(path.join(code, id.toLowerCase())),
    timeout: Duration.seconds(seconds),
    environment,
  });
}

/** Others invoke it by an alias, which leads to its version. */
function live(fn: LambdaFunction): IFunction {
  const version = fn.currentVersion as IVersion;
  return new Alias(fn, 'Live', { aliasName: 'live', version }) as IFunction;
}

/** May work with rows, dials, timers and its token, and with nothing else. */
function buildClerk(house: House, { rows, dials, timers }: Stores): void {
  const { stack } = house;
  const clerk = buildFunction(house, 'Clerk', { seconds: 10 });
  const role = new Role(stack, 'TimerRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com').withConditions({
      StringEquals: {
        'aws:SourceArn': timers.scheduleGroupArn,
        'aws:SourceAccount': stack.account,
      },
    }),
  });
  dials.grantSendMessages(role);
  rows.grantReadWriteData(clerk);
  dials.grantSendMessages(clerk);
  timers.grantWriteSchedules(clerk);
  timers.grantDeleteSchedules(clerk);
  role.grantPassRole(clerk.role as Role);
  const parameterName = '/desk/token';
  StringParameter.fromSecureStringParameterAttributes(stack, 'Token', { parameterName }).grantRead(
    clerk,
  );
}

function buildFollowers(house: House, { rows, dials, deadLetters }: Stores): void {
  const dialler = buildFunction(house, 'Dialler', { seconds: 1 });
  live(dialler).addEventSource(
    new SqsEventSource(dials, { batchSize: 1, reportBatchItemFailures: true }),
  );
  const follower = buildFunction(house, 'Follower', { seconds: 2 });
  follower.addEventSource(
    new DynamoEventSource(rows as ITable, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      retryAttempts: 1,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(deadLetters),
    }),
  );
}

/** A second reader of the rows' stream, who is told of new rows alone and never gives up. */
function buildAuditor(house: House, { rows }: Stores): void {
  const auditor = buildFunction(house, 'Auditor', { seconds: 2 });
  auditor.addEventSource(
    new DynamoEventSource(rows as ITable, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT') })],
    }),
  );
}

function buildSweeper(house: House, { timers }: Stores): void {
  const sleeper = buildFunction(house, 'Sleeper', {
    seconds: 1,
    environment: { TOLD: 'by the template' },
  });
  const awake = live(sleeper);
  awake.configureAsyncInvoke({
    retryAttempts: 0,
    onFailure: new SqsDestination(new Queue(house.stack, 'Nightmares')),
  });
  const timerRole = house.stack.node.findChild('TimerRole') as Role;
  awake.grantInvoke(timerRole);
  new Schedule(house.stack, 'EveryHour', {
    schedule: ScheduleExpression.rate(Duration.hours(1)),
    target: new LambdaInvoke(awake, {
      input: ScheduleTargetInput.fromObject({ behaviour: 'metric' }),
    }),
    scheduleGroup: timers,
  });
}

function buildDesk(house: House): void {
  const { stack } = house;
  new TableV2(stack, 'Secrets', {
    tableName: 'secret-things',
    partitionKey: { name: 'id', type: AttributeType.STRING },
  });
  const desk = buildFunction(house, 'Desk', { seconds: 2 });
  const api = new HttpApi(stack, 'Api');
  const integration = new HttpLambdaIntegration('Integration', live(desk));
  const authorizer = new HttpJwtAuthorizer('Jwt', issuer, { jwtAudience: [audience] });
  api.addRoutes({ path: '/desk/{proxy+}', integration });
  api.addRoutes({ path: '/private', integration, authorizer });
  new Alarm(stack, 'Ignored', { metric: desk.metricErrors(), threshold: 1, evaluationPeriods: 1 });
  new CfnOutput(stack, 'ApiUrl', { value: api.url ?? '' });
}

/** Clients connect to it; it may write to them, and nobody else may. */
function buildReception(house: House): void {
  const reception = buildFunction(house, 'Reception', { seconds: 5 });
  const receiving = live(reception);
  const to = (id: string) => ({ integration: new WebSocketLambdaIntegration(id, receiving) });
  const api = new WebSocketApi(house.stack, 'Sockets', {
    connectRouteOptions: to('Arrival'),
    disconnectRouteOptions: to('Departure'),
    defaultRouteOptions: to('Message'),
  });
  const stage = new WebSocketStage(house.stack, 'Live', {
    webSocketApi: api,
    stageName: 'live',
    autoDeploy: true,
  });
  stage.grantManagementApiAccess(reception);
  new CfnOutput(house.stack, 'SocketUrl', { value: stage.url });
  new CfnOutput(house.stack, 'CallbackUrl', { value: stage.callbackUrl });
}
