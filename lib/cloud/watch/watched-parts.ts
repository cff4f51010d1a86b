import { HttpApi, WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { namesWithin } from '../base/center.ts';
import { NodeFunction } from '../base/node-function.ts';

/** What there is to watch. It is looked for in the call centre, so that nothing that is added is forgotten. */
export interface WatchedParts {
  functions: NodeFunction[];
  /** Queues for what a person has to look at. */
  deadLetters: Queue[];
  /** Queues that functions are fed from. */
  queues: Queue[];
  tables: TableV2[];
  scheduleGroups: ScheduleGroup[];
  httpApis: HttpApi[];
  webSocketApis: WebSocketApi[];
}

export function watchedParts(center: IConstruct): WatchedParts {
  const all = center.node.findAll();
  const instances = <T extends IConstruct>(type: abstract new (...args: never[]) => T): T[] =>
    all.filter((it): it is T => it instanceof type);
  const queues = instances(Queue);
  return {
    functions: instances(NodeFunction),
    deadLetters: queues.filter(({ deadLetterQueue }) => deadLetterQueue === undefined),
    queues: queues.filter(({ deadLetterQueue }) => deadLetterQueue !== undefined),
    tables: instances(TableV2),
    scheduleGroups: instances(ScheduleGroup),
    httpApis: instances(HttpApi),
    webSocketApis: instances(WebSocketApi),
  };
}

/** How a part is called among people: by the last name of its place. */
export function nameOfPart(part: IConstruct): string {
  return placeOf(part).split('/').at(-1) ?? part.node.id;
}

/** Where it is in the call centre. */
export function placeOf(part: IConstruct): string {
  return namesWithin(part)
    .filter((it) => it !== 'Default')
    .join('/');
}

/** The part at a place in the call centre, such as `Engine/FollowRow`. */
export function partAt<Part extends IConstruct>(parts: readonly Part[], path: string): Part {
  const found = parts.find((it) => placeOf(it) === path);
  if (found) return found;
  throw new Error(`the stack has no ${path}; there are ${parts.map(placeOf).join(', ')}`);
}
