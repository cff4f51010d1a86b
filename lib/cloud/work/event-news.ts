import { Duration } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { NodeFunction } from '../base/node-function.ts';
import { EventBus } from '../doors/event-bus.ts';
import type { EventSettings } from '../stages/event-settings.ts';
import type { Subsystems } from './subsystems.ts';

export interface EventNewsProps extends Subsystems {
  settings: EventSettings;
}

/** So long records gather: an event is a second older, and a call costs half the invocations. */
const window = Duration.seconds(1);
const batchSize = 100;

const beginsWith = (...prefixes: string[]) => prefixes.flatMap(FilterRule.beginsWith);

/** What is written anew; what is deleted says nothing, or was said by the row's story. */
const written = { eventName: FilterRule.or('INSERT', 'MODIFY') };

/** Of the views, what happened to a row and which promise was broken: each is written once. */
const stories = FilterCriteria.filter({
  eventName: FilterRule.isEqual('INSERT'),
  dynamodb: { Keys: { view: { S: beginsWith('events#', 'unkept#') } } },
});

const directoryKinds = FilterCriteria.filter({
  ...written,
  dynamodb: { Keys: { kind: { S: FilterRule.or('operator', 'task', 'do-not-call') } } },
});

const sentForms = FilterCriteria.filter({
  ...written,
  dynamodb: { NewImage: { sentAt: { N: FilterRule.exists() } } },
});

/**
 * Other software hears what happens, by a function of its own: no call waits for it. A stream can be read
 * by two functions; that of the rows has two, so what happened to a row is read from its story.
 */
export class EventNews extends Construct {
  readonly eventBus: EventBus;
  readonly publish: NodeFunction;

  constructor(scope: Construct, id: string, { settings, ...subsystems }: EventNewsProps) {
    super(scope, id);
    const { defaults, attempts, directory, forms, views } = subsystems;
    this.eventBus = new EventBus(this, 'Bus', settings);
    const publish = new NodeFunction(this, 'Publish', {
      defaults,
      name: 'publish-events',
      description: 'Tells other software what happens to rows, calls, forms and operators',
      timeout: Duration.seconds(30),
    });
    this.publish = publish;
    this.eventBus.allowPublishing(publish);
    directory.allowReading(publish);
    views.feed(publish, { batchSize, window, filters: [stories] });
    attempts.feed(publish, { batchSize, window, filters: [FilterCriteria.filter(written)] });
    forms.feed(publish, { batchSize, window, filters: [sentForms] });
    directory.feed(publish, { batchSize, window, filters: [directoryKinds] });
  }
}
