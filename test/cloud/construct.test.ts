import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { handlerNames } from '../../lib/bundles/handler-names.ts';
import { CallbackCenter, type CallbackCenterProps } from '../../lib/cloud/callback-center.ts';
import { readConfig } from '../../lib/cloud/stages/config.ts';
import { synthesizedStack } from './synthesized-stack.ts';

const handlers = path.join(__dirname, '../../lambdas/handlers');

function emptyBundles(): string {
  const bundles = mkdtempSync(path.join(tmpdir(), 'bundles-'));
  for (const name of handlerNames(handlers)) {
    mkdirSync(path.join(bundles, name));
    writeFileSync(path.join(bundles, name, 'index.mjs'), 'export const handler = 0;');
  }
  return bundles;
}

const context = { 'aws:cdk:disable-stack-trace': true };
const config = readConfig({ stage: 'staging', console: 'none', events: {} });
const bundles = emptyBundles();

/** An app of somebody else, with a call centre inside a construct of theirs. */
class Shop extends Construct {
  readonly center: CallbackCenter;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.center = new CallbackCenter(this, 'Calls', { config, bundles });
  }
}

function shops(): { stacks: Stack[]; centers: CallbackCenter[] } {
  const app = new App({ context, builtinCloudFormationValidation: false, treeMetadata: false });
  const stages = ['Test', 'Live'].map((name) => new Stage(app, name));
  const stacks = stages.map((stage) => new Stack(stage, 'Shop'));
  const centers = stacks.map((stack) => new Shop(stack, 'Floor').center);
  return { stacks, centers };
}

test('it stands in stages of another app, within a construct, and twice', () => {
  const { stacks } = shops();
  const [first, second] = stacks.map((stack) => Template.fromStack(stack));
  for (const it of [first, second]) {
    it?.resourceCountIs('AWS::DynamoDB::GlobalTable', 7);
    it?.resourceCountIs('AWS::Events::EventBus', 1);
  }
  const alone = synthesizedStack({ stage: 'staging', console: 'none', events: {} });
  const count = (of: Template | undefined, type: string) =>
    Object.keys(of?.findResources(type) ?? {}).length;
  for (const type of ['AWS::Lambda::Function', 'AWS::CloudWatch::Alarm', 'AWS::SQS::Queue']) {
    expect([type, count(first, type)]).toEqual([type, count(alone, type)]);
  }
});

test('functions of the app may be granted what is in it', () => {
  const { stacks, centers } = shops();
  const [stack, center] = [stacks[0] as Stack, centers[0] as CallbackCenter];
  const fn = new LambdaFunction(stack, 'Report', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = () => 0;'),
  });
  center.tables.subscribers.grantWriteData(fn);
  center.eventBus?.grantPutEventsTo(fn);
  center.reconcile.grantInvoke(fn);
  expect(center.alarmTopic).toBeDefined();
  expect(stack.resolve(center.apiAddress)).toEqual({ 'Fn::GetAtt': expect.any(Array) });
  const policies = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  expect(policies).toContain('events:PutEvents');
});

/** CDK makes a logical id of the names that lead to a construct, and leaves “Default” out. */
test('in a stack of its own, logical ids are as if everything stood in the stack itself', () => {
  const ids = Object.keys(synthesizedStack({ stage: 'staging' }).toJSON().Resources);
  expect(ids).toEqual(
    expect.arrayContaining(['Attempts4DADFC67', 'SubscribersF56A45C7', 'PeopleE38C8D03']),
  );
  expect(ids.filter((id) => id.startsWith('Default'))).toEqual([]);
});

describe('who embeds it', () => {
  const embed = (props: Partial<CallbackCenterProps> = {}) => {
    const stack = new Stack(
      new App({ context, builtinCloudFormationValidation: false, treeMetadata: false }),
      'Shop',
    );
    return { stack, center: new CallbackCenter(stack, 'Calls', { config, bundles, ...props }) };
  };

  test('shows figures of their own on its dashboard', () => {
    const { stack, center } = embed();
    center.dashboard?.addWidgets(new TextWidget({ markdown: 'What the shop sold' }));
    expect(center.metric('OrderTaken').dimensions).toEqual({ service: 'Shop' });
    Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Dashboard', {
      DashboardBody: Match.objectLike({
        'Fn::Join': Match.arrayWith([
          Match.arrayWith([Match.stringLikeRegexp('What the shop sold')]),
        ]),
      }),
    });
  });

  test('leaves out alarms by what they say, and is told of a name that is none', () => {
    const all = embed().center.alarms.length;
    const { center } = embed({ withoutAlarms: ['Orders are noticed late'] });
    expect(center.alarms).toHaveLength(all - 1);
    expect(() => embed({ withoutAlarms: ['Orders are late'] })).toThrow(
      /withoutAlarms must be of “Customers are called late”, .*, got “Orders are late”/,
    );
  });

  test('leaves out the dashboard, or the alarms too', () => {
    const { center } = embed({ config: { ...config, monitoring: 'alarms' } });
    expect([center.dashboard, center.alarms.length > 0]).toEqual([undefined, true]);
    const unwatched = embed({ config: { ...config, monitoring: 'none' } }).center;
    expect([unwatched.alarms, unwatched.alarmTopic]).toEqual([[], undefined]);
  });

  test('finds its outputs by the names that commands ask for', () => {
    const outputs = Object.keys(Template.fromStack(embed().stack).findOutputs('*'));
    expect(outputs).toEqual(
      expect.arrayContaining(['SubscribersTable', 'DialQueueUrl', 'AlarmTopic', 'EventBus']),
    );
  });

  test('calls a stage by a name that fits into others', () => {
    expect(() => embed({ config: { stage: 'Our Calls' } })).toThrow(
      'stage must be 1–31 small letters, digits or hyphens, a letter first, got Our Calls',
    );
  });
});
