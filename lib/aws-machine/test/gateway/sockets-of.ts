import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InvocationResult } from '../../src/functions/function-worker.ts';
import { socketStages } from '../../src/gateway/socket-api.ts';
import type { SocketConnection } from '../../src/gateway/socket-connection.ts';
import { SocketGateway } from '../../src/gateway/socket-gateway.ts';
import { ManualClock } from '../manual-clock.ts';
import { stackOf } from '../template/stack-of.ts';

/** An event, as far as tests look into it. */
export interface SocketEvent {
  headers?: Record<string, string>;
  requestContext: { routeKey: string; connectionId: string };
  body?: string;
}

/** A gateway with the stage `live` over one function, which is the test's own. */
export class SocketsUnderTest {
  /** Where the stage is, without a slash at the end. */
  address = '';
  respond: (event: SocketEvent) => unknown = () => ({ statusCode: 200 });
  readonly clock = new ManualClock('2026-03-12T09:00:00Z');
  readonly events: SocketEvent[] = [];
  readonly gateway: SocketGateway;
  readonly #server = http.createServer();
  readonly #waiting = new Set<() => void>();

  constructor(integration: object) {
    this.gateway = new SocketGateway({
      stages: socketStages(stackOf({ Resources: resources(integration) })),
      publicBaseUrl: 'https://calls.example',
      clock: this.clock,
      invoke: (_name, event) => this.#invoke(event as SocketEvent),
    });
  }

  async start(): Promise<this> {
    this.#server.on('upgrade', (...upgrade) => this.gateway.upgrade(...upgrade));
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.address = `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  /** The first event of a route, told or to come. */
  async heard(routeKey: string): Promise<SocketEvent> {
    for (;;) {
      const found = this.events.find(({ requestContext }) => requestContext.routeKey === routeKey);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** The routes of all events so far. */
  keys(): string[] {
    return this.events.map(({ requestContext }) => requestContext.routeKey);
  }

  /** The open connections of clients that came so far. */
  connections(): SocketConnection[] {
    return this.events.flatMap(({ requestContext: { routeKey, connectionId } }) =>
      routeKey === '$connect' ? (this.gateway.find('socket', 'live', connectionId) ?? []) : [],
    );
  }

  async end(): Promise<void> {
    this.gateway.stop();
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #invoke(event: SocketEvent): Promise<InvocationResult> {
    this.events.push(event);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
    try {
      return { ok: true, payload: JSON.stringify((await this.respond(event)) ?? null) };
    } catch (error) {
      const { name, message } = error as Error;
      return { ok: false, failure: { errorType: name, errorMessage: message } };
    }
  }
}

export function socketsOf(options: { timeoutMilliseconds?: number } = {}) {
  const { timeoutMilliseconds } = options;
  const integration = timeoutMilliseconds ? { TimeoutInMillis: timeoutMilliseconds } : {};
  return new SocketsUnderTest(integration).start();
}

function resources(integration: object) {
  const routes = ['$connect', '$disconnect', '$default', 'save'].map((RouteKey, index) => [
    `Route${index}`,
    {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: { ApiId: { Ref: 'Socket' }, RouteKey, Target: 'integrations/Integration' },
    },
  ]);
  return {
    Socket: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: {
        ProtocolType: 'WEBSOCKET',
        RouteSelectionExpression: '$request.body.action',
      },
    },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: { Ref: 'Socket' }, StageName: 'live' },
    },
    Handler: { Type: 'AWS::Lambda::Function' },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': ['Handler', 'Arn'] },
        ...integration,
      },
    },
    ...Object.fromEntries(routes),
  };
}
