import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { accessLog } from '../base/access-log.ts';
import { acknowledgeNames } from '../base/findings.ts';
import { GatewayLogging } from '../base/gateway-logging.ts';
import { type FunctionDefaults, NodeFunction } from '../base/node-function.ts';
import { Connections } from '../data/connections.ts';

/** A hundred desks that come back at once after an outage, and strangers no faster. */
const throttle = { rateLimit: 200, burstLimit: 500 };

/**
 * The WebSockets over which desks hear what happens. A browser cannot send a token with one: it
 * opens it with a ticket that the console's API gave to who has one. Without tickets nobody gets in.
 */
export class DeskSockets extends Construct {
  readonly connections: Connections;
  readonly api: WebSocketApi;
  readonly socket: NodeFunction;
  readonly #stage: WebSocketStage;

  constructor(scope: Construct, id: string, { defaults }: { defaults: FunctionDefaults }) {
    super(scope, id);
    this.connections = new Connections(this, 'Connections');
    const socket = new NodeFunction(this, 'Socket', {
      defaults,
      name: 'socket',
      description: "Opens and closes the desks' WebSockets, and answers their pings",
      timeout: Duration.seconds(10),
    });
    this.socket = socket;
    const integration = (route: string) => ({
      integration: new WebSocketLambdaIntegration(`${route}Integration`, socket.live),
    });
    this.api = new WebSocketApi(this, 'Default', {
      apiName: `${Stack.of(this).stackName}-desks`,
      connectRouteOptions: integration('Connect'),
      disconnectRouteOptions: integration('Disconnect'),
      defaultRouteOptions: integration('Default'),
    });
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: "A ticket from the console's API, good once and for a minute, opens a socket",
    });
    this.#stage = new WebSocketStage(this, 'Live', {
      webSocketApi: this.api,
      stageName: 'live',
      autoDeploy: true,
      throttle,
      accessLogSettings: accessLog(this, defaults.logRetentionDays),
    });
    this.#stage.node.addDependency(new GatewayLogging(this, 'GatewayLogging'));
    this.connections.allowOpening(socket);
    this.connections.allowNotingPhones(socket);
    this.#allowReaching(socket);
  }

  get url(): string {
    return this.#stage.url;
  }

  /** Gives tickets, and says who is there. */
  allowAdmitting(fn: NodeFunction): void {
    this.connections.allowGivingTickets(fn);
    this.connections.allowFinding(fn);
    this.#tell(fn);
  }

  allowTelling(fn: NodeFunction): void {
    this.connections.allowFinding(fn);
    this.#allowReaching(fn);
  }

  /** Closes the desks of who was removed. */
  allowClosing(fn: NodeFunction): void {
    this.connections.allowFinding(fn);
    this.#allowManaging(fn, 'DELETE');
  }

  #allowReaching(fn: NodeFunction): void {
    this.#allowManaging(fn, 'POST');
  }

  /** Who finds a desk gone, or closes it, takes it off the list. */
  #allowManaging(fn: NodeFunction, method: 'POST' | 'DELETE'): void {
    this.connections.allowClosing(fn);
    const all = this.api.arnForExecuteApiV2(`${method}/@connections/*`, this.#stage.stageName);
    fn.allow(['execute-api:ManageConnections'], all);
    acknowledgeNames(fn, all, 'API Gateway names connections when they are opened');
    this.#tell(fn);
  }

  #tell(fn: NodeFunction): void {
    fn.addEnvironment('DESK_SOCKETS_URL', this.#stage.url);
    fn.addEnvironment('DESK_SOCKETS_CALLBACK_URL', this.#stage.callbackUrl);
  }
}
