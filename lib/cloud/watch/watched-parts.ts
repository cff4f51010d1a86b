import type { HttpApi, WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { namesWithin } from '../base/center.ts';
import type { NodeFunction } from '../base/node-function.ts';
import type { ConsoleApi } from '../work/console-api.ts';
import type { DeskNews } from '../work/desk-news.ts';
import type { Engine } from '../work/engine.ts';
import type { EventNews } from '../work/event-news.ts';
import type { Subsystems } from '../work/subsystems.ts';
import type { Sweeps } from '../work/sweeps.ts';
import type { Webhooks } from '../work/webhooks.ts';

/** What the functions stand in. */
export interface Workers {
  engine: Engine;
  sweeps: Sweeps;
  webhooks: Webhooks;
  deskNews: DeskNews;
  /** Undefined where other software is told nothing. */
  eventNews: EventNews | undefined;
  /** Undefined where there is no console. */
  consoleApi: ConsoleApi | undefined;
}

/** What there is to watch. A test counts that nothing of the stack is left out. */
export interface WatchedParts extends Workers {
  functions: NodeFunction[];
  /** Of the functions, those that follow a table's stream. */
  followers: NodeFunction[];
  /** Who answers Twilio. */
  answering: NodeFunction[];
  /** What people's pages ask, and what tells them. */
  paging: NodeFunction[];
  /** Queues for what a person has to look at. */
  deadLetters: Queue[];
  /** Calls and orders that were put aside. */
  callsPutAside: Queue;
  /** Events that no address took; undefined without addresses. */
  eventsPutAside: Queue | undefined;
  /** The queue that a function is fed from. */
  dialQueue: Queue;
  tables: TableV2[];
  subscribers: TableV2;
  scheduleGroups: ScheduleGroup[];
  httpApi: HttpApi;
  webSocketApi: WebSocketApi;
}

export function watchedParts(subsystems: Subsystems, workers: Workers): WatchedParts {
  const { engine, sweeps, webhooks, deskNews, eventNews, consoleApi } = workers;
  const { subscribers, attempts, locks, directory, views, forms, deskSockets } = subsystems;
  const { dialQueue, timers, api } = subsystems;
  const { followRow, callOperator } = engine;
  const publishing = eventNews ? [eventNews.publish] : [];
  const eventsPutAside = eventNews?.eventBus.deadLetters;
  const answering = Object.values(webhooks.functions);
  const paging = [
    ...(consoleApi ? [consoleApi.desks, consoleApi.supervisors] : []),
    deskSockets.socket,
    deskNews.tellDesks,
  ];
  return {
    ...workers,
    functions: [
      ...[followRow, callOperator, sweeps.reconcile, sweeps.patrol, ...answering, ...paging],
      ...(consoleApi ? [consoleApi.description, consoleApi.calendar] : []),
      ...(sweeps.testCall ? [sweeps.testCall.fn] : []),
      ...publishing,
    ],
    followers: [followRow, deskNews.tellDesks, ...publishing],
    answering,
    paging,
    deadLetters: [
      ...[dialQueue.deadLetters, timers.deadLetters, sweeps.failures],
      ...(eventsPutAside ? [eventsPutAside] : []),
    ],
    callsPutAside: dialQueue.deadLetters,
    eventsPutAside,
    dialQueue: dialQueue.queue,
    tables: [subscribers, attempts, locks, directory, views, forms, deskSockets.connections].map(
      ({ table }) => table,
    ),
    subscribers: subscribers.table,
    scheduleGroups: [timers.group, sweeps.group],
    httpApi: api.http,
    webSocketApi: deskSockets.api,
  };
}

/** How a part is called among people: by the last name of its place. */
export function nameOfPart(part: IConstruct): string {
  return placeOf(part).split('/').at(-1) ?? part.node.id;
}

/** Where it is in the call centre, such as `DialQueue/DeadLetters`. */
export function placeOf(part: IConstruct): string {
  return namesWithin(part)
    .filter((it) => it !== 'Default')
    .join('/');
}
