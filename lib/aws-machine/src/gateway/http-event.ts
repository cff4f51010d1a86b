import { randomUUID } from 'node:crypto';
import { commonLogTime } from './common-log-time.ts';
import type { HttpRoute } from './http-api.ts';
import type { HttpCall } from './http-call.ts';

export interface HttpEventContext {
  call: HttpCall;
  route: HttpRoute;
  pathParameters: Record<string, string>;
  accountId: string;
  domainName: string;
  /** What the authorizer found in the token. */
  jwt: { claims: Record<string, string>; scopes: string[] | null } | undefined;
}

/** Hop-by-hop headers do not reach a function. */
const ownHeaders = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'proxy-connection'];

const textTypes = /^(text\/|application\/(json|javascript|xml|graphql|([\w.-]+\+)(json|xml))\b)/i;

/**
 * The event of payload format 2.0.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function httpEvent(context: HttpEventContext) {
  const { call, route, pathParameters } = context;
  const headers = passedHeaders(call);
  const query = queryParameters(call.rawQueryString);
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: call.rawPath,
    rawQueryString: call.rawQueryString,
    ...(call.cookies.length > 0 ? { cookies: call.cookies } : {}),
    headers,
    ...(isEmpty(query) ? {} : { queryStringParameters: query }),
    requestContext: requestContext(context),
    ...(isEmpty(pathParameters) ? {} : { pathParameters }),
    ...body(call),
  };
}

function passedHeaders({ headers, sourceIp }: HttpCall): Record<string, string> {
  const passed = Object.entries(headers).filter(([name]) => !ownHeaders.includes(name));
  return {
    'x-forwarded-for': sourceIp,
    'x-forwarded-proto': 'https',
    ...Object.fromEntries(passed),
  };
}

function queryParameters(rawQueryString: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    parameters[name] = name in parameters ? `${parameters[name]},${value}` : value;
  }
  return parameters;
}

function requestContext({ call, route, accountId, domainName, jwt }: HttpEventContext) {
  const now = new Date();
  return {
    accountId,
    apiId: route.apiId,
    ...(jwt ? { authorizer: { jwt } } : {}),
    domainName,
    domainPrefix: domainName.split('.')[0],
    http: {
      method: call.method,
      path: call.rawPath,
      protocol: 'HTTP/1.1',
      sourceIp: call.sourceIp,
      userAgent: call.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey: route.routeKey,
    stage: '$default',
    time: commonLogTime(now),
    timeEpoch: now.getTime(),
  };
}

/** Anything but text and JSON is handed over in base64; form posts are, too. */
function body({ body: bytes, headers }: HttpCall): { body?: string; isBase64Encoded: boolean } {
  if (bytes.length === 0) return { isBase64Encoded: false };
  const isText = textTypes.test(headers['content-type'] ?? 'text/plain');
  return { body: bytes.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}
