import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { NodeFunction } from './node-function.ts';
import type { Subsystems } from './subsystems.ts';

/** What Twilio asks and tells. It gives up after 15 s; an answer after 10 s is long silence already. */
const timeout = Duration.seconds(10);

/** Twilio's webhooks. Their only authorizer is Twilio's signature, which the functions check. */
export class Webhooks extends Construct {
  constructor(scope: Construct, id: string, subsystems: Subsystems) {
    super(scope, id);
    const { api } = subsystems;
    api.route({ method: HttpMethod.POST, path: '/voice/{step}', fn: this.#voice(subsystems) });
    api.route({ method: HttpMethod.POST, path: '/events/{leg}', fn: this.#events(subsystems) });
  }

  #voice({ house, subscribers, attempts, directory, dialQueue, twilio }: Subsystems): NodeFunction {
    const voice = new NodeFunction(this, 'Voice', {
      house,
      name: 'voice',
      description: 'Answers Twilio with what the operator hears next',
      timeout,
    });
    subscribers.allowReading(voice);
    directory.allowReading(voice);
    attempts.allowReading(voice);
    attempts.allowRecording(voice);
    attempts.allowPermitting(voice);
    attempts.allowSettling(voice);
    dialQueue.allowSending(voice);
    twilio.allowUsing(voice);
    return voice;
  }

  #events({
    house,
    subscribers,
    attempts,
    directory,
    dialQueue,
    twilio,
  }: Subsystems): NodeFunction {
    const events = new NodeFunction(this, 'Events', {
      house,
      name: 'events',
      description: 'Takes news of legs from Twilio',
      timeout,
    });
    subscribers.allowReading(events);
    directory.allowReading(events);
    attempts.allowReading(events);
    attempts.allowRecording(events);
    attempts.allowSettling(events);
    dialQueue.allowSending(events);
    twilio.allowUsing(events);
    return events;
  }
}
