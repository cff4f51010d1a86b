import { managementEndpoint, socketStages } from '../../src/gateway/socket-api.ts';
import { stackOf } from '../template/stack-of.ts';

const api = (RouteSelectionExpression = '$request.body.action') => ({
  Type: 'AWS::ApiGatewayV2::Api',
  Properties: { ProtocolType: 'WEBSOCKET', RouteSelectionExpression },
});

const stage = (ApiId: string, StageName: string) => ({
  Type: 'AWS::ApiGatewayV2::Stage',
  Properties: { ApiId: { Ref: ApiId }, StageName },
});

const stagesOf = (Resources: Record<string, { Type: string }>) =>
  socketStages(stackOf({ Resources }));

const endpoint = 'http://127.0.0.1:4566';

test('functions manage the connections of the only stage at its address', () => {
  const stages = stagesOf({ Desk: api(), Live: stage('Desk', 'live') });
  expect(managementEndpoint(stages, endpoint)).toBe(`${endpoint}/desk/live`);
});

test('several stages have no address in common, nor has a stack without any', () => {
  const stages = stagesOf({ Desk: api(), Live: stage('Desk', 'live'), New: stage('Desk', 'new') });
  expect(managementEndpoint(stages, endpoint)).toBeUndefined();
  expect(managementEndpoint(stagesOf({}), endpoint)).toBeUndefined();
});

test('stages of HTTP APIs are none of these', () => {
  const Properties = { ProtocolType: 'HTTP' };
  const http = { Type: 'AWS::ApiGatewayV2::Api', Properties };
  expect(stagesOf({ Web: http, Default: stage('Web', '$default') })).toEqual([]);
});

test('two stages of one name are refused: they would share a path', () => {
  const resources = { A: api(), B: api(), ALive: stage('A', 'live'), BLive: stage('B', 'live') };
  expect(() => stagesOf(resources)).toThrow(
    'Stages of WebSocket APIs need names of their own, got live twice',
  );
});

test('a route may stand deeper in the message', () => {
  const resources = { Desk: api('$request.body.what.todo'), Live: stage('Desk', 'live') };
  expect(stagesOf(resources)[0]?.keyPath).toEqual(['what', 'todo']);
});

test('a selection by anything but the message is refused', () => {
  const resources = { Desk: api('$request.header.x'), Live: stage('Desk', 'live') };
  expect(() => stagesOf(resources)).toThrow('Desk: the local cloud selects routes by');
});

test('a route with an authorizer is refused', () => {
  const Properties = { ApiId: { Ref: 'Desk' }, RouteKey: '$connect', Target: 'x' };
  const route = {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { ...Properties, AuthorizationType: 'CUSTOM' },
  };
  const resources = { Desk: api(), Live: stage('Desk', 'live'), Route: route };
  expect(() => stagesOf(resources)).toThrow('cannot play Route');
});
