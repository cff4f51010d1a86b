import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import {
  familyRoutes,
  voicePaths,
  type WebhookFunction,
} from '../../../lambdas/ports/calls/voice-paths.ts';
import { NodeFunction } from '../base/node-function.ts';
import type { Throttle } from '../doors/public-api.ts';
import type { Subsystems } from './subsystems.ts';

/** What Twilio asks and tells. It gives up after 15 s; an answer after 10 s is long silence already. */
const timeout = Duration.seconds(10);

const signed = {
  method: HttpMethod.POST,
  openBecause: 'Twilio signs its requests; the function verifies them before it does anything',
};

/**
 * What each may be asked in a second. A thousand calls that begin in one bring some four thousand
 * webhooks in the seconds after it. Strangers who flood one take nothing from the others.
 */
const throttles: Record<WebhookFunction, Throttle> = {
  voice: { rateLimit: 1000, burstLimit: 2000 },
  events: { rateLimit: 1000, burstLimit: 2000 },
  keypad: { rateLimit: 300, burstLimit: 600 },
  inbound: { rateLimit: 300, burstLimit: 600 },
};

/** One for each family of paths, and one for each path of another function than its family's. */
function webhookRoutes(): { path: string; fn: WebhookFunction }[] {
  const families = Object.values(familyRoutes);
  const others = Object.entries(voicePaths)
    .map(([path, { fn }]) => ({ path, fn }))
    .filter(({ path, fn }) => !families.some((it) => it.fn === fn && isBelow(it.path, path)));
  return [...families, ...others];
}

function isBelow(family: string, path: string): boolean {
  return path.split('/')[1] === family.split('/')[1];
}

/** Twilio's webhooks. Their only authorizer is Twilio's signature, which the functions check. */
export class Webhooks extends Construct {
  readonly functions: Readonly<Record<WebhookFunction, NodeFunction>>;

  constructor(scope: Construct, id: string, subsystems: Subsystems) {
    super(scope, id);
    this.functions = {
      voice: this.#voice(subsystems),
      events: this.#events(subsystems),
      keypad: this.#keypad(subsystems),
      inbound: this.#callers(subsystems),
    };
    for (const { path, fn } of webhookRoutes()) {
      subsystems.api.route({ ...signed, path, fn: this.functions[fn], throttle: throttles[fn] });
    }
  }

  #voice(subsystems: Subsystems): NodeFunction {
    const { defaults, subscribers, attempts, directory, dialQueue, twilio, forms, views } =
      subsystems;
    const voice = new NodeFunction(this, 'Voice', {
      defaults,
      name: 'voice',
      description: 'Answers Twilio with what the operator hears next',
      timeout,
      reservedConcurrency: subsystems.voiceConcurrency,
    });
    subscribers.allowReading(voice);
    subscribers.allowReadingMany(voice);
    views.allowFindingNumbers(voice);
    directory.allowListing(voice);
    attempts.allowReading(voice);
    attempts.allowRecording(voice);
    attempts.allowPermitting(voice);
    attempts.allowSettling(voice);
    forms.allowReading(voice);
    dialQueue.allowSending(voice);
    twilio.allowUsing(voice);
    return voice;
  }

  /** Apart from the voice of ringing phones: what promises calls and reads numbers takes time to load. */
  #keypad(subsystems: Subsystems): NodeFunction {
    const { defaults, subscribers, attempts, locks, directory, forms, twilio, deskSockets } =
      subsystems;
    const { views } = subsystems;
    const keypad = new NodeFunction(this, 'Keypad', {
      defaults,
      name: 'keypad',
      description: 'Leads an operator through the script by the keys of their phone',
      timeout,
    });
    subscribers.allowReading(keypad);
    subscribers.allowReadingMany(keypad);
    views.allowFindingNumbers(keypad);
    directory.allowListing(keypad);
    directory.allowKeepingDoNotCall(keypad);
    attempts.allowReading(keypad);
    attempts.allowRecording(keypad);
    locks.tell(keypad);
    forms.allowKeeping(keypad);
    deskSockets.allowTelling(keypad);
    twilio.allowUsing(keypad);
    return keypad;
  }

  #callers(subsystems: Subsystems): NodeFunction {
    const { defaults, subscribers, attempts, locks, directory, dialQueue, twilio, views } =
      subsystems;
    const callers = new NodeFunction(this, 'Callers', {
      defaults,
      name: 'inbound',
      description: 'Answers who calls us, and attaches the call to a row',
      timeout,
    });
    subscribers.allowReading(callers);
    subscribers.allowReadingMany(callers);
    subscribers.allowChanging(callers);
    subscribers.allowAdding(callers);
    directory.allowListing(callers);
    directory.allowCountingIds(callers);
    directory.allowKeepingDoNotCall(callers);
    attempts.allowReading(callers);
    attempts.allowClaiming(callers);
    attempts.allowFindingByCall(callers);
    attempts.allowRecording(callers);
    attempts.allowPermitting(callers);
    attempts.allowSettling(callers);
    locks.allowFinding(callers);
    subsystems.deskSockets.connections.allowFinding(callers);
    locks.allowTallying(callers);
    views.allowFindingNumbers(callers);
    dialQueue.allowSending(callers);
    twilio.allowUsing(callers);
    return callers;
  }

  #events({
    defaults,
    subscribers,
    attempts,
    directory,
    dialQueue,
    twilio,
    views,
  }: Subsystems): NodeFunction {
    const events = new NodeFunction(this, 'Events', {
      defaults,
      name: 'events',
      description: 'Takes news of legs from Twilio',
      timeout,
    });
    subscribers.allowReading(events);
    directory.allowReading(events);
    attempts.allowReading(events);
    attempts.allowFindingByCall(events);
    attempts.allowRecording(events);
    attempts.allowSettling(events);
    views.allowKeepingRecordings(events);
    dialQueue.allowSending(events);
    twilio.allowUsing(events);
    return events;
  }
}
