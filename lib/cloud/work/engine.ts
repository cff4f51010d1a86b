import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { NodeFunction } from '../base/node-function.ts';
import type { Subsystems } from './subsystems.ts';

export interface EngineProps extends Subsystems {
  /** How many calls are prepared at once. */
  callsAtOnce: number;
}

/** Rows are followed by timers, and due rows by calls. */
export class Engine extends Construct {
  readonly followRow: NodeFunction;
  readonly callOperator: NodeFunction;

  constructor(scope: Construct, id: string, { callsAtOnce, ...subsystems }: EngineProps) {
    super(scope, id);
    this.followRow = this.#followRow(subsystems);
    subsystems.subscribers.feed(this.followRow, { batchSize: 100 });
    this.callOperator = this.#callOperator(subsystems);
    subsystems.dialQueue.feed(this.callOperator, { atOnce: callsAtOnce });
  }

  #followRow(subsystems: Subsystems): NodeFunction {
    const { defaults, subscribers, attempts, locks, directory, dialQueue, timers, twilio, views } =
      subsystems;
    const followRow = new NodeFunction(this, 'FollowRow', {
      defaults,
      name: 'follow-row',
      description: 'Judges what a written row orders, and sets its timer',
      timeout: Duration.seconds(30),
    });
    subscribers.allowReading(followRow);
    subscribers.allowReadingMany(followRow);
    subscribers.allowChanging(followRow);
    directory.allowReading(followRow);
    attempts.allowReading(followRow);
    attempts.allowRecording(followRow);
    locks.allowTallying(followRow);
    views.allowNotingFollowed(followRow);
    views.allowFindingNumbers(followRow);
    timers.allowArming(followRow);
    timers.allowDisarming(followRow);
    dialQueue.allowSending(followRow);
    twilio.allowUsing(followRow);
    return followRow;
  }

  #callOperator(subsystems: Subsystems): NodeFunction {
    const { defaults, subscribers, attempts, locks, directory, dialQueue, timers, twilio, views } =
      subsystems;
    const callOperator = new NodeFunction(this, 'CallOperator', {
      defaults,
      name: 'call-operator',
      description:
        'Claims a due row and rings its operator; checks attempts; offers and judges rows',
      timeout: dialQueue.consumerTimeout,
    });
    subscribers.allowReading(callOperator);
    subscribers.allowReadingMany(callOperator);
    subscribers.allowChanging(callOperator);
    subscribers.allowFindingDue(callOperator);
    subscribers.allowFindingWaiting(callOperator);
    directory.allowListing(callOperator);
    directory.allowPausing(callOperator);
    attempts.allowReading(callOperator);
    attempts.allowClaiming(callOperator);
    attempts.allowRecording(callOperator);
    attempts.allowSettling(callOperator);
    locks.allowFinding(callOperator);
    locks.allowTakingSlots(callOperator);
    locks.allowTallying(callOperator);
    views.allowNotingFollowed(callOperator);
    views.allowForgettingRecordings(callOperator);
    views.allowFindingNumbers(callOperator);
    subsystems.deskSockets.connections.allowFinding(callOperator);
    timers.allowArming(callOperator);
    dialQueue.allowSending(callOperator);
    twilio.allowUsing(callOperator);
    return callOperator;
  }
}
