import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { NodeFunction } from '../base/node-function.ts';
import type { TestCall } from '../stages/stage-schema.ts';
import type { Subsystems } from './subsystems.ts';

export interface DeskNewsProps extends Subsystems {
  testCall: TestCall | undefined;
}

/** Small, so that news of a call does not wait for what else happened in that moment. */
const batchSize = 25;

/** What happens to rows and attempts reaches the desks, and what they look things up in. */
export class DeskNews extends Construct {
  readonly tellDesks: NodeFunction;

  constructor(scope: Construct, id: string, { testCall, ...subsystems }: DeskNewsProps) {
    super(scope, id);
    const { defaults, subscribers, attempts, locks, directory, views, deskSockets } = subsystems;
    const tellDesks = new NodeFunction(this, 'TellDesks', {
      defaults,
      name: 'notify-desks',
      description: 'Tells desks what happens to rows and calls, and keeps what they look up',
      timeout: Duration.seconds(30),
    });
    if (testCall) tellDesks.addEnvironment('TEST_CALL_TASK', testCall.task);
    directory.allowListing(tellDesks);
    directory.allowSealing(tellDesks);
    locks.allowTallying(tellDesks);
    views.allowKeeping(tellDesks);
    views.allowNotingLateChanges(tellDesks);
    deskSockets.allowTelling(tellDesks);
    this.tellDesks = tellDesks;
    subscribers.feed(tellDesks, { batchSize });
    attempts.feed(tellDesks, { batchSize });
  }
}
