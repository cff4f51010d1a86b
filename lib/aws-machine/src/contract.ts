import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { JSONWebKeySet } from 'jose';
import type { Clock } from './base/clock.ts';
import type { KeptEvent } from './event-bus/bus-event.ts';
import type { LogListeners } from './functions/function-logs.ts';
import type { JwtSettings } from './gateway/http-api.ts';
import type { GatewayApp } from './gateway/http-gateway.ts';
import type { StatementUse } from './permissions/permissions.ts';
import type { RequestCount } from './proxy/request-counts.ts';
import type { ImpunctualityOptions } from './scheduler/punctuality.ts';

export interface LocalCloudOptions extends LogListeners {
  /** CDK's output folder, with `<stack>.template.json` and `<stack>.assets.json`. */
  assembly: string;
  stackName: string;
  region: string;
  /** Twelve digits. */
  accountId: string;
  /** Keeps everything that survives a restart; one process at a time may use it. */
  dataFolder: string;
  /**
   * What the addresses of the stack's HTTP APIs resolve to, and with `ws` for `http` those of its
   * WebSocket APIs; no slash at the end.
   */
  publicBaseUrl: string;
  /** SSM parameters by name; what is put in their place later wins, and is kept. */
  parameters: Record<string, string>;
  /** Of Secrets Manager by name, for the connections of API destinations. */
  secrets?: Record<string, string>;
  /** Given to every function, over what the template says. */
  extraEnvironment: Record<string, string>;
  /** Public keys of the identity provider whose tokens the JWT authorizers accept. */
  jwks?: JSONWebKeySet;
  /** A DynamoDB to use instead of dynoxide, such as `http://127.0.0.1:8000`. */
  dynamodbEndpoint?: string | undefined;
  /** Port of the AWS endpoint on 127.0.0.1; 0 picks one. Throws where it is taken, unless `whenFree`. */
  awsPort?: number | { whenFree: number };
  /** How many invocations run at once, as an account's limit; the others are throttled. */
  concurrency?: number | undefined;
  /** The Scheduler fires at its moment, unless it is told how late and how often twice. */
  scheduler?: ImpunctualityOptions | 'prompt';
  /** The time of the Scheduler, and of the limits of WebSocket connections. */
  clock?: Clock;
}

/** A stack that runs on this machine. */
export interface LocalCloud {
  /**
   * The stack's HTTP APIs. Answers every path, so mount it last. Give it `{ incoming }`, the
   * `node:http` request, as bindings: paths and headers then arrive byte for byte.
   */
  app: GatewayApp;
  /**
   * The stack's WebSocket APIs: to be given what a `node:http` server announces as `upgrade`.
   * Answers every path, too.
   */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  /** One address for DynamoDB, its Streams, SQS, Scheduler, EventBridge, SSM and WebSocket connections. */
  endpoint: string;
  /** Physical names by logical id without CDK's hash. */
  tables: Record<string, string>;
  /** URLs, by the same keys. */
  queues: Record<string, string>;
  functions: Record<string, string>;
  outputs: Record<string, string>;
  /** What the JWT authorizers ask of a token. */
  authorizers: JwtSettings[];
  /** The last hundred events that were put on the stack's buses, the oldest first. */
  lastEvents(): KeptEvent[];
  /** Runs a function, found by name or logical id, and answers what it returned. Throws its error. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** What each function runs from, by its name. */
  handlerFiles(): Record<string, string>;
  /**
   * From now on the function runs from this file; what runs already comes to its end in the code that
   * it began in. Throws where the file cannot be loaded: then nothing changes.
   */
  replaceCode(functionName: string, handlerFile: string): Promise<void>;
  /** Every statement of every function's role, with the actions that were used so far. */
  exercisedStatements(): StatementUse[];
  /** What every function asked of AWS since the start, or since `resetRequestCounts`. */
  requestCounts(): RequestCount[];
  resetRequestCounts(): void;
  /** Lets running invocations end (2 s at most), then ends everything that was started. */
  stop(): Promise<void>;
}
