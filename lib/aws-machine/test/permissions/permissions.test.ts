import { Permissions } from '../../src/permissions/permissions.ts';
import type { Right } from '../../src/permissions/rights-log.ts';
import { readRoles } from '../../src/permissions/roles.ts';
import { stackOf } from '../template/stack-of.ts';

const rows = 'arn:aws:dynamodb:eu-central-1:111122223333:table/Rows';
const role = 'arn:aws:iam::111122223333:role/DiallerRole';
const group = 'arn:aws:scheduler:eu-central-1:111122223333:schedule-group/Timers';
const dialler = { functionName: 'Dialler', roleArn: role };

const used: Right[] = [];
beforeEach(() => used.splice(0));

const queue = (name: string) => `arn:aws:sqs:eu-central-1:111122223333:${name}`;

function permissionsWith(...Statement: object[]): Permissions {
  const stack = stackOf({
    Resources: {
      DiallerRole: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust() } },
      DiallerPolicy: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyDocument: { Statement }, Roles: [{ Ref: 'DiallerRole' }] },
      },
    },
  });
  return new Permissions({
    roles: readRoles(stack),
    callers: [dialler],
    accountId: '111122223333',
    onUse: (right) => used.push(right),
  });
}

function trust(sourceArn = group) {
  const Statement = {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { Service: 'scheduler.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceArn': sourceArn } },
  };
  return { Statement: [Statement] };
}

const allow = (Action: string | string[], Resource: string | string[]) => ({
  Effect: 'Allow',
  Action,
  Resource,
});

function mayDo(permissions: Permissions, action: string, resource: string): boolean {
  return permissions.allows(role, { action, resource });
}

test('allows what a statement names', () => {
  const permissions = permissionsWith(allow(['dynamodb:GetItem', 'dynamodb:PutItem'], rows));
  expect(mayDo(permissions, 'dynamodb:PutItem', rows)).toBe(true);
  expect(mayDo(permissions, 'dynamodb:DeleteItem', rows)).toBe(false);
  expect(mayDo(permissions, 'dynamodb:PutItem', `${rows}Archive`)).toBe(false);
});

test('takes * and ? as IAM does, and actions without regard to case', () => {
  const permissions = permissionsWith(allow('DynamoDB:get*', [`${rows}/index/*`, `${rows}?`]));
  expect(mayDo(permissions, 'dynamodb:GetItem', `${rows}/index/byTel`)).toBe(true);
  expect(mayDo(permissions, 'dynamodb:GetItem', `${rows}2`)).toBe(true);
  expect(mayDo(permissions, 'dynamodb:GetItem', rows)).toBe(false);
});

test('a dot in a pattern is a dot', () => {
  const permissions = permissionsWith(allow('dynamodb:GetItem', `${rows}.old`));
  expect(mayDo(permissions, 'dynamodb:GetItem', `${rows}-old`)).toBe(false);
});

test('a denial beats an allowance', () => {
  const permissions = permissionsWith(allow('dynamodb:*', '*'), {
    Effect: 'Deny',
    Action: 'dynamodb:DeleteItem',
    Resource: '*',
  });
  expect(mayDo(permissions, 'dynamodb:PutItem', rows)).toBe(true);
  expect(mayDo(permissions, 'dynamodb:DeleteItem', rows)).toBe(false);
});

test.each([
  ['Deny', { Bool: { 'aws:SecureTransport': 'false' } }, 'a denial under a condition'],
  ['Allow', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, 'the condition operator IpAddress'],
  [
    'Allow',
    { StringEquals: { 'aws:PrincipalTag/x': 'y' } },
    'the condition key aws:PrincipalTag/x',
  ],
])('refuses a policy that it cannot judge: %s %j', (Effect, Condition, what) => {
  expect(() => permissionsWith({ Effect, Action: '*', Resource: '*', Condition })).toThrow(
    `A policy has ${what}, which the local cloud does not play`,
  );
});

test('a condition on what is not told is not met', () => {
  const Condition = { StringEquals: { 'aws:SourceAccount': '111122223333' } };
  const permissions = permissionsWith({ ...allow('dynamodb:GetItem', rows), Condition });
  expect(mayDo(permissions, 'dynamodb:GetItem', rows)).toBe(false);
});

test('a role may be passed only to the service that the condition names', () => {
  const Condition = { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } };
  const permissions = permissionsWith({ ...allow('iam:PassRole', role), Condition });
  const passTo = (service: string) => {
    const context = { 'iam:PassedToService': service };
    return permissions.allows(role, { action: 'iam:PassRole', resource: role, context });
  };
  expect(passTo('scheduler.amazonaws.com')).toBe(true);
  expect(passTo('lambda.amazonaws.com')).toBe(false);
});

test('a refusal names the function, the action, the resource and the statement that is missing', () => {
  const demand = () =>
    permissionsWith().demand(dialler, [{ action: 'dynamodb:PutItem', resource: rows }]);
  expect(demand).toThrow(
    `User: arn:aws:sts::111122223333:assumed-role/DiallerRole/Dialler is not authorized to perform: dynamodb:PutItem on resource: ${rows} because no identity-based policy allows the dynamodb:PutItem action. Statement missing from role DiallerRole: {"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"${rows}"}`,
  );
});

test('remembers which statements were used, and by which action', () => {
  const permissions = permissionsWith(
    allow(['dynamodb:GetItem', 'dynamodb:PutItem'], rows),
    allow('sqs:SendMessage', '*'),
  );
  permissions.demand(dialler, [{ action: 'dynamodb:PutItem', resource: rows }]);
  expect(permissions.statementUse().map(({ exercisedActions }) => exercisedActions)).toEqual([
    ['dynamodb:PutItem'],
    [],
  ]);
});

test('tells each action on each resource apart, as the policy spells them', () => {
  const statement = allow(['sqs:SendMessage', 'sqs:DeleteMessage'], [queue('Dial'), queue('*')]);
  const permissions = permissionsWith(statement);
  permissions.demand(dialler, [{ action: 'sqs:SendMessage', resource: queue('Other') }]);
  const sending = { functionName: 'Dialler', action: 'sqs:SendMessage' };
  expect(used).toEqual([{ ...sending, resource: queue('*') }]);
  expect(permissions.granted()).toHaveLength(4);
  expect(permissions.granted()).toContainEqual({ ...sending, resource: queue('Dial') });
});

test('a service may act under a role only in the context that its trust policy names', () => {
  const permissions = permissionsWith();
  const trusts = (arn: string) =>
    permissions.trusts(role, 'scheduler.amazonaws.com', { 'aws:SourceArn': arn });
  expect(trusts(group)).toBe(true);
  expect(trusts(`${group}Other`)).toBe(false);
  expect(permissions.trusts(role, 'lambda.amazonaws.com', {})).toBe(false);
});
