import { Duration, SecretValue } from 'aws-cdk-lib';
import {
  ApiDestination,
  Authorization,
  EventBus as Bus,
  Connection,
  HttpMethod,
  type IApiDestination,
  Rule,
} from 'aws-cdk-lib/aws-events';
import { ApiDestination as DestinationTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetters } from '../base/dead-letters.ts';
import type { NodeFunction } from '../base/node-function.ts';
import type { EventSettings, Webhook } from '../stages/event-settings.ts';

/** EventBridge's own limits: what an address does not take is tried again for a day. */
const longestTries = { retryAttempts: 185, maxEventAge: Duration.hours(24) };

/**
 * Where other software hears what happens: rules of your own look for its events and lead them to queues,
 * functions and other accounts. The addresses that the stage names are called from here.
 */
export class EventBus extends Construct {
  readonly bus: Bus;
  /** Events that an address did not take in a day; undefined without addresses. */
  readonly deadLetters: Queue | undefined;
  readonly #tell: EventSettings['tell'];

  constructor(scope: Construct, id: string, { tell, webhooks }: EventSettings) {
    super(scope, id);
    this.#tell = tell;
    this.bus = new Bus(this, 'Default');
    if (webhooks.length === 0) return;
    this.deadLetters = deadLetters(this, 'DeadLetters');
    for (const webhook of webhooks) this.#call(webhook, this.deadLetters);
  }

  allowPublishing(fn: NodeFunction): void {
    fn.allow(['events:PutEvents'], this.bus.eventBusArn);
    fn.addEnvironment('EVENT_BUS', this.bus.eventBusName);
    fn.addEnvironment('EVENTS_TELL', this.#tell);
  }

  #call(webhook: Webhook, deadLetterQueue: Queue): void {
    const { name, url, events, header, secret, perSecond } = webhook;
    const place = new Construct(this, name);
    const connection = new Connection(place, 'Connection', {
      authorization: Authorization.apiKey(header, SecretValue.secretsManager(secret)),
      description: `The secret ${secret}, as ${header}`,
    });
    const destination = new ApiDestination(place, 'Destination', {
      connection,
      endpoint: url,
      httpMethod: HttpMethod.POST,
      rateLimitPerSecond: perSecond,
    });
    new Rule(place, 'Rule', {
      eventBus: this.bus,
      eventPattern: {
        source: ['callback-center'],
        ...(events && { detailType: [...events] }),
      },
      targets: [
        new DestinationTarget(destination as IApiDestination, { ...longestTries, deadLetterQueue }),
      ],
    });
  }
}
