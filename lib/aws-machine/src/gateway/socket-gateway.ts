import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../base/clock.ts';
import type { InvocationResult } from '../functions/function-worker.ts';
import { messageRoute, type SocketRoute, type SocketStage } from './socket-api.ts';
import { longestMessageBytes, SocketConnection } from './socket-connection.ts';
import {
  type ConnectionFacts,
  connectEvent,
  disconnectEvent,
  gatewayId,
  messageEvent,
} from './socket-event.ts';
import {
  type ConnectVerdict,
  connectVerdict,
  refuseUpgrade,
  timedOut,
} from './socket-handshake.ts';
import { withinTime } from './time-limit.ts';

export interface SocketGatewayOptions {
  stages: SocketStage[];
  publicBaseUrl: string;
  clock: Clock;
  invoke(functionName: string, event: unknown): Promise<InvocationResult>;
}

interface Upgrade {
  request: IncomingMessage;
  stream: Duplex;
  head: Buffer;
}

/** RFC 6455: the other side went without closing. */
const closedAbnormally = 1006;

/**
 * The stack's WebSocket APIs on one address, each stage at the path of its name.
 *
 * connecting (`$connect` decides) → open (messages go to their routes; functions may send and
 * close) → closed (`$disconnect` hears of it, once).
 */
export class SocketGateway {
  readonly #options: SocketGatewayOptions;
  readonly #connections = new Map<string, SocketConnection>();
  readonly #protocols = new WeakMap<IncomingMessage, string>();
  readonly #server: WebSocketServer;
  #stopped = false;

  constructor(options: SocketGatewayOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: longestMessageBytes,
      handleProtocols: (_offered, request) => this.#protocols.get(request) ?? false,
    });
  }

  /** Takes a request to upgrade to a WebSocket, whatever its path. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // A client may go while `$connect` still runs.
    stream.on('error', () => stream.destroy());
    const stage = this.#stageOf(request);
    if (this.#stopped) stream.destroy();
    else if (stage) void this.#connect(stage, { request, stream, head });
    else refuseUpgrade(stream, 403);
  }

  /** An open connection of a stage. */
  find(apiId: string, stage: string, connectionId: string): SocketConnection | undefined {
    const found = this.#connections.get(connectionId);
    const isThere = found?.isOpen && found.facts.apiId === apiId && found.facts.stage === stage;
    return isThere ? found : undefined;
  }

  /** Drops all connections; `$disconnect` hears nothing of it. */
  stop(): void {
    this.#stopped = true;
    for (const connection of this.#connections.values()) connection.drop();
    this.#connections.clear();
  }

  #stageOf({ url = '/' }: IncomingMessage): SocketStage | undefined {
    const path = url.split('?')[0]?.replace(/\/$/, '');
    return this.#options.stages.find(({ name }) => `/${name}` === path);
  }

  async #connect(stage: SocketStage, upgrade: Upgrade): Promise<void> {
    const { request, stream, head } = upgrade;
    const facts = this.#facts(stage, request);
    const verdict = await this.#verdict(stage, connectEvent(facts, request));
    if (this.#stopped) stream.destroy();
    else if (verdict.kind === 'refused') refuseUpgrade(stream, verdict.status);
    else if (stream.destroyed) this.#disconnect(stage, facts, { code: closedAbnormally });
    else {
      if (verdict.protocol) this.#protocols.set(request, verdict.protocol);
      this.#server.handleUpgrade(request, stream, head, (socket) =>
        this.#open(stage, { facts, socket, stream }),
      );
    }
  }

  #facts(stage: SocketStage, { headers, socket }: IncomingMessage): ConnectionFacts {
    return {
      connectionId: gatewayId(),
      connectedAt: this.#options.clock.now(),
      apiId: stage.apiId,
      stage: stage.name,
      domainName: new URL(this.#options.publicBaseUrl).host,
      sourceIp: socket.remoteAddress ?? '127.0.0.1',
      userAgent: headers['user-agent'],
    };
  }

  /** Without a route `$connect`, everybody may connect. */
  async #verdict({ routes }: SocketStage, event: object): Promise<ConnectVerdict> {
    const route = routes.get('$connect');
    if (!route) return { kind: 'accepted', protocol: undefined };
    const work = this.#options.invoke(route.functionName, event).then(connectVerdict);
    return withinTime(work, route.timeoutMilliseconds, timedOut);
  }

  #open(
    stage: SocketStage,
    parts: { facts: ConnectionFacts; socket: WebSocket; stream: Duplex },
  ): void {
    const { facts, socket } = parts;
    const connection = new SocketConnection({ ...parts, clock: this.#options.clock });
    this.#connections.set(facts.connectionId, connection);
    socket.on('message', (data: Buffer, isBinary) => {
      if (connection.isOpen) void this.#receive(stage, connection, { data, isBinary });
    });
    // What breaks the protocol closes the socket; nothing else is to be done about it.
    socket.on('error', () => undefined);
    socket.once('close', (code, reason) => {
      this.#connections.delete(facts.connectionId);
      if (!this.#stopped) this.#disconnect(stage, facts, { code, reason: String(reason) });
    });
  }

  /** Nothing goes back by itself but the word that something went wrong: there are no route responses. */
  async #receive(
    stage: SocketStage,
    connection: SocketConnection,
    message: { data: Buffer; isBinary: boolean },
  ): Promise<void> {
    connection.touch();
    const route = messageRoute(stage, String(message.data));
    const problem = route ? await this.#deliver(route, connection, message) : 'Forbidden';
    if (problem === undefined || !connection.isOpen) return;
    const { connectionId } = connection.facts;
    connection.send(JSON.stringify({ message: problem, connectionId, requestId: gatewayId() }));
  }

  async #deliver(
    { routeKey, functionName, timeoutMilliseconds }: SocketRoute,
    { facts }: SocketConnection,
    message: { data: Buffer; isBinary: boolean },
  ): Promise<string | undefined> {
    const at = this.#options.clock.now();
    const event = messageEvent(facts, { ...message, routeKey, at });
    const work = this.#options
      .invoke(functionName, event)
      .then(({ ok }) => (ok ? undefined : 'Internal server error'));
    return withinTime(work, timeoutMilliseconds, 'Endpoint request timed out');
  }

  #disconnect(
    { routes }: SocketStage,
    facts: ConnectionFacts,
    { code, reason = '' }: { code: number; reason?: string },
  ): void {
    const route = routes.get('$disconnect');
    const event = disconnectEvent(facts, { code, reason, at: this.#options.clock.now() });
    if (route) void this.#options.invoke(route.functionName, event);
  }
}
