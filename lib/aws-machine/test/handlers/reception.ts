/** Lets clients in who have a ticket, and does with their connections what their messages ask for. */
import { ApiGatewayManagementApi } from '@aws-sdk/client-apigatewaymanagementapi';
import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';

const connections = new ApiGatewayManagementApi();

export async function handler(event: APIGatewayProxyWebsocketEventV2) {
  const { eventType, connectionId: ConnectionId } = event.requestContext;
  console.log(JSON.stringify({ heard: eventType, event }));
  if (eventType === 'CONNECT') return admit(event.queryStringParameters?.ticket);
  if (eventType === 'DISCONNECT') return { statusCode: 200 };
  if (event.body === 'go') await connections.deleteConnection({ ConnectionId });
  else await connections.postToConnection({ ConnectionId, Data: `heard ${event.body}` });
  return { statusCode: 200, body: 'never sent' };
}

function admit(ticket: string | undefined) {
  if (ticket === 'torn') throw new Error('torn');
  return { statusCode: ticket === 'good' ? 200 : 403 };
}
