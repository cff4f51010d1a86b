/**
 * The events of a WebSocket API's Lambda proxy integrations.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { commonLogTime } from './common-log-time.ts';

/** What all events of one connection say. */
export interface ConnectionFacts {
  connectionId: string;
  /** Milliseconds since 1970, as are all times here. */
  connectedAt: number;
  apiId: string;
  stage: string;
  domainName: string;
  sourceIp: string;
  userAgent: string | undefined;
}

const idBytes = 11;

/** What API Gateway's ids of connections, messages and requests look like: `Lo-3fEYcDoECGYw=` */
export function gatewayId(): string {
  return `${randomBytes(idBytes).toString('base64url')}=`;
}

/** Headers keep the spelling of the client, unlike those of an HTTP API. */
export function connectEvent(facts: ConnectionFacts, request: IncomingMessage) {
  const route = { routeKey: '$connect', eventType: 'CONNECT' };
  return {
    ...headers(passedHeaders(facts, request)),
    ...queryParameters(request.url ?? ''),
    requestContext: requestContext(facts, facts.connectedAt, route),
    isBase64Encoded: false,
  };
}

export function messageEvent(
  facts: ConnectionFacts,
  message: { routeKey: string; data: Buffer; isBinary: boolean; at: number },
) {
  const { routeKey, data, isBinary, at } = message;
  const route = { routeKey, eventType: 'MESSAGE', messageId: gatewayId() };
  return {
    requestContext: requestContext(facts, at, route),
    body: data.toString(isBinary ? 'base64' : 'utf8'),
    isBase64Encoded: isBinary,
  };
}

export function disconnectEvent(
  facts: ConnectionFacts,
  end: { code: number; reason: string; at: number },
) {
  const route = {
    routeKey: '$disconnect',
    eventType: 'DISCONNECT',
    disconnectStatusCode: end.code,
    disconnectReason: end.reason,
  };
  const own: Header[] = [
    ['Host', facts.domainName],
    ['x-api-key', ''],
    ['X-Forwarded-For', facts.sourceIp],
    ['x-restapi', ''],
  ];
  return {
    ...headers(own),
    requestContext: requestContext(facts, end.at, route),
    isBase64Encoded: false,
  };
}

function requestContext(facts: ConnectionFacts, at: number, route: object) {
  const { connectionId, connectedAt, apiId, stage, domainName, sourceIp, userAgent } = facts;
  const requestId = gatewayId();
  return {
    ...route,
    messageDirection: 'IN',
    stage,
    apiId,
    connectionId,
    connectedAt,
    domainName,
    identity: { ...(userAgent === undefined ? {} : { userAgent }), sourceIp },
    requestId,
    extendedRequestId: requestId,
    requestTime: commonLogTime(new Date(at)),
    requestTimeEpoch: at,
  };
}

type Header = readonly [name: string, value: string];

/** Headers of the hop to the gateway, which do not reach a function. */
const hopHeaders = ['connection', 'upgrade'];

function passedHeaders({ sourceIp }: ConnectionFacts, { rawHeaders }: IncomingMessage): Header[] {
  const given = rawHeaders.flatMap((name, index): Header[] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
  return [
    ...given.filter(([name]) => !hopHeaders.includes(name.toLowerCase())),
    ['X-Forwarded-For', sourceIp],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
  ];
}

function headers(given: Header[]) {
  return { headers: Object.fromEntries(given), multiValueHeaders: grouped(given) };
}

/** Left out where there is no query. */
function queryParameters(url: string) {
  const [, ...query] = url.split('?');
  const given = [...new URLSearchParams(query.join('?'))];
  if (given.length === 0) return {};
  return {
    queryStringParameters: Object.fromEntries(given),
    multiValueQueryStringParameters: grouped(given),
  };
}

function grouped(given: Header[]): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of given) values[name] = [...(values[name] ?? []), value];
  return values;
}
