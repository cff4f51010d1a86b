import { AwsError } from '../base/aws-error.ts';
import type { AwsAnswer, AwsRequest } from '../proxy/aws-request.ts';
import type { AwsService } from '../proxy/aws-service.ts';
import { longestMessageBytes, type SocketConnection } from './socket-connection.ts';
import type { SocketGateway } from './socket-gateway.ts';

export interface ConnectionsServiceOptions {
  gateway: SocketGateway;
  /** ARN of an API, without its id. */
  apisArn: string;
}

/** A request, whose path is `/<API>/<stage>/@connections/<id>`. */
interface Call {
  apiId: string;
  stage: string;
  connectionId: string;
}

const operations: Record<string, string> = {
  POST: 'PostToConnection',
  GET: 'GetConnection',
  DELETE: 'DeleteConnection',
};

/** By which functions manage connections, as `@aws-sdk/client-apigatewaymanagementapi` speaks it. */
export function connectionsService({ gateway, apisArn }: ConnectionsServiceOptions): AwsService {
  return {
    operation: ({ method }) => operations[method] ?? method,
    needs: ({ method, url }) => {
      const { apiId, stage } = readCall(url);
      const resource = `${apisArn}${apiId}/${stage}/${method}/@connections/{connectionId}`;
      return [{ action: 'execute-api:ManageConnections', resource }];
    },
    refuse,
    async answer(request) {
      const { apiId, stage, connectionId } = readCall(request.url);
      const connection = gateway.find(apiId, stage, connectionId);
      if (connection) return carryOut(request, connection);
      throw new AwsError('GoneException', `Connection ${connectionId} is not there`, 410);
    },
  };
}

function readCall(url: string): Call {
  const [, apiId = '', stage = '', , connectionId = ''] = new URL(url, 'http://gateway').pathname
    .split('/')
    .map(decodeURIComponent);
  return { apiId, stage, connectionId };
}

function carryOut({ method, body }: AwsRequest, connection: SocketConnection): AwsAnswer {
  switch (operations[method]) {
    case 'PostToConnection':
      return post(body, connection);
    case 'GetConnection':
      return { status: 200, headers, body: JSON.stringify(describe(connection)) };
    case 'DeleteConnection':
      connection.close();
      return { status: 204, headers: {}, body: '' };
    default:
      throw new AwsError('UnknownOperationException', `Connections do not know ${method}`);
  }
}

function post(body: Buffer, connection: SocketConnection): AwsAnswer {
  if (body.length > longestMessageBytes) {
    const sentence = `A message may have ${longestMessageBytes} bytes, got ${body.length}`;
    throw new AwsError('PayloadTooLargeException', sentence, 413);
  }
  connection.send(body);
  return { status: 200, headers, body: '' };
}

function describe({ facts, lastActiveAt }: SocketConnection) {
  const { connectedAt, sourceIp, userAgent = '' } = facts;
  return {
    connectedAt: new Date(connectedAt).toISOString(),
    identity: { sourceIp, userAgent },
    lastActiveAt: new Date(lastActiveAt).toISOString(),
  };
}

const headers = { 'content-type': 'application/json' };

function refuse({ code, message, status }: AwsError): AwsAnswer {
  return {
    status: code === 'AccessDeniedException' ? 403 : status,
    headers: { ...headers, 'x-amzn-errortype': code },
    body: JSON.stringify({ message }),
  };
}
