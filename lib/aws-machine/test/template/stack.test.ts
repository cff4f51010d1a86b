import { findFunction } from '../../src/functions/find-function.ts';
import { stackOf } from './stack-of.ts';

const queue = { Type: 'AWS::SQS::Queue' };
const table = { Type: 'AWS::DynamoDB::GlobalTable' };

/** What an expression in an output becomes. */
function resolved(value: unknown, template = {}): string | undefined {
  const Resources = { DialsF19DCF0A: queue, RowsF56A45C7: table };
  return stackOf({ Resources, ...template, Outputs: { It: { Value: value } } }).outputs.It;
}

describe('names', () => {
  test('are logical ids without their hash', () => {
    const stack = stackOf({ Resources: { RowsF56A45C7: table } });
    expect(stack.resources('AWS::DynamoDB::GlobalTable')[0]).toMatchObject({
      logicalId: 'RowsF56A45C7',
      name: 'Rows',
      arn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/Rows',
    });
  });

  test('are what the template says, where it says so', () => {
    const TableName = { 'Fn::Join': ['-', [{ Ref: 'AWS::StackName' }, 'rows']] };
    const stack = stackOf({ Resources: { RowsF56A45C7: { ...table, Properties: { TableName } } } });
    expect(stack.resources('AWS::DynamoDB::GlobalTable')[0]?.name).toBe('Test-rows');
  });

  test('keep the hash where two resources would share a name', () => {
    const stack = stackOf({ Resources: { Dials0000AAAA: queue, Dials0000BBBB: queue } });
    const names = stack.resources('AWS::SQS::Queue').map(({ name }) => name);
    expect(names).toEqual(['Dials0000AAAA', 'Dials0000BBBB']);
  });
});

