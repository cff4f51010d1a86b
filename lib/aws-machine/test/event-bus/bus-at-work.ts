import { EventBridge } from '@aws-sdk/client-eventbridge';
import { type StackBuses, stackBuses } from '../../src/event-bus/buses-of-stack.ts';
import { eventBusService } from '../../src/event-bus/event-bus-service.ts';
import { Permissions } from '../../src/permissions/permissions.ts';
import { readRoles } from '../../src/permissions/roles.ts';
import { AwsProxy, type ProxyParts } from '../../src/proxy/aws-proxy.ts';
import { RequestCounts } from '../../src/proxy/request-counts.ts';
import { ManualClock } from '../manual-clock.ts';
import { stackOf } from '../template/stack-of.ts';

const accountId = '111122223333';
const arn = (service: string, name: string) =>
  `arn:aws:${service}:eu-central-1:${accountId}:${name}`;
export const queueArn = arn('sqs', 'Reports');
export const deadLettersArn = arn('sqs', 'DeadLetters');
export const functionArn = arn('lambda', 'function:Ticker');

export interface BusAtWork {
  client: EventBridge;
  clock: ManualClock;
  buses: StackBuses;
  messages: { to: string; body: string }[];
  stop(): Promise<void>;
}

export async function busAtWork(url: string, file = ':memory:'): Promise<BusAtWork> {
  const clock = new ManualClock('2026-11-23T12:00:00Z');
  const messages: BusAtWork['messages'] = [];
  const stack = stackOf({ Resources: resources(url) });
  const permissions = new Permissions({ roles: readRoles(stack), callers: [], accountId });
  const buses = stackBuses({
    stack,
    file,
    clock,
    permissions,
    secrets: { 'crm/token': '{"header":"Bearer secret"}' },
    sendMessage: async (to, { body }) => void messages.push({ to, body }),
    invokeAsync: (to, event) => void messages.push({ to, body: JSON.stringify(event) }),
  });
  buses.start();
  const proxy = new AwsProxy();
  const endpoint = await proxy.listen(0);
  const services = { events: eventBusService(buses.buses, arn('events', '')) };
  const counts = new RequestCounts();
  proxy.serve({
    services: services as unknown as ProxyParts['services'],
    callers: new Map(),
    permissions,
    counts,
  });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new EventBridge({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 });
  return {
    client,
    clock,
    buses,
    messages,
    async stop() {
      client.destroy();
      await proxy.close();
      await buses.stop();
      buses.close();
    },
  };
}

function resources(InvocationEndpoint: string) {
  const secret = '{{resolve:secretsmanager:crm/token:SecretString:header::}}';
  const ApiKeyAuthParameters = { ApiKeyName: 'Authorization', ApiKeyValue: secret };
  const rule = (EventPattern: object, Target: object) => ({
    Type: 'AWS::Events::Rule',
    Properties: { EventBusName: { Ref: 'Bus' }, EventPattern, Targets: [{ Id: 'T', ...Target }] },
  });
  return {
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'calls' } },
    Connection: {
      Type: 'AWS::Events::Connection',
      Properties: { AuthorizationType: 'API_KEY', AuthParameters: { ApiKeyAuthParameters } },
    },
    Crm: {
      Type: 'AWS::Events::ApiDestination',
      Properties: {
        ConnectionArn: { 'Fn::GetAtt': ['Connection', 'Arn'] },
        InvocationEndpoint,
        HttpMethod: 'POST',
      },
    },
    CrmRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Principal: { Service: 'events.amazonaws.com' },
            },
          ],
        },
        Policies: [
          {
            PolicyName: 'call',
            PolicyDocument: {
              Statement: [
                {
                  Effect: 'Allow',
                  Action: 'events:InvokeApiDestination',
                  Resource: { 'Fn::GetAtt': ['Crm', 'Arn'] },
                },
              ],
            },
          },
        ],
      },
    },
    ToCrm: rule(
      { source: ['calls'], 'detail-type': [{ prefix: 'call.' }] },
      {
        Arn: { 'Fn::GetAtt': ['Crm', 'Arn'] },
        RoleArn: { 'Fn::GetAtt': ['CrmRole', 'Arn'] },
        DeadLetterConfig: { Arn: deadLettersArn },
        RetryPolicy: { MaximumRetryAttempts: 2 },
      },
    ),
    ToQueue: rule({ detail: { cause: ['busy'] } }, { Arn: queueArn }),
    ToFunction: rule({ 'detail-type': ['tick'] }, { Arn: functionArn }),
    Off: {
      Type: 'AWS::Events::Rule',
      Properties: {
        ...rule({ source: ['calls'] }, { Arn: queueArn }).Properties,
        State: 'DISABLED',
      },
    },
  };
}
