import { synthesizedStack } from './synthesized-stack.ts';

const template = synthesizedStack();
const all = (type: string) => Object.entries(template.findResources(type));
const functions = all('AWS::Lambda::Function').filter(
  ([, { Properties }]) => Properties.Environment?.Variables?.SERVICE_NAME,
);
const aliases = all('AWS::Lambda::Alias').map(([id]) => id);

/** Which function's alias an expression leads to. */
const aliasIn = (value: unknown) =>
  aliases.find((id) => JSON.stringify(value).includes(`{"Ref":"${id}"}`));
const ofCustomResources = ({ Properties }: (typeof functions)[number][1]) =>
  JSON.stringify(Properties.FunctionName ?? '').includes('Custom');

/** A changed id makes a new function, and with it the mapping that reads its stream from the start. */
test('functions and their event sources keep their ids', () => {
  expect(functions.map(([id]) => id).sort()).toEqual([
    'ConsoleApiD45D1440',
    'ConsoleCalendar98D8DFBE',
    'ConsoleOpenApi626AC02D',
    'ConsoleSupervisorApi2029A6C5',
    'DeskNewsTellDesksF95E8289',
    'DeskSocketsSocket219C9C96',
    'EngineCallOperator31C3A81E',
    'EngineFollowRow066D3041',
    'SweepsPatrol51C27891',
    'SweepsReconcile0E6833BB',
    'WebhooksCallers50E94C43',
    'WebhooksEventsD5F34A63',
    'WebhooksKeypad4D8AA62D',
    'WebhooksVoiceE23B0E36',
  ]);
  const mappings = all('AWS::Lambda::EventSourceMapping').map(([id]) => id);
  expect(mappings.sort()).toEqual([
    'DeskNewsTellDesksDynamoDBEventSourceCallbackCenterAttempts76A4903B344EFB7A',
    'DeskNewsTellDesksDynamoDBEventSourceCallbackCenterSubscribers1B084EBC3E0773A6',
    'EngineCallOperatorDialQueue4B61F62B',
    'EngineFollowRowDynamoDBEventSourceCallbackCenterSubscribers1B084EBC9188F85C',
  ]);
});

test('every function has a version, which its alias leads to', () => {
  expect(all('AWS::Lambda::Version')).toHaveLength(functions.length);
  expect(aliases).toHaveLength(functions.length);
  for (const [, { Properties }] of all('AWS::Lambda::Alias')) {
    expect(Properties.Name).toBe('live');
    const [version] = Properties.FunctionVersion['Fn::GetAtt'];
    expect(template.toJSON().Resources[version].Properties.FunctionName).toEqual(
      Properties.FunctionName,
    );
  }
});

test('whatever invokes a function does so by its alias', () => {
  const called = [
    ...all('AWS::Lambda::EventSourceMapping').map(([, it]) => it.Properties.FunctionName),
    ...all('AWS::ApiGatewayV2::Integration').map(([, it]) => it.Properties.IntegrationUri),
    ...all('AWS::Scheduler::Schedule').map(([, it]) => it.Properties.Target.Arn),
    ...all('AWS::Lambda::Permission')
      .filter(([, it]) => !ofCustomResources(it))
      .map(([, it]) => it.Properties.FunctionName),
  ];
  expect(called.length).toBeGreaterThan(40);
  for (const it of called) expect([it, aliasIn(it)]).toEqual([it, expect.any(String)]);
  for (const [, { Properties }] of all('AWS::Lambda::EventInvokeConfig')) {
    expect(aliasIn(Properties.Qualifier)).toBeDefined();
  }
});

test('API Gateway may invoke every alias that it leads to', () => {
  const permitted = all('AWS::Lambda::Permission').map(([, it]) =>
    aliasIn(it.Properties.FunctionName),
  );
  for (const [, { Properties }] of all('AWS::ApiGatewayV2::Integration')) {
    expect(permitted).toContain(aliasIn(Properties.IntegrationUri));
  }
});

describe('a deployment in production', () => {
  const groups = Object.fromEntries(
    all('AWS::CodeDeploy::DeploymentGroup').map(([id, { Properties }]) => [
      id.replace(/^Shift|[0-9A-F]{8}$/g, ''),
      Properties,
    ]),
  );
  const alarmsOf = (name: string): string[] =>
    groups[name].AlarmConfiguration.Alarms.map(
      ({ Name }: { Name: { Ref: string } }) =>
        template.toJSON().Resources[Name.Ref].Properties.AlarmName.split(': ')[1],
    );

  test('shifts a tenth of the calls first, function by function', () => {
    expect(Object.keys(groups).sort()).toEqual([
      'Api',
      'CallOperator',
      'Callers',
      'Events',
      'FollowRow',
      'Keypad',
      'Socket',
      'SupervisorApi',
      'TellDesks',
      'Voice',
    ]);
    for (const { DeploymentConfigName } of Object.values(groups)) {
      expect(DeploymentConfigName).toBe('CodeDeployDefault.LambdaCanary10Percent15Minutes');
    }
    const policies = all('AWS::Lambda::Alias').filter(([, it]) => it.UpdatePolicy);
    expect(policies).toHaveLength(10);
  });

  test('is taken back by the alarms of the function', () => {
    for (const { AutoRollbackConfiguration, AlarmConfiguration } of Object.values(groups)) {
      expect(AlarmConfiguration.Enabled).toBe(true);
      expect(AutoRollbackConfiguration).toEqual({
        Enabled: true,
        Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'],
      });
    }
    expect(alarmsOf('FollowRow')).toEqual([
      'Customers are called late',
      'Calls, orders or forms fail',
      'Orders are noticed late',
      'Calls or orders were put aside, and wait for a person',
    ]);
    expect(alarmsOf('Voice')).toEqual([
      'Customers are called late',
      "Twilio's requests are turned away, and phones stay silent",
      'Calls, orders or forms fail',
      'Phones and screens get no answer',
    ]);
    expect(alarmsOf('Socket')).toContain('Calls, orders or forms fail');
  });
});

test('a stage may take its next version at once, or watch it by eye', () => {
  const atOnce = synthesizedStack({ shift: 'at-once' });
  atOnce.resourceCountIs('AWS::CodeDeploy::DeploymentGroup', 0);
  atOnce.resourceCountIs('AWS::Lambda::Alias', aliases.length);
  const unwatched = synthesizedStack({ monitoring: 'none', console: 'none', shift: 'linear' });
  unwatched.resourceCountIs('AWS::CodeDeploy::DeploymentGroup', 8);
});
