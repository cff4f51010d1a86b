import { Scheduler as SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Clock } from '../../src/base/clock.ts';
import { Permissions } from '../../src/permissions/permissions.ts';
import { readRoles } from '../../src/permissions/roles.ts';
import { AwsProxy } from '../../src/proxy/aws-proxy.ts';
import { RequestCounts } from '../../src/proxy/request-counts.ts';
import { type Punctuality, prompt } from '../../src/scheduler/punctuality.ts';
import { type StackScheduler, stackScheduler } from '../../src/scheduler/scheduler-of-stack.ts';
import { schedulerService } from '../../src/scheduler/scheduler-service.ts';
import { stackOf } from '../template/stack-of.ts';

const account = '111122223333';
export const groupName = 'Timers';
export const queueArn = `arn:aws:sqs:eu-central-1:${account}:Dials`;
export const deadLettersArn = `arn:aws:sqs:eu-central-1:${account}:DeadLetters`;
export const functionArn = `arn:aws:lambda:eu-central-1:${account}:function:Sweeper`;
export const roleArn = `arn:aws:iam::${account}:role/TimerRole`;

/** A role whose trust policy names a schedule in place of the group. */
export const misledRoleArn = `arn:aws:iam::${account}:role/MisledRole`;
/** A role that may be assumed, and then may do nothing. */
export const powerlessRoleArn = `arn:aws:iam::${account}:role/PowerlessRole`;

interface Delivery {
  to: string;
  body: string;
  at: string;
}

export interface SchedulerAtWork {
  client: SchedulerClient;
  deliveries: Delivery[];
  /** While set, targets refuse everything. */
  outage: { isOn: boolean };
  stop(): Promise<void>;
}

interface AtWorkOptions {
  clock: Clock;
  file?: string;
  punctuality?: Punctuality;
  schedules?: Record<string, object>;
}

/** The Scheduler, with the SDK's client in front of it and the test's targets behind it. */
export async function schedulerAtWork(options: AtWorkOptions): Promise<SchedulerAtWork> {
  const deliveries: Delivery[] = [];
  const outage = { isOn: false };
  const accept = (to: string, body: string) => {
    if (outage.isOn) throw new Error('out of order');
    deliveries.push({ to, body, at: new Date(options.clock.now()).toISOString() });
  };
  const { scheduler, permissions } = build(options, accept);
  scheduler.fires.start();
  const proxy = await serve(scheduler, permissions);
  const client = new SchedulerClient({
    endpoint: proxy.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return {
    client,
    deliveries,
    outage,
    async stop() {
      client.destroy();
      await proxy.close();
      await scheduler.fires.stop();
      scheduler.close();
    },
  };
}

function build(
  { clock, file = ':memory:', punctuality = prompt, schedules }: AtWorkOptions,
  accept: (to: string, body: string) => void,
) {
  const stack = stackOf({ Resources: { ...resources(), ...schedules } });
  const permissions = new Permissions({ roles: readRoles(stack), callers: [], accountId: account });
  const scheduler = stackScheduler({
    stack,
    file,
    clock,
    punctuality,
    permissions,
    sendMessage: async (to, { body }) => accept(to, body),
    invokeAsync: (to, event) => accept(to, JSON.stringify(event)),
  });
  return { scheduler, permissions };
}

async function serve({ scheduler }: StackScheduler, permissions: Permissions) {
  const proxy = new AwsProxy();
  const endpoint = await proxy.listen(0);
  const own = schedulerService(scheduler);
  const data = { dynamodb: own, dynamodbstreams: own, sqs: own, ssm: own };
  const others = { ...data, events: own, 'execute-api': own };
  proxy.serve({
    services: { scheduler: own, ...others },
    callers: new Map(),
    permissions,
    counts: new RequestCounts(),
  });
  return { endpoint, close: () => proxy.close() };
}

function resources() {
  const groupArn = { 'Fn::GetAtt': [groupName, 'Arn'] };
  const scheduleArn = `arn:aws:scheduler:eu-central-1:${account}:schedule/${groupName}/x`;
  const grants = [
    { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queueArn },
    { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: functionArn },
  ];
  return {
    [groupName]: { Type: 'AWS::Scheduler::ScheduleGroup' },
    TimerRole: role(groupArn, grants),
    MisledRole: role(scheduleArn, grants),
    PowerlessRole: role(groupArn, []),
  };
}

function role(sourceArn: unknown, Statement: object[]) {
  const trust = {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { Service: 'scheduler.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': account } },
  };
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: { Statement: [trust] },
      Policies: [{ PolicyDocument: { Statement } }],
    },
  };
}