describe('expressions', () => {
  test('Ref gives a queue its URL and a table its name', () => {
    expect(resolved({ Ref: 'DialsF19DCF0A' })).toBe('http://127.0.0.1:4566/000000000000/Dials');
    expect(resolved({ Ref: 'RowsF56A45C7' })).toBe('Rows');
  });

  test('Fn::GetAtt gives ARNs, also written with a dot', () => {
    const arn = 'arn:aws:sqs:eu-central-1:111122223333:Dials';
    expect(resolved({ 'Fn::GetAtt': ['DialsF19DCF0A', 'Arn'] })).toBe(arn);
    expect(resolved({ 'Fn::GetAtt': 'DialsF19DCF0A.Arn' })).toBe(arn);
  });

  test('Fn::Sub replaces references, attributes and its own variables, and leaves literals', () => {
    const given = (name: string) => `$\{${name}}`;
    const text = ['RowsF56A45C7', 'DialsF19DCF0A.QueueName', 'own', '!literal']
      .map(given)
      .join(' ');
    expect(resolved({ 'Fn::Sub': [text, { own: { Ref: 'AWS::Region' } }] })).toBe(
      `Rows Dials eu-central-1 ${given('literal')}`,
    );
  });

  test('Fn::Select takes from what Fn::Split made', () => {
    expect(resolved({ 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b/c'] }] })).toBe('b');
  });

  test('Fn::If follows conditions', () => {
    const Conditions = {
      IsEurope: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-central-1'] },
      IsNot: { 'Fn::Not': [{ Condition: 'IsEurope' }] },
      IsBoth: { 'Fn::And': [{ Condition: 'IsEurope' }, { Condition: 'IsNot' }] },
      IsEither: { 'Fn::Or': [{ Condition: 'IsEurope' }, { Condition: 'IsNot' }] },
    };
    const choose = (name: string) => resolved({ 'Fn::If': [name, 'yes', 'no'] }, { Conditions });
    expect(['IsEurope', 'IsNot', 'IsBoth', 'IsEither'].map(choose)).toEqual([
      'yes',
      'no',
      'no',
      'yes',
    ]);
  });

  test('AWS::NoValue leaves a property out', () => {
    const Properties = { DelaySeconds: { Ref: 'AWS::NoValue' }, VisibilityTimeout: 30 };
    const stack = stackOf({ Resources: { Q: { ...queue, Properties } } });
    expect(stack.resources('AWS::SQS::Queue')[0]?.properties).toEqual({ VisibilityTimeout: 30 });
  });

  test('parameters have their default, those of the parameter store the value given for it', () => {
    const Parameters = {
      Plain: { Type: 'Number', Default: 5 },
      Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/given/by/ssm' },
    };
    expect(resolved({ Ref: 'Plain' }, { Parameters })).toBe('5');
    expect(resolved({ Ref: 'Stored' }, { Parameters })).toBe('from the parameter store');
  });

  test('the address of an HTTP API is the public one, however the template spells it', () => {
    const Resources = { ApiF70053CD: { Type: 'AWS::ApiGatewayV2::Api' } };
    const parts = ['https://', { Ref: 'ApiF70053CD' }, '.execute-api.', { Ref: 'AWS::Region' }];
    const spelled = { 'Fn::Join': ['', [...parts, '.', { Ref: 'AWS::URLSuffix' }, '/voice']] };
    expect(resolved(spelled, { Resources })).toBe('https://calls.example/voice');
    const endpoint = { 'Fn::GetAtt': ['ApiF70053CD', 'ApiEndpoint'] };
    expect(resolved(endpoint, { Resources })).toBe('https://calls.example');
  });

  test('the address of a WebSocket API is the public one for clients, for functions where they manage it', () => {
    const Properties = { ProtocolType: 'WEBSOCKET' };
    const Resources = { SocketF70053CD: { Type: 'AWS::ApiGatewayV2::Api', Properties } };
    const host = [{ Ref: 'SocketF70053CD' }, '.execute-api.', { Ref: 'AWS::Region' }];
    const spelled = (scheme: string) => ({
      'Fn::Join': ['', [`${scheme}://`, ...host, '.', { Ref: 'AWS::URLSuffix' }, '/live']],
    });
    expect(resolved(spelled('wss'), { Resources })).toBe('wss://calls.example/live');
    const managed = 'http://127.0.0.1:4566/socket/live';
    expect(resolved(spelled('https'), { Resources })).toBe(managed);
    const endpoint = { 'Fn::GetAtt': ['SocketF70053CD', 'ApiEndpoint'] };
    expect(resolved(endpoint, { Resources })).toBe('wss://calls.example');
  });

  test('an unknown function or reference is refused', () => {
    expect(() => resolved({ 'Fn::Cidr': ['10.0.0.0/8', 2] })).toThrow('does not know Fn::Cidr');
    expect(() => resolved({ Ref: 'Nowhere' })).toThrow('refers to Nowhere');
  });
});

describe('resource types', () => {
  test('that functions would miss are refused by name', () => {
    const Resources = { Stream: { Type: 'AWS::Kinesis::Stream' } };
    expect(() => stackOf({ Resources })).toThrow('cannot play Stream (AWS::Kinesis::Stream)');
  });

  test('with a property that nothing here listens to are refused by name', () => {
    const Properties = { VisibilityTimeout: 30, FifoThroughputLimit: 'perQueue' };
    expect(() => stackOf({ Resources: { Q: { ...queue, Properties } } })).toThrow(
      'cannot play FifoThroughputLimit of Q (AWS::SQS::Queue)',
    );
  });

  test('functions are found by their aliases and versions', () => {
    const FunctionName = { Ref: 'Clerk01234567' };
    const stack = stackOf({
      Resources: {
        Clerk01234567: { Type: 'AWS::Lambda::Function' },
        Newest: { Type: 'AWS::Lambda::Version', Properties: { FunctionName } },
        Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName, Name: 'live' } },
      },
    });
    const arn = 'arn:aws:lambda:eu-central-1:111122223333:function:Clerk';
    expect(findFunction(stack, 'Clerk:live')).toEqual({ name: 'Clerk', arn: `${arn}:live` });
    expect(findFunction(stack, `${arn}:1`)).toEqual({ name: 'Clerk', arn: `${arn}:1` });
    expect(findFunction(stack, `${arn}:2`)).toBeUndefined();
  });

  test('an alias that weighs two versions is refused', () => {
    const RoutingConfig = { AdditionalVersionWeights: [] };
    const Properties = { FunctionName: 'Clerk', Name: 'live', RoutingConfig };
    expect(() => stackOf({ Resources: { L: { Type: 'AWS::Lambda::Alias', Properties } } })).toThrow(
      'cannot play RoutingConfig of L (AWS::Lambda::Alias)',
    );
  });

  test('that only watch or sign in are ignored, and may be referred to', () => {
    const Resources = {
      Users12345678: { Type: 'AWS::Cognito::UserPool' },
      Alarm: { Type: 'AWS::CloudWatch::Alarm' },
    };
    const issuer = { 'Fn::Join': ['/', ['https://cognito-idp.example', { Ref: 'Users12345678' }]] };
    expect(resolved(issuer, { Resources })).toBe('https://cognito-idp.example/eu-central-1_Users');
  });

  test('whose condition is false are left out', () => {
    const Conditions = { Never: { 'Fn::Equals': ['a', 'b'] } };
    const stack = stackOf({ Conditions, Resources: { Q: { ...queue, Condition: 'Never' } } });
    expect(stack.resources('AWS::SQS::Queue')).toEqual([]);
  });

  test('functions that only make ignored resources are left out', () => {
    const Resources = {
      Maker: { Type: 'AWS::Lambda::Function' },
      Made: {
        Type: 'Custom::S3AutoDeleteObjects',
        Properties: { ServiceToken: { 'Fn::GetAtt': ['Maker', 'Arn'] } },
      },
    };
    expect(stackOf({ Resources }).resources('AWS::Lambda::Function')).toEqual([]);
  });
});
